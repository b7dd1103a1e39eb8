"""Passages quoted away from the desk, with some words marked: on the page of a note or a report, and
where the staff judge a difference.

Readers are shown the words alone: no emphasis, no references to notes; a table's cells by tabs. The
staff see the wording as stored, since they quote from it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.desk.labels import short_label
from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument
from archive.texts.languages import direction
from archive.texts.markup import Block, BlockKind, blocks, plain

#: A passage longer than this, in characters, may be cut to what stands around the words marked.
LONGEST = 900
_AROUND = 320
#: How far off the edge of a word is looked for where a passage is cut.
_WORD = 24

Stretch = tuple[int, int]
"""Code points of a body, end exclusive."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the wording, marked or not."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage, whole or cut; ``number`` counts from 1 in its text. ``kind`` with hyphens serves as
    its class. The cuts say where something is left out."""

    id: str
    number: int
    kind: str
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def marked(self) -> bool:
        """Whether any of its words are."""
        return any(piece.marked for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Passages of one text, in its order. ``lost`` are those that this edition does not have."""

    key: str
    label: str
    language: str
    direction: str
    passages: tuple[QuotedPassage, ...]
    lost: tuple[str, ...]

    @property
    def cut(self) -> bool:
        """Whether anything is left out."""
        return any(passage.cut_before or passage.cut_after for passage in self.passages)


def quote(
    content: Content,
    key: str,
    ids: Iterable[str],
    marked: Sequence[Stretch] = (),
    *,
    label: str = "",
    as_stored: bool = False,
    cut: bool = False,
) -> Quotation:
    """These passages of a text, by id, with those stretches of its body marked; each ``cut`` where it
    is long. ``label`` is the text's name in a heading unless another is given."""
    wanted = tuple(ids)
    text = content.record.text(key)
    if text is None:
        return Quotation(key, label or key, "und", "auto", (), wanted)
    held = [passage for passage in content.passages.get(key, ()) if passage.id in wanted]
    known = {passage.id for passage in held}
    quoted = (_stored if as_stored else _plain)(text, held)
    return Quotation(
        key=key,
        label=label or short_label(content, text),
        language=text.language,
        direction=direction(text.language, text.body[:2000]),
        passages=tuple(
            _quoted(passage, words, offsets, marked, cut) for passage, words, offsets in quoted
        ),
        lost=tuple(pid for pid in wanted if pid not in known),
    )


def said_at(content: Content, key: str, ids: Iterable[str], said: str) -> list[Stretch]:
    """Where each of these passages has the words first."""
    text, wanted = content.record.text(key), set(ids)
    held = (passage for passage in content.passages.get(key, ()) if passage.id in wanted)
    starts = [text.body.find(said, p.start, p.end) for p in held] if text and said else []
    return [(start, start + len(said)) for start in starts if start >= 0]


_Wording = tuple[PassageContent, str, Sequence[int]]
"""A passage, its wording, and the place in the body of each of its characters."""


def _stored(text: TextDocument, held: Sequence[PassageContent]) -> Iterator[_Wording]:
    for passage in held:
        yield passage, text.body[passage.start : passage.end], range(passage.start, passage.end)


def _plain(text: TextDocument, held: Sequence[PassageContent]) -> Iterator[_Wording]:
    by_start = {block.start: block for block in blocks(text.body)}
    for passage in held:
        bare = Block(passage.number, BlockKind.PARAGRAPH, passage.start, passage.end)
        yield passage, *plain(text.body, by_start.get(passage.start) or bare)


def _quoted(
    passage: PassageContent,
    words: str,
    offsets: Sequence[int],
    marked: Sequence[Stretch],
    cut: bool,
) -> QuotedPassage:
    inside = [
        (bisect_left(offsets, start), bisect_left(offsets, end))
        for start, end in sorted(marked)
        if start < passage.end and end > passage.start
    ]
    start, end = _kept(words, inside) if cut and len(words) > LONGEST else (0, len(words))
    return QuotedPassage(
        id=passage.id,
        number=passage.number,
        kind=passage.kind.replace(" ", "-"),
        pieces=tuple(_pieces(words, start, end, inside)),
        cut_before=start > 0,
        cut_after=end < len(words),
    )


def _kept(words: str, inside: Sequence[Stretch]) -> Stretch:
    """From where to where a long passage is shown."""
    first = inside[0][0] if inside else 0
    last = inside[-1][1] if inside else _AROUND
    start = word_begins(words, first - _AROUND) if first > _AROUND else 0
    end = word_ends(words, last + _AROUND) if last + _AROUND < len(words) else len(words)
    return start, end


def word_begins(words: str, at: int) -> int:
    """The next word's first character; where no space is near, as in Chinese, just here."""
    space = words.find(" ", at, at + _WORD)
    return space + 1 if space >= 0 else at


def word_ends(words: str, at: int) -> int:
    """The end of the word before; where no space is near, just here."""
    space = words.rfind(" ", at - _WORD, at)
    return space if space >= 0 else at


def _pieces(words: str, start: int, end: int, marked: Sequence[Stretch]) -> Iterator[Piece]:
    at = start
    for begun, ended in marked:
        first, last = max(begun, at), min(ended, end)
        if first < last:
            if at < first:
                yield Piece(words[at:first], marked=False)
            yield Piece(words[first:last], marked=True)
            at = last
    if at < end:
        yield Piece(words[at:end], marked=False)
