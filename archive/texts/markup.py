"""The small markup of a body: blocks, tables, footnotes, page breaks.

Far less than CommonMark, which would renumber and swallow words of real documents. The marks are
those of the record schema and no others (see docs/markup.md); every character that is no mark is
shown exactly as stored. All offsets are code points into the body, the end exclusive, and all
work is linear in the length of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from archive.texts.inlines import BREAK_LINE, NOTE_LABEL, Inline, read_inlines
from archive.texts.listmarkers import begins_with_marker
from archive.texts.tables import Cell, Row, Table, is_table, read_table, table_inlines

__all__ = [
    "Block",
    "BlockKind",
    "Cell",
    "Definition",
    "Footnotes",
    "Inline",
    "PageBreak",
    "PageBreakKind",
    "Reference",
    "Row",
    "Table",
    "blocks",
    "definitions",
    "footnotes",
    "inlines",
    "page_breaks",
    "plain",
    "table",
    "wording",
    "wordings",
]

_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"# (?=[^\r\n]*\S)")
_DEFINITION = re.compile(rf"\[\^({NOTE_LABEL})\]:[ \t]?")
#: What begins every mark that hides something, or parts letters, within a line: emphasis, escapes,
#: footnotes and page breaks. Those of headings, lists and tables stand between words.
_HIDING = re.compile(r"\\|\*|\[\^|\[[pf]\. ")

_Line = tuple[int, int]


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE = "table"
    FOOTNOTE = "footnote"


class PageBreakKind(StrEnum):
    PAGE = "page"
    LEAF = "leaf"


@dataclass(frozen=True, slots=True)
class Block:
    """A chunk between blank lines; ``number`` counts from 1. Marks lie within start and end."""

    number: int
    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """``[p. 22]`` (label ``22``) at offset ``at``.

    Either ``before_block`` or ``within_block`` has a number; both are None after the last block.
    """

    kind: PageBreakKind
    label: str
    at: int
    before_block: int | None
    within_block: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """``[^1]`` in the text of a block, start and end around the whole mark."""

    label: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Definition:
    """The block that says footnote ``label``, start and end around its wording."""

    label: str
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Footnotes:
    """References and definitions, each in the order of the body."""

    references: tuple[Reference, ...]
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class _Parsed:
    blocks: tuple[Block, ...]
    breaks: tuple[PageBreak, ...]
    definitions: Mapping[str, Definition]


def blocks(body: str) -> tuple[Block, ...]:
    """The blocks in order. Page-break lines at the edge of a chunk belong to no block."""
    return _parse(body).blocks


def page_breaks(body: str) -> tuple[PageBreak, ...]:
    """All page and leaf breaks, in order."""
    return _parse(body).breaks


def inlines(body: str, block: Block) -> tuple[Inline, ...]:
    """The shown tokens of a block, without its ``# `` or ``[^1]:``.

    A table gives the tokens of its cells, with a ``line`` token of value tab between cells and of
    value newline between rows.
    """
    defined = _parse(body).definitions
    if block.kind is BlockKind.TABLE:
        return table_inlines(read_table(body, block.start, block.end, defined))
    return read_inlines(body, _wording_start(body, block), block.end, defined)


def table(body: str, block: Block) -> Table:
    """The rows of a table block; raises ValueError for a block of another kind."""
    if block.kind is not BlockKind.TABLE:
        raise ValueError(f"block {block.number} is a {block.kind}, not a table")
    return read_table(body, block.start, block.end, _parse(body).definitions)


def plain(body: str, block: Block) -> tuple[str, tuple[int, ...]]:
    """The shown characters of a block, and for each its offset in the body.

    A footnote's reference shows nothing, a page break one space, a line end a newline, the bar
    between two cells a tab.
    """
    parts: list[str] = []
    offsets: list[int] = []
    for token in _leaves(inlines(body, block)):
        parts.append(_shown(token))
        if token.kind == "text":
            offsets.extend(range(token.start, token.end))
        elif token.kind != "footnote":
            offsets.append(token.start)
    return "".join(parts), tuple(offsets)


def wording(body: str, block: Block) -> str:
    """The shown characters of a block, as ``plain`` gives them, where nobody asks for offsets."""
    return "".join(map(_shown, _leaves(inlines(body, block))))


def wordings(body: str) -> Iterator[str]:
    """The words of a body as they are shown, in order: of each block its wording, or all of them as
    one where no mark can hide or part any."""
    if _HIDING.search(body):
        return (wording(body, block) for block in blocks(body))
    return iter((body,))


def _shown(token: Inline) -> str:
    if token.kind == "footnote":
        return ""
    return " " if token.kind == "break" else token.value


def definitions(body: str) -> tuple[Definition, ...]:
    """The footnotes that have a definition, in order; what refers to them is not looked for."""
    return tuple(_parse(body).definitions.values())


def footnotes(body: str) -> Footnotes:
    """Footnotes with a definition; a reference without one is literal text and not listed."""
    parsed = _parse(body)
    if not parsed.definitions:
        return Footnotes((), ())
    references = (
        Reference(token.value, block.number, token.start, token.end)
        for block in parsed.blocks
        for token in _leaves(inlines(body, block))
        if token.kind == "footnote"
    )
    return Footnotes(tuple(references), tuple(parsed.definitions.values()))


def _leaves(tokens: tuple[Inline, ...]) -> Iterator[Inline]:
    for token in tokens:
        if token.kind == "emphasis":
            yield from token.children
        else:
            yield token


@lru_cache(maxsize=32)
def _parse(body: str) -> _Parsed:
    found: list[Block] = []
    breaks: list[PageBreak] = []
    definitions: dict[str, Definition] = {}
    broken = "[p. " in body or "[f. " in body
    for chunk in _chunks(body):
        number = len(found) + 1
        if not broken:
            found.append(_block(body, number, chunk, definitions))
            continue
        first, last = _core(body, chunk)
        lines = chunk[first:last]
        breaks += _breaks(body, chunk[:first], number, None)
        breaks += _breaks(body, lines, None, number)
        if lines:
            found.append(_block(body, number, lines, definitions))
        breaks += _breaks(body, chunk[max(first, last) :], number + 1, None)
    return _Parsed(tuple(found), tuple(_settled(breaks, len(found))), definitions)


def _lines(body: str) -> Iterator[_Line]:
    start = 0
    for end in _LINE_END.finditer(body):
        yield start, end.start()
        start = end.end()
    yield start, len(body)


def _chunks(body: str) -> Iterator[list[_Line]]:
    """Runs of lines that are not blank; definitions on lines of their own stand apart."""
    chunk: list[_Line] = []
    for start, end in _lines(body):
        blank = start == end or body[start:end].isspace()
        apart = chunk and _defines(body, chunk[0]) and _defines(body, (start, end))
        if chunk and (blank or apart):
            yield chunk
            chunk = []
        if not blank:
            chunk.append((start, end))
    if chunk:
        yield chunk


def _defines(body: str, line: _Line) -> bool:
    return _DEFINITION.match(body, *line) is not None


def _core(body: str, chunk: list[_Line]) -> tuple[int, int]:
    """The lines of a chunk without the page breaks at its edges."""
    first, last = 0, len(chunk)
    while first < last and BREAK_LINE.fullmatch(body, *chunk[first]):
        first += 1
    while last > first and BREAK_LINE.fullmatch(body, *chunk[last - 1]):
        last -= 1
    return first, last


def _breaks(
    body: str, lines: list[_Line], before: int | None, within: int | None
) -> Iterator[PageBreak]:
    for line in lines:
        if found := BREAK_LINE.fullmatch(body, *line):
            kind = PageBreakKind.PAGE if found["letter"] == "p" else PageBreakKind.LEAF
            yield PageBreak(kind, found["label"], found.start("whole"), before, within)


def _settled(breaks: list[PageBreak], last: int) -> Iterator[PageBreak]:
    """A break promised to a block that never came stands after the last one."""
    for found in breaks:
        if found.before_block is not None and found.before_block > last:
            yield PageBreak(found.kind, found.label, found.at, None)
        else:
            yield found


def _block(body: str, number: int, lines: list[_Line], definitions: dict[str, Definition]) -> Block:
    start, end = lines[0][0], lines[-1][1]
    kind = _kind(body, lines)
    if kind is BlockKind.FOOTNOTE and (mark := _DEFINITION.match(body, start, end)):
        if mark[1] in definitions:
            kind = BlockKind.PARAGRAPH
        else:
            definitions[mark[1]] = Definition(mark[1], number, mark.end(), end)
    return Block(number, kind, start, end)


def _kind(body: str, lines: list[_Line]) -> BlockKind:
    start, end = lines[0]
    if _HEADING.match(body, start, end):
        return BlockKind.HEADING
    if _DEFINITION.match(body, start, end):
        return BlockKind.FOOTNOTE
    if is_table(body, [line for line in lines if not BREAK_LINE.fullmatch(body, *line)]):
        return BlockKind.TABLE
    if begins_with_marker(body[start:end]):
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def _wording_start(body: str, block: Block) -> int:
    mark = {BlockKind.HEADING: _HEADING, BlockKind.FOOTNOTE: _DEFINITION}.get(block.kind)
    found = mark.match(body, block.start, block.end) if mark else None
    return found.end() if found else block.start
