"""A quotation held against the wording it may have been taken from: pure functions over both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median_low
from typing import Literal

import numpy as np
from rapidfuzz.distance import Levenshtein

from archive.editions.words import Piece, compare_words
from archive.texts.fingerprints import Unit, has_a_run, run_numbers, units

Likeness = Literal["exact", "same words", "altered"]

_DOTS = r"\(?(?:…|\.(?:\s?\.){2,})\)?"
#: What somebody who quotes leaves out.
_LEFT_OUT = re.compile(_DOTS)
#: The same, and what is put in in brackets.
_MARKED = re.compile(rf"\[[^\[\]]{{0,200}}\]|{_DOTS}")

#: A part of a quotation that shares less than this of its words with a wording is not of it.
LEAST_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """A passage as it reads: its id, and where its words begin in the wording of all."""

    id: str
    start: int
    end: int


class Wording:
    """Passages of one text that follow each other, a blank line between them."""

    def __init__(self, passages: Sequence[tuple[str, str]]) -> None:
        self.text = "\n\n".join(words for _, words in passages)
        self.passages: list[Said] = []
        at = 0
        for passage, words in passages:
            self.passages.append(Said(passage, at, at + len(words)))
            at += len(words) + 2

    @cached_property
    def units(self) -> list[Unit]:
        """Its words in order."""
        return units(self.text)

    @cached_property
    def runs(self) -> dict[int, list[int]]:
        """Where each run of words begins, by its number."""
        found: dict[int, list[int]] = {}
        for place, number in enumerate(run_numbers(self.text)):
            found.setdefault(number, []).append(place)
        return found

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """The ids of the passages that a stretch touches."""
        return tuple(p.id for p in self.passages if p.start < end and start < p.end)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quotation stands in a wording, and how it differs.

    ``pieces`` are those of ``compare_words``: "removed" is what the wording has and the quotation
    has not, "added" the other way round. What was openly left out is neither: it stands as its
    sign. Of the quotation's ``words``, ``kept`` stand there so.
    """

    likeness: Likeness
    words: int
    kept: int
    passages: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    shared: int
    changed: bool


def cut(quotation: str) -> list[str]:
    """The parts of a quotation between what was openly left out or put in, with those signs:
    words, sign, words …; a part may be empty. Where hardly more than brackets is quoted, what stands
    in them are words: a document may have "[Source: …]" itself."""
    parts = _cut(quotation, _MARKED)
    return parts if any(map(has_a_run, parts[::2])) else _cut(quotation, _LEFT_OUT)


def _cut(quotation: str, signs: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    at = 0
    for sign in signs.finditer(quotation):
        parts += [quotation[at : sign.start()], sign[0]]
        at = sign.end()
    return [*parts, quotation[at:]]


def find(quotation: str, wording: Wording) -> Match | None:
    """The quotation in the wording; None where too little of it stands there, or not in order."""
    pieces: list[Piece] = []
    passages: dict[str, None] = {}
    said = shared = at = 0
    likeness: Likeness = "exact"
    for place, part in enumerate(cut(quotation)):
        quoted = units(part) if place % 2 == 0 else []
        if not quoted:
            pieces += [Piece("same", f" {part} ")] if place % 2 else []
            continue
        found = _locate(part, quoted, wording, at)
        if found is None:
            return None
        ours, theirs = part[quoted[0].start : quoted[-1].end], wording.text[found.start : found.end]
        likeness = _worse(likeness, _likeness(ours, theirs, found.changed))
        pieces += compare_words(" ".join(theirs.split()), " ".join(ours.split()))
        passages |= dict.fromkeys(wording.within(found.start, found.end))
        said, shared, at = said + len(quoted), shared + found.shared, found.end
    return Match(likeness, said, shared, tuple(passages), tuple(pieces)) if said else None


def _likeness(ours: str, theirs: str, changed: bool) -> Likeness:
    if changed:
        return "altered"
    return "exact" if ours.split() == theirs.split() else "same words"


def _worse(one: Likeness, other: Likeness) -> Likeness:
    order: tuple[Likeness, ...] = ("exact", "same words", "altered")
    return max(one, other, key=order.index)


def _locate(part: str, quoted: Sequence[Unit], wording: Wording, after: int) -> _Stretch | None:
    """The stretch of the wording, from ``after`` on, that a part was taken from."""
    likely = [unit for unit in _likely(part, len(quoted), wording) if unit.start >= after]
    mine, theirs = ([unit.folded for unit in side] for side in (quoted, likely))
    end = _best_end(mine, theirs)
    start = end - _best_end(mine[::-1], theirs[:end][::-1])
    edits = Levenshtein.opcodes(mine, theirs[start:end])
    shared = sum(edit.src_end - edit.src_start for edit in edits if edit.tag == "equal")
    if not shared or shared < LEAST_SHARED * len(quoted):
        return None
    changed = shared < len(quoted) or end - start > len(quoted)
    return _Stretch(likely[start].start, likely[end - 1].end, shared, changed)


def _best_end(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of their words there are up to the end of the stretch nearest to mine, by words
    changed, missing or too many; it may begin anywhere (Sellers 1980)."""
    numbers: dict[str, int] = {}
    ours, others = (
        np.array([numbers.setdefault(word, len(numbers)) for word in side])
        for side in (mine, theirs)
    )
    steps = np.arange(len(others) + 1)
    costs = np.zeros(len(others) + 1, int)
    for done, word in enumerate(ours, 1):
        beside = np.minimum(costs[:-1] + (others != word), costs[1:] + 1)
        costs = np.minimum.accumulate(np.concatenate(([done], beside)) - steps) + steps
    return int(costs.argmin())


def _likely(part: str, length: int, wording: Wording) -> Sequence[Unit]:
    """The words around which the part most likely stands: the wording may be long."""
    shifts = [
        there - here
        for here, number in enumerate(run_numbers(part))
        for there in wording.runs.get(number, ())
    ]
    slack = 20 + length // 2
    if not shifts:
        return wording.units[: length + 2 * slack]
    begin = median_low(shifts)
    return wording.units[max(begin - slack, 0) : begin + length + slack]
