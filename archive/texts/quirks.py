"""What looks like a slip of whoever typed a text: shown to staff, never refused, never mended.

Only what is nearly always a slip is named, so that a warning is worth reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from archive.texts.abbreviations import ABBREVIATIONS
from archive.texts.lookalikes import is_mixed, strangers
from archive.texts.markup import Block, BlockKind, blocks


class QuirkKind(StrEnum):
    MIXED = "letters of two scripts"
    GLUED = "glued sentences"
    STRAY = "stray sign"
    DOUBLED = "doubled space"


@dataclass(frozen=True, slots=True)
class Quirk:
    """``passage`` is the block's number, counted from 1; ``start`` and ``end`` are code points of
    the body, the end exclusive, around what is odd; ``words`` is that with the words beside it,
    as it stands; ``remedy`` says what to do."""

    kind: QuirkKind
    passage: int
    start: int
    end: int
    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class QuirkGroup:
    """The quirks of one kind in a text, at least one."""

    kind: QuirkKind
    quirks: tuple[Quirk, ...]

    @property
    def heading(self) -> str:
        """``2 pairs of glued sentences``."""
        count = len(self.quirks)
        return f"{count} {_NOUNS[self.kind][count > 1]}"

    @property
    def shown(self) -> tuple[Quirk, ...]:
        """The first of them."""
        return self.quirks[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.quirks) - len(self.shown)

    @property
    def remedies(self) -> str:
        """What to do with those shown, each said once."""
        return " ".join(dict.fromkeys(quirk.remedy for quirk in self.shown))

    def __str__(self) -> str:
        places = ", ".join(f"“{q.words}” in paragraph {q.passage}" for q in self.shown)
        more = f" and {self.more} more" if self.more else ""
        return f"{self.heading}: {places}{more}. {self.remedies}"


#: Quirks of one kind that are shown; the others are counted.
MOST_SHOWN = 5
_NOUNS = {
    QuirkKind.MIXED: ("word in letters of two scripts", "words in letters of two scripts"),
    QuirkKind.GLUED: ("pair of glued sentences", "pairs of glued sentences"),
    QuirkKind.STRAY: ("stray sign", "stray signs"),
    QuirkKind.DOUBLED: ("doubled space", "doubled spaces"),
}

_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]{3,}+)[.!?]++[»”\"’')\]]*+"
    r"(?P<after>[^\W\d_]{2,}|[^\W\d_](?=\s+[^\W\d_]))"
)
# Not a dot of an ellipsis (. . .) or before a figure (.45).
_STRAY = re.compile(r"(?<=[^\W_])[ \t\u00a0]++(?P<sign>[.,!])(?! ?[.,…\d])")
_LEADING = re.compile(r"[.,;](?=[^\W\d_])")
# Not after the end of a sentence, where typists set two, nor beside the bars of a table.
_DOUBLED = re.compile(r"(?<=[^\s|.!?:;…»”\"’')\]])[ \t\u00a0]{2,}+(?=[^\s|])")
_ADDRESS = re.compile(r"://|www\.|@")
#: Around a quirk this much is looked at for the words beside it.
_BESIDE = 24
#: Languages that set a space before these signs.
_SPACED_SIGNS = {"fr": "!"}


def quirks(body: str, language: str) -> tuple[Quirk, ...]:
    """Every quirk of a text, in the order of its wording."""
    tongue = language.partition("-")[0].lower()
    found = [
        quirk
        for block in blocks(body)
        for quirk in (
            *_mixed(body, block),
            *_glued(body, block),
            *_stray(body, block, _SPACED_SIGNS.get(tongue, "")),
            *_doubled(body, block),
        )
    ]
    return tuple(sorted(found, key=lambda quirk: quirk.start))


def quirk_groups(body: str, language: str) -> tuple[QuirkGroup, ...]:
    """The quirks of a text by kind, in the order of the kinds; empty where there are none."""
    found = quirks(body, language)
    return tuple(
        QuirkGroup(kind, same)
        for kind in QuirkKind
        if (same := tuple(quirk for quirk in found if quirk.kind is kind))
    )


def _mixed(body: str, block: Block) -> Iterator[Quirk]:
    if not is_mixed(body[block.start : block.end]):
        return
    for word in _WORD.finditer(body, block.start, block.end):
        for place, twin in strangers(word[0])[:1]:
            letter = word[0][place]
            remedy = f"“{letter}” is {_named(letter)}. Write “{twin}”, {_named(twin)}."
            yield Quirk(QuirkKind.MIXED, block.number, *word.span(), word[0], remedy)


def _named(letter: str) -> str:
    """``LATIN CAPITAL LETTER C`` as ``a Latin letter (U+0043)``."""
    script = unicodedata.name(letter).partition(" ")[0].capitalize()
    return f"a {script} letter (U+{ord(letter):04X})"


def _glued(body: str, block: Block) -> Iterator[Quirk]:
    for found in _GLUED.finditer(body, block.start, block.end):
        if not _ends_and_begins(found["before"], found["after"]):
            continue
        if not _ADDRESS.search(_beside(body, block, found.span())):
            remedy = "Put a space between them."
            yield Quirk(QuirkKind.GLUED, block.number, *found.span(), found[0], remedy)


def _ends_and_begins(before: str, after: str) -> bool:
    """Whether both are words, the first no abbreviation and the second with a capital alone."""
    capital = after[0].isupper() and (not after[1:] or after[1:].islower())
    return capital and before[-1].islower() and before.lower() not in ABBREVIATIONS


def _stray(body: str, block: Block, spaced: str) -> Iterator[Quirk]:
    remedy = "Close the space before it, or take the sign away."
    if (leading := _LEADING.match(body, block.start, block.end)) is not None:
        yield _around(QuirkKind.STRAY, body, block, leading.span(), remedy)
    for found in _STRAY.finditer(body, block.start, block.end):
        if found["sign"] not in spaced:
            yield _around(QuirkKind.STRAY, body, block, found.span(), remedy)


def _doubled(body: str, block: Block) -> Iterator[Quirk]:
    if block.kind is BlockKind.TABLE:
        return
    for found in _DOUBLED.finditer(body, block.start, block.end):
        yield _around(QuirkKind.DOUBLED, body, block, found.span(), "Leave one space.")


def _around(kind: QuirkKind, body: str, block: Block, span: tuple[int, int], remedy: str) -> Quirk:
    return Quirk(kind, block.number, *span, _beside(body, block, span), remedy)


def _beside(body: str, block: Block, span: tuple[int, int]) -> str:
    """A stretch with what stands beside it up to the next space."""
    start, end = span
    before = body[max(block.start, start - _BESIDE) : start].split()
    after = body[end : min(block.end, end + _BESIDE)].split()
    left = before[-1] if before and not body[start - 1].isspace() else ""
    right = after[0] if after and not body[end].isspace() else ""
    return left + body[start:end] + right
