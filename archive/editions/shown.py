"""Passages as they are compared: the wording that readers see, and where it stands in the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.editions.apparatus import SpanContent, StretchContent
from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument
from archive.parallel import Row, Span, Stretch
from archive.texts.markup import Block, BlockKind, blocks, plain


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage without its marks, with each character's offset in the body."""

    id: str
    text: str
    offsets: Sequence[int]

    def stretch(self, start: int, end: int) -> StretchContent:
        """Code points of the passage as code points of the body."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else 0
            return StretchContent(self.id, at, at)
        return StretchContent(self.id, self.offsets[start], self.offsets[end - 1] + 1)


Shown = Mapping[str, Sequence[ShownPassage]]
"""The passages of each text, by key."""


def shown(content: Content) -> Shown:
    """Every text of an edition."""
    return {text.key: _shown(text, content.passages[text.key]) for text in content.record.texts}


def _shown(text: TextDocument, passages: Sequence[PassageContent]) -> list[ShownPassage]:
    by_start = {block.start: block for block in blocks(text.body)}
    return [
        ShownPassage(passage.id, *plain(text.body, by_start.get(passage.start) or _bare(passage)))
        for passage in passages
    ]


def _bare(passage: PassageContent) -> Block:
    return Block(passage.number, BlockKind.PARAGRAPH, passage.start, passage.end)


@dataclass(frozen=True, slots=True)
class Side:
    """One text's passages of a row as one wording, a line each."""

    key: str
    passages: tuple[ShownPassage, ...]
    wording: str

    @classmethod
    def of(cls, row: Row, key: str, texts: Shown) -> Side:
        """That text's side of a row; empty where the row is without it."""
        passages = tuple(texts[key][index] for index in row.cells.get(key, ()))
        return cls(key, passages, "\n".join(passage.text for passage in passages))

    def span(self, span: Span | None) -> SpanContent | None:
        """The span of the wording as code points of the body."""
        found = list(self.stretches(span.start, span.end)) if span else []
        if not span or len(found) != 1:
            return None
        return SpanContent(
            text=self.key,
            passage=found[0].passage,
            start=found[0].start,
            end=found[0].end,
            value=span.value,
        )

    def stretches(self, start: int, end: int) -> Sequence[StretchContent]:
        """Code points of the wording, a stretch for each passage that they touch."""
        found = []
        begin = 0
        for passage in self.passages:
            first, last = max(start - begin, 0), min(end - begin, len(passage.text))
            if first < last:
                found.append(passage.stretch(first, last))
            begin += len(passage.text) + 1
        return found


def stretch_of(texts: Shown, key: str, stretch: Stretch) -> StretchContent:
    """A sentence as the aligner names it, in code points of the body."""
    return texts[key][stretch.passage].stretch(stretch.start, stretch.end)
