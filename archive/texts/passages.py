"""A body's passages: what each block is in a document, and the permanent id it keeps.

The rules are conservative: whatever is not plainly something else is a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.texts.addressing import is_salutation, is_shelfmark
from archive.texts.datelines import is_dateline, names_a_day
from archive.texts.markup import Block, BlockKind, blocks, plain
from archive.texts.passage_ids import OldPassage, keep_ids

__all__ = ["Division", "HandRange", "OldPassage", "PassageKind", "divide", "keep_ids"]

_SHORT = 100
_LONGEST_NAME = 60
_LONGEST_INITIALS = 3
_MOST_HEADINGS = 4
_TOP = 8
_BOTTOM = 3
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}|[\u3400-\u9fff]\s[\u3400-\u9fff]{1,2}"
)
_NAME_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "du",
        "del",
        "von",
        "van",
        "der",
        "den",
        "zu",
        "le",
        "la",
        "al",
        "bin",
        "ibn",
        "el",
        "y",
        "and",
        "und",
        "и",
    ]
)
_LIST_LABEL = re.compile(
    r"(?i)(?:other |others )?(?:participants|present|to|from|memorandum for|info)"
)
"""After these a list of people follows, not a title."""
_NO_NAME = re.compile(
    r"(?i)\[?(?:recommendations?|attachments?|enclosures?|annex(?:es)?|appendix|tab|top|secret"
    r"|confidential|unclassified|subject|present|participants?|others|memorandum|end|text|summary"
    r"|conclusions?|background|discussion|not|none|omitted|copy|copies|note|action|information"
    r"|sincerely|yours|respectfully|faithfully|regards|love|best|postscript|draft|official"
    r"|приложение|копия|верно|секретно|совершенно|резолюция|anlage|abschrift|amen|finis)\b.*"
)


class PassageKind(StrEnum):
    HEADING = "heading"
    SALUTATION = "salutation"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE = "table"
    SIGNATURE = "signature"
    DATELINE = "dateline"
    ANNOTATION = "annotation"
    SHELFMARK_LINE = "shelfmark line"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class HandRange:
    """Blocks ``first`` to ``last`` are in another hand, both included and counted from 1."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Division:
    """A passage: the block at ``body[start:end]``, its marks included."""

    kind: PassageKind
    start: int
    end: int


_MARKED = {
    BlockKind.HEADING: PassageKind.HEADING,
    BlockKind.TABLE: PassageKind.TABLE,
    BlockKind.FOOTNOTE: PassageKind.FOOTNOTE,
}


def divide(
    body: str, language: str, *, title: str = "", hands: Sequence[HandRange] = ()
) -> tuple[Division, ...]:
    """One passage for each block, in order; ``title`` is the text's own."""
    found = blocks(body)
    kinds = _Kinds(body, found, language, title, hands).decide()
    return tuple(
        Division(kind, block.start, block.end) for kind, block in zip(kinds, found, strict=True)
    )


