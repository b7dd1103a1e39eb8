"""Passages of an edition as staff judge them: the wording as stored, the words meant marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.editions.content import Content, PassageContent
from archive.editions.document import TextDocument
from archive.texts.languages import direction, language_name

#: A passage longer than this, in characters, is cut to what stands around the words marked.
LONGEST = 900
_AROUND = 320
#: How far off the edge of a word is looked for where a passage is cut.
_WORD = 24


@dataclass(frozen=True, slots=True)
class TextName:
    """A text as it is named and written: ``lang`` and ``dir`` as HTML wants them."""

    key: str
    name: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the wording, marked or not."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """A passage, whole or cut; ``number`` counts from 1 in its text. The cuts say where."""

    id: str
    number: int
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def cut(self) -> bool:
        """Whether anything is left out."""
        return self.cut_before or self.cut_after


@dataclass(frozen=True, slots=True)
class Side:
    """One text's passages; none where the row is without it."""

    text: TextName
    extracts: tuple[Extract, ...]

    @property
    def cut(self) -> bool:
        """Whether anything is left out."""
        return any(extract.cut for extract in self.extracts)


Stretch = tuple[int, int]


def text_names(content: Content) -> dict[str, TextName]:
    """Every text of an edition, by key; those of one language are told apart by their keys."""
    return {text.key: _text_name(content, text) for text in content.record.texts}


def _text_name(content: Content, text: TextDocument) -> TextName:
    name = language_name(text.language)
    if [other.language for other in content.record.texts].count(text.language) > 1:
        name = f"{name} ({text.key})"
    return TextName(text.key, name, text.language, direction(text.language, text.body[:2000]))


def side(
    content: Content,
    name: TextName,
    ids: Iterable[str],
    marked: Sequence[Stretch] = (),
    *,
    whole: bool = False,
) -> Side:
    """These passages of a text. ``marked`` are stretches of its body, end exclusive."""
    text = content.record.text(name.key)
    body = text.body if text else ""
    places = {passage.id: passage for passage in content.passages.get(name.key, ())}
    held = [places[pid] for pid in ids if pid in places]
    return Side(name, tuple(_extract(body, passage, marked, whole) for passage in held))


def _extract(body: str, passage: PassageContent, marked: Sequence[Stretch], whole: bool) -> Extract:
    inside = [
        (max(start, passage.start), min(end, passage.end))
        for start, end in sorted(marked)
        if start < passage.end and end > passage.start
    ]
    start, end = passage.start, passage.end
    if not whole and end - start > LONGEST:
        first = inside[0][0] if inside else start
        last = inside[-1][1] if inside else start + _AROUND
        start = _word_begins(body, first - _AROUND) if first - _AROUND > start else start
        end = _word_ends(body, last + _AROUND) if last + _AROUND < end else end
    return Extract(
        id=passage.id,
        number=passage.number,
        pieces=tuple(_pieces(body, start, end, inside)),
        cut_before=start > passage.start,
        cut_after=end < passage.end,
    )


def _word_begins(body: str, at: int) -> int:
    """The next word's first character; where no space is near, as in Chinese, just here."""
    space = body.find(" ", at, at + _WORD)
    return space + 1 if space >= 0 else at


def _word_ends(body: str, at: int) -> int:
    """The end of the word before; where no space is near, just here."""
    space = body.rfind(" ", at - _WORD, at)
    return space if space >= 0 else at


def _pieces(body: str, start: int, end: int, marked: Sequence[Stretch]) -> Iterator[Piece]:
    at = start
    for first, last in marked:
        if at < first:
            yield Piece(body[at:first], marked=False)
        if max(at, first) < last:
            yield Piece(body[max(at, first) : last], marked=True)
            at = last
    if at < end:
        yield Piece(body[at:end], marked=False)


def beginning(words: str, most: int = 140) -> str:
    """The first words of a passage on one line."""
    line = " ".join(words[: most * 2].split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
