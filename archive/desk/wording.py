"""A passage as HTML: its marks become elements, every other character stands as stored.

This is the one place where a wording meets HTML; everything is escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from html import escape
from operator import itemgetter
from typing import NamedTuple

from archive.texts.inlines import Inline
from archive.texts.markup import Block, BlockKind, inlines, table
from archive.texts.tables import Cell


class Layer(IntEnum):
    """What may lie over the words, the outermost first: an element of a later layer is cut where
    one of an earlier layer begins or ends. ``EMPHASIS`` is the text's own."""

    SENTENCE = 0
    EMPHASIS = 1
    NOTED = 2
    ONLY_HERE = 3
    COMPARED = 4


class Stretch(NamedTuple):
    """Words in an element, in code points of the body, end exclusive. Those of one layer do not
    overlap. ``tag`` is the opening tag, written by a program. ``number`` tells which sentences or
    compared words belong together, -1 where the stretch is neither."""

    start: int
    end: int
    layer: Layer
    tag: str
    number: int = -1


@dataclass(slots=True)
class Written:
    """A piece as HTML, and the numbers of the sentences and of the words compared in it, one for
    each element, in the order of the page."""

    html: str = ""
    sentences: list[int] = field(default_factory=list)
    compared: list[int] = field(default_factory=list)

    def note(self, stretch: Stretch) -> None:
        """Keep the number of a stretch whose element begins."""
        if stretch.layer is Layer.COMPARED:
            self.compared.append(stretch.number)
        elif stretch.layer is Layer.SENTENCE:
            self.sentences.append(stretch.number)


@dataclass(frozen=True, slots=True)
class Notes:
    """Where the marks of a body lead: by label of a footnote, the passage id ("p12") that says it;
    by offset of a page break within a passage, the address of that page's scan."""

    passages: Mapping[str, str]
    scans: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a block from ``start`` to ``end``, in code points of the body."""

    block: Block
    start: int
    end: int


def whole(block: Block) -> Piece:
    """All of a block."""
    return Piece(block, block.start, block.end)


def wording(body: str, piece: Piece, notes: Notes, stretches: Sequence[Stretch] = ()) -> Written:
    """The piece as HTML. A table is never cut: its piece is the whole block."""
    if piece.block.kind is BlockKind.TABLE:
        writer = _Writer(body, notes, stretches)
        writer.table(piece.block)
        return writer.written()
    tokens = inlines(body, piece.block)
    if len(tokens) == 1 and tokens[0].kind == "text":
        start, end = max(tokens[0].start, piece.start), min(tokens[0].end, piece.end)
        if (straight := _straight(body, start, end, stretches)) is not None:
            return straight
    writer = _Writer(body, notes, stretches)
    writer.tokens(tokens, piece.start, piece.end)
    writer.close()
    return writer.written()


def page_link(label: str, href: str) -> str:
    """A page break that leads to the scan of its page: its label is this archive's, not the text's."""
    return (
        f'<a class="leaf" href="{escape(href)}" lang="en" dir="ltr"'
        f' aria-label="Scan of {escape(label)}">{escaped(label)}</a>'
    )


def escaped(words: str) -> str:
    """Words as they stand between tags."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_SIGNS = re.compile("[&<>]")


def _straight(body: str, start: int, end: int, stretches: Sequence[Stretch]) -> Written | None:
    """Words without marks of their own, in elements that lie one within the other: most passages,
    and these in a fifth of the time. None where an element would have to be cut."""
    say = escaped if _SIGNS.search(body, start, end) else str
    if not stretches:
        return Written(say(body[start:end]))
    written, at = Written(), start
    out: list[str] = []
    within: list[Stretch] = []
    for stretch in sorted(stretches, key=_outermost_first):
        begin, stop, layer, tag, _ = stretch
        while within and within[-1].end <= begin:
            closed = within.pop()
            out += (say(body[at : closed.end]), _closing(closed.tag))
            at = closed.end
        room, outer = (within[-1].end, within[-1].layer) if within else (end, -1)
        if not (at <= begin < stop <= room and outer < layer):
            return None
        out += (say(body[at:begin]), tag)
        at = begin
        written.note(stretch)
        within.append(stretch)
    for closed in reversed(within):
        out += (say(body[at : closed.end]), _closing(closed.tag))
        at = closed.end
    written.html = "".join([*out, say(body[at:end])])
    return written


_outermost_first = itemgetter(0, 2)


_Tags = tuple[Stretch | None, ...]
_BARE: _Tags = (None,) * len(Layer)
_EMPHASIS = Stretch(0, 0, Layer.EMPHASIS, "<em>")
_NOWHERE = 1 << 60


