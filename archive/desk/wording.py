"""A passage as HTML: its marks become elements, every other character stands as stored.

This is the one place where a wording meets HTML; everything is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from archive.texts.inlines import Inline
from archive.texts.markup import Block, BlockKind, inlines, table
from archive.texts.tables import Cell


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch to be marked, in code points of the body, end exclusive."""

    start: int
    end: int
    css_class: str


@dataclass(frozen=True, slots=True)
class Notes:
    """Where footnotes stand: by label, the passage id ("p12") that says it."""

    passages: Mapping[str, str]


def wording(body: str, block: Block, notes: Notes, highlights: Sequence[Highlight] = ()) -> Markup:
    """The block's wording. ``highlights`` are in order and do not overlap."""
    if block.kind is BlockKind.TABLE:
        return _table(body, block, notes, highlights)
    tokens = inlines(body, block)
    return Markup("").join(_token(token, notes, highlights) for token in tokens)


def _token(token: Inline, notes: Notes, highlights: Sequence[Highlight]) -> Markup:
    match token.kind:
        case "text":
            return Markup("").join(_text(token, highlights))
        case "emphasis":
            inner = Markup("").join(_token(child, notes, highlights) for child in token.children)
            return Markup("<em>{}</em>").format(inner)
        case "footnote":
            return _note(token.value, notes)
        case "break":
            return Markup('<span class="leaf">{}</span> ').format(token.value)
        case "line":
            return Markup("<br>")


def _note(label: str, notes: Notes) -> Markup:
    passage = notes.passages.get(label)
    if passage is None:
        return Markup("<sup>{}</sup>").format(label)
    return Markup('<sup class="note"><a href="#{}">{}</a></sup>').format(passage, label)


def _text(token: Inline, highlights: Sequence[Highlight]) -> Iterator[Markup]:
    """The token cut where highlights begin and end."""
    at = token.start
    for mark in highlights:
        start, end = max(mark.start, at), min(mark.end, token.end)
        if start >= end:
            continue
        yield escape(token.value[at - token.start : start - token.start])
        yield Markup('<mark class="{}">{}</mark>').format(
            mark.css_class, token.value[start - token.start : end - token.start]
        )
        at = end
    yield escape(token.value[at - token.start :])


def _table(body: str, block: Block, notes: Notes, highlights: Sequence[Highlight]) -> Markup:
    def cell(item: Cell, *, header: bool) -> Markup:
        inner = Markup("").join(_token(token, notes, highlights) for token in item.inlines)
        if header:
            return Markup('<th scope="col">{}</th>').format(inner)
        return Markup("<td>{}</td>").format(inner)

    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(cell(item, header=row.header) for item in row.cells)
        )
        for row in table(body, block).rows
    )
    return Markup("<table>{}</table>").format(rows)
