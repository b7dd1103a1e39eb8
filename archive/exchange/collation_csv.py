"""The collation table as CSV: a line for each thing compared. A value in, bytes out."""

from __future__ import annotations

from collections.abc import Iterator

from archive.desk.collation import Collation, Column, Group, Line
from archive.exchange.csv_writing import csv_file

_OF_TEXT = ("paragraph", "passage", "wording", "value")
_OF_VERDICT = ("verdict", "note", "note by", "note day", "note address")


def collation_csv(table: Collation, *, source: str, verdicts: str) -> bytes:
    """``source`` says in every line where it comes from; ``verdicts`` is the address to which a
    verdict's number is added."""
    return csv_file(_rows(table, source, verdicts))


def _rows(table: Collation, source: str, verdicts: str) -> Iterator[list[str]]:
    yield [
        "row",
        "kind",
        *(f"{column.key} {name}" for column in table.columns for name in _OF_TEXT),
        "result",
        "odd one",
        *_OF_VERDICT,
        "source",
    ]
    for group in table.groups:
        for line in group.lines:
            yield [*_compared(table, group, line), *_said(line, verdicts), source]


def _compared(table: Collation, group: Group, line: Line) -> Iterator[str]:
    yield str(group.row)
    yield line.kind
    for place, column in enumerate(table.columns):
        yield from _mentioned(group, line, place, column)
    yield line.result
    yield line.odd


def _mentioned(group: Group, line: Line, place: int, column: Column) -> tuple[str, ...]:
    """Where and what one text says; of one that says nothing, the passages that were read."""
    mention = line.mentions[place]
    read = group.paragraphs[place] if mention is None else (mention.paragraph,)
    return (
        " ".join(str(paragraph.number) for paragraph in read),
        " ".join(paragraph.id for paragraph in read),
        mention.words if mention else "",
        mention.value if mention else "",
    )


def _said(line: Line, verdicts: str) -> tuple[str, ...]:
    """The verdicts on the line, of which three or more texts can have several."""
    said = line.verdicts
    return (
        "; ".join(verdict.state for verdict in said),
        "; ".join(verdict.note for verdict in said if verdict.note),
        "; ".join(verdict.by for verdict in said),
        "; ".join(verdict.at.date().isoformat() for verdict in said),
        " ".join(f"{verdicts}{verdict.number}/" for verdict in said),
    )