class _Kinds:
    """Decides step by step; a block once decided stays so."""

    def __init__(
        self,
        body: str,
        found: tuple[Block, ...],
        language: str,
        title: str,
        hands: Sequence[HandRange],
    ) -> None:
        self.language, self.title = language, title
        inside = [hand for hand in hands if 1 <= hand.first <= hand.last <= len(found)]
        self.first_of_hands = sorted(hand.first - 1 for hand in inside)
        self.last_of_hands = {hand.last - 1 for hand in inside if hand.first < hand.last}
        self.in_a_hand = bytearray(len(found))
        for hand in inside:
            self.in_a_hand[hand.first - 1 : hand.last] = b"\1" * (hand.last - hand.first + 1)
        self.blocks = found
        self.end = len(found)
        self.short = [_short_wording(body, block) for block in found]
        self.kinds: list[PassageKind | None] = [_MARKED.get(block.kind) for block in found]

    def decide(self) -> list[PassageKind]:
        self._mark(PassageKind.SHELFMARK_LINE, self._is_shelfmark_line)
        self._mark(PassageKind.DATELINE, self._is_dateline)
        self.end = self._last_wording()
        self._mark(PassageKind.SIGNATURE, self._is_signature)
        self._mark(PassageKind.ANNOTATION, self._is_in_a_hand)
        self._mark_top()
        return [kind or self._plain_kind(place) for place, kind in enumerate(self.kinds)]

    def _mark(self, kind: PassageKind, holds: Callable[[int], bool]) -> None:
        for place, decided in enumerate(self.kinds):
            if decided is None and holds(place):
                self.kinds[place] = kind

    def _plain_kind(self, place: int) -> PassageKind:
        item = self.blocks[place].kind is BlockKind.LIST_ITEM
        if item and not names_a_day(self.short[place], self.language):
            return PassageKind.LIST_ITEM
        return PassageKind.PARAGRAPH

    def _is_shelfmark_line(self, place: int) -> bool:
        at_an_edge = place < _BOTTOM or place >= len(self.blocks) - _BOTTOM
        return at_an_edge and is_shelfmark(self.short[place])

    def _is_dateline(self, place: int) -> bool:
        return bool(self.short[place]) and is_dateline(self.short[place], self.language)

    def _is_in_a_hand(self, place: int) -> bool:
        return bool(self.in_a_hand[place])

    def _is_signature(self, place: int) -> bool:
        """A name beside a date in the lower half, right before or at the end of a hand, or last."""
        if place == 0 or not _could_be_name(self.short[place]):
            return False
        end = self._next_hand(place) or self.end
        beside = self.kinds[place - 1 : place + 2 : 2]
        if PassageKind.DATELINE in beside and 2 * place >= end - 1:
            return True
        if place + 1 == self._next_hand(place) or place in self.last_of_hands:
            return True
        return place == end - 1 and self._ends_a_sentence(place - 1)

    def _next_hand(self, place: int) -> int | None:
        following = bisect_right(self.first_of_hands, place)
        found = self.first_of_hands[following : following + 1]
        return found[0] if found else None

    def _last_wording(self) -> int:
        """Where the wording ends: before the last notes and shelfmark."""
        end = len(self.kinds)
        while end and self.kinds[end - 1] in (PassageKind.SHELFMARK_LINE, PassageKind.FOOTNOTE):
            end -= 1
        return end

    def _ends_a_sentence(self, place: int) -> bool:
        """Whether the block before a last name is wording or a closing (``Sincerely,``)."""
        if self.kinds[place] is not None:
            return False
        wording = self.short[place].rstrip()
        return not wording or wording[-1] in '.!?,”"。！？' or len(wording) > _SHORT

    def _mark_top(self) -> None:
        """Headings and the salutation stand before all other wording."""
        headings: list[int] = []
        for place in range(min(_TOP, len(self.kinds))):
            wording = self.short[place]
            if self.kinds[place] in (
                PassageKind.HEADING,
                PassageKind.DATELINE,
                PassageKind.SHELFMARK_LINE,
            ):
                continue
            if self.kinds[place] is not None:
                break
            if is_salutation(wording, self.language):
                self.kinds[place] = PassageKind.SALUTATION
                break
            if not self._could_be_heading(place):
                break
            headings.append(place)
            if _LIST_LABEL.fullmatch(wording.strip()):
                break
        else:
            return
        self._mark_headings(headings)

    def _mark_headings(self, headings: list[int]) -> None:
        for place in headings:
            equal = _same(self.short[place], self.title)
            if equal or len(headings) <= _MOST_HEADINGS:
                self.kinds[place] = PassageKind.HEADING

    def _could_be_heading(self, place: int) -> bool:
        wording = self.short[place].strip()
        if not wording or self.blocks[place].kind is BlockKind.LIST_ITEM:
            return False
        if _same(wording, self.title):
            return True
        if "|" in wording or not (wording[-1].isalnum() or wording[-1] in ')»”"]'):
            return False
        if wording[0] in "[(" or ". " in wording or "。" in wording:
            return False
        wide = len(wording.split()) > 1 or wording.isupper() or bool(_UNSPACED.match(wording))
        return wide and not wording[0].islower()


def _short_wording(body: str, block: Block) -> str:
    """The shown wording of a short block, empty for a long one."""
    return plain(body, block)[0] if block.end - block.start <= 2 * _SHORT else ""


def _could_be_name(wording: str) -> bool:
    """One to six capitalised words or initials, without a figure; not a sentence."""
    wording = wording.strip().lstrip(".").strip("[]() ")
    if not wording or wording[-1] in ",，" or len(wording) > _LONGEST_NAME:
        return False
    if _NO_NAME.fullmatch(wording):
        return False
    if _HAN_NAME.fullmatch(wording):
        return True
    if any(character.isdigit() or character in ":;|!?/" for character in wording):
        return False
    words = re.findall(r"[^\s,]+", wording)
    if words[-1].endswith(".") and len(words[-1]) > _LONGEST_INITIALS:
        return False
    capital = [word for word in words if word.lstrip("([").lstrip()[:1].isupper()]
    others = [word for word in words if word not in capital]
    return len(capital) >= 1 and len(words) <= 6 and all(w in _NAME_PARTICLES for w in others)


def _same(wording: str, title: str) -> bool:
    return bool(title) and " ".join(wording.casefold().split()) == " ".join(
        title.casefold().split()
    )
