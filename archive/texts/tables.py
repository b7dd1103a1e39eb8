"""Tables in a body: lines between bars, the second a rule ``|---|---|``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import pairwise

from archive.texts.inlines import BREAK_LINE, Inline, break_token, read_inlines

_RULE = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")
_BAR = re.compile(r"\\+|\|")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """Start and end around the cell's wording, without the spaces at its edges.

    ``bar`` is the offset of the bar on its right. A page break between two rows is the first
    token of the cell that follows it.
    """

    start: int
    end: int
    bar: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """At least one cell; rows of one table may differ in their number of cells."""

    cells: tuple[Cell, ...]
    header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The header row first."""

    rows: tuple[Row, ...]


def is_table(body: str, lines: list[tuple[int, int]]) -> bool:
    """Whether all lines begin and end with a bar, and the second is a rule as wide as the first.

    Anything else is text exactly as stored. ``lines`` are offsets, page breaks left out.
    """
    if len(lines) < 2 or not _RULE.fullmatch(body, *lines[1]):
        return False
    if not all(_barred(body, *line) for line in lines):
        return False
    return len(_bars(body, *lines[0])) == len(_bars(body, *lines[1]))


def read_table(body: str, start: int, end: int, notes: Container[str]) -> Table:
    """The table that stands in ``body[start:end]``."""
    rows: list[Row] = []
    breaks: list[Inline] = []
    rule_seen = False
    for line in _LINE.finditer(body, start, end):
        if found := BREAK_LINE.fullmatch(body, *line.span()):
            breaks.append(break_token(body, *found.span("whole")))
        elif rows and not rule_seen:
            rule_seen = True
        else:
            cells = _cells(body, line.span(), notes, tuple(breaks))
            rows.append(Row(tuple(cells), header=not rows))
            breaks.clear()
    return Table(tuple(rows))


def table_inlines(table: Table) -> tuple[Inline, ...]:
    """The tokens of all cells, with a *line* token at each bar and each end of a row."""
    tokens: list[Inline] = []
    for row in table.rows:
        for cell in row.cells:
            tokens += cell.inlines
            tokens.append(Inline("line", cell.bar, cell.bar + 1, "\t"))
        tokens[-1] = Inline("line", row.cells[-1].bar, row.cells[-1].bar + 1, "\n")
    return tuple(tokens[:-1])


def _barred(body: str, start: int, end: int) -> bool:
    bars = _bars(body, start, end)
    return (
        len(bars) > 1 and not body[start : bars[0]].strip() and not body[bars[-1] + 1 : end].strip()
    )


def _bars(body: str, start: int, end: int) -> list[int]:
    """Offsets of the bars that no backslash keeps literal."""
    bars: list[int] = []
    literal = -1
    for mark in _BAR.finditer(body, start, end):
        if mark[0] != "|":
            literal = mark.end() if len(mark[0]) % 2 else -1
        elif mark.start() != literal:
            bars.append(mark.start())
    return bars


def _cells(
    body: str, line: tuple[int, int], notes: Container[str], breaks: tuple[Inline, ...]
) -> Iterator[Cell]:
    bars = _bars(body, *line)
    for left, right in pairwise(bars):
        wording = body[left + 1 : right]
        start = left + 1 + len(wording) - len(wording.lstrip())
        end = max(start, left + 1 + len(wording.rstrip()))
        tokens = read_inlines(body, start, end, notes, cell=True)
        yield Cell(start, end, right, breaks + tokens)
        breaks = ()
