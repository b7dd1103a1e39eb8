"""Passages quoted away from the desk, with some words marked: on the page of a note, on a form.

A quotation has the words alone: no emphasis, no references to notes; a table's cells by tabs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.desk.labels import short_label
from archive.editions.apparatus import SpanContent
from archive.editions.content import PassageContent
from archive.editions.document import TextDocument
from archive.editions.reading import Reading
from archive.texts.languages import direction
from archive.texts.markup import Block, BlockKind, blocks, plain


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage in three pieces: ``marked`` are the words in question, empty where there are none.
    ``kind`` with hyphens serves as its class."""

    id: str
    number: int
    kind: str
    before: str
    marked: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Passages of one text, in its order. ``lost`` are those that this edition does not have."""

    key: str
    label: str
    language: str
    direction: str
    passages: tuple[QuotedPassage, ...]
    lost: tuple[str, ...]


#: By passage id, what is marked there: code points of the body, end exclusive.
_Marks = Mapping[str, tuple[int, int]]


def quote_words(reading: Reading, key: str, ids: Sequence[str], said: str = "") -> Quotation:
    """These passages of a text, by id, with the words marked where each has them first."""
    text = reading.content.record.text(key)
    held = reading.content.passages.get(key, ())
    found = {p.id: text.body.find(said, p.start, p.end) for p in held if text and said}
    marks = {pid: (start, start + len(said)) for pid, start in found.items() if start >= 0}
    return _quote(reading, key, ids, marks)


def quote_spans(
    reading: Reading, key: str, ids: Sequence[str], spans: Sequence[SpanContent]
) -> Quotation:
    """These passages of a text, by id, with those spans marked."""
    return _quote(reading, key, ids, {span.passage: (span.start, span.end) for span in spans})


def _quote(reading: Reading, key: str, ids: Sequence[str], marks: _Marks) -> Quotation:
    text = reading.content.record.text(key)
    if text is None:
        return Quotation(key, key, "", "auto", (), tuple(ids))
    held = [p for p in reading.content.passages.get(key, ()) if p.id in ids]
    known = {passage.id for passage in held}
    return Quotation(
        key=key,
        label=short_label(reading.content, text),
        language=text.language,
        direction=direction(text.language, text.body[:2000]),
        passages=tuple(_passages(text, held, marks)),
        lost=tuple(pid for pid in ids if pid not in known),
    )


def _passages(
    text: TextDocument, held: Sequence[PassageContent], marks: _Marks
) -> Iterator[QuotedPassage]:
    by_start = {block.start: block for block in blocks(text.body)}
    for passage in held:
        block = by_start.get(passage.start) or Block(
            passage.number, BlockKind.PARAGRAPH, passage.start, passage.end
        )
        shown, offsets = plain(text.body, block)
        start, end = (bisect_left(offsets, at) for at in marks.get(passage.id, (0, 0)))
        pieces = (shown[:start], shown[start:end], shown[end:])
        yield QuotedPassage(passage.id, passage.number, passage.kind.replace(" ", "-"), *pieces)