class _Writer:
    """Writes tokens in order. ``out`` is the HTML so far, ``open`` the elements that are open by
    layer, ``over`` those that lie over the words from here to ``until``."""

    def __init__(self, body: str, notes: Notes, stretches: Iterable[Stretch]) -> None:
        self.body, self.notes = body, notes
        self.out: list[str] = []
        self._written = Written()
        self.open = self.over = _BARE
        self._changes = _changes(stretches)
        self._next = 0
        self.until = self._changes[0][0] if self._changes else _NOWHERE

    def written(self) -> Written:
        """All of it."""
        self._written.html = "".join(self.out)
        return self._written

    def tokens(
        self, tokens: Sequence[Inline], start: int, end: int, em: Stretch | None = None
    ) -> None:
        """What stands from start to end."""
        for token in tokens:
            if token.end <= start or token.start >= end:
                continue
            if token.kind == "text":
                self._text(max(token.start, start), min(token.end, end), em)
            elif token.kind == "emphasis":
                self.tokens(token.children, start, end, _EMPHASIS)
            else:
                self._mark(token, em)

    def close(self) -> None:
        """End every element."""
        if self.open is not _BARE:
            self._turn(_BARE)

    def _text(self, at: int, end: int, em: Stretch | None) -> None:
        while at < end:
            if at >= self.until:
                self._advance(at)
            stop = min(end, self.until)
            if em or self.over is not self.open:
                self._turn(_with(self.over, em))
            self.out.append(escaped(self.body[at:stop]))
            at = stop

    def _mark(self, token: Inline, em: Stretch | None) -> None:
        """What is shown without being words of the text: it stands in a sentence, in no mark."""
        self._advance(token.start)
        self._turn((self.over[Layer.SENTENCE], em, *_BARE[2:]))
        self.out.append(_shown(token, self.notes))

    def _advance(self, at: int) -> None:
        while self.until <= at:
            self.over = self._changes[self._next][1]
            self._next += 1
            more = self._next < len(self._changes)
            self.until = self._changes[self._next][0] if more else _NOWHERE

    def _turn(self, wanted: _Tags) -> None:
        """Close what no longer lies over the words, and all within it, and open what does."""
        opened = self.open
        if wanted == opened:
            return
        same = next(
            n for n, (old, new) in enumerate(zip(opened, wanted, strict=True)) if old != new
        )
        self.out += [_closing(each.tag) for each in reversed(opened[same:]) if each]
        for each in wanted[same:]:
            if each:
                self.out.append(each.tag)
                self._written.note(each)
        self.open = wanted

    def table(self, block: Block) -> None:
        """Its rows; elements end with their cell."""
        self.out.append("<table>")
        for row in table(self.body, block).rows:
            self.out.append("<tr>")
            for cell in row.cells:
                self._cell(cell, *_HEADER if row.header else _PLAIN)
            self.out.append("</tr>")
        self.out.append("</table>")

    def _cell(self, cell: Cell, opening: str, closing: str) -> None:
        self.out.append(opening)
        self.tokens(cell.inlines, 0, _NOWHERE)
        self.close()
        self.out.append(closing)


_HEADER = ('<th scope="col">', "</th>")
_PLAIN = ("<td>", "</td>")


def _with(over: _Tags, em: Stretch | None) -> _Tags:
    return (over[0], em, *over[2:]) if em else over


def _changes(stretches: Iterable[Stretch]) -> list[tuple[int, _Tags]]:
    """Where the elements over the words change, in order, and what they are from there on."""
    ends: list[tuple[int, int, Layer, Stretch | None]] = []
    for each in stretches:
        ends += [(each.start, 1, each.layer, each), (each.end, 0, each.layer, None)]
    ends.sort(key=lambda end: end[:3])
    tags = list(_BARE)
    found: list[tuple[int, _Tags]] = []
    for at, _, layer, tag in ends:
        tags[layer] = tag
        if found and found[-1][0] == at:
            found.pop()
        found.append((at, tuple(tags)))
    return found


@lru_cache(maxsize=256)
def _closing(tag: str) -> str:
    return f"</{tag[1:].partition(' ')[0].rstrip('>')}>"


def _shown(token: Inline, notes: Notes) -> str:
    if token.kind == "line":
        return "<br>"
    said = escaped(token.value)
    if token.kind == "break" and (href := notes.scans.get(token.start)):
        return f"{page_link(token.value, href)} "
    if token.kind == "break":
        return f'<span class="leaf">{said}</span> '
    passage = notes.passages.get(token.value)
    if passage is None:
        return f"<sup>{said}</sup>"
    return f'<sup class="note"><a href="#{passage}">{said}</a></sup>'
