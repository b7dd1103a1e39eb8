"""Permanent ids: which passage of a new wording is which passage of the old one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

ALIKE = 0.6
"""The least likeness (rapidfuzz ``ratio``, 0..1) at which a changed passage keeps its id. Measured
on FRUS and QhoD: of different passages of one document, neighbours in length, 0.5 % of those over
100 characters are as alike, and 6 % of the shorter ones (names, formulas)."""

_PART = 0.3
_PART_LENGTH = 20
_COMPARED = 10_000
_COMMON = 12
_BY_WORDS = 6
_BY_PLACE = 4
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}|[^\W\u3040-\u30ff\u3400-\u9fff]+"
)
_TOKENS_READ = 400


@dataclass(frozen=True, slots=True)
class OldPassage:
    id: int
    wording: str


def keep_ids(
    old: Sequence[OldPassage], new: Sequence[str], last: int
) -> tuple[tuple[int, ...], int]:
    """The id of each new wording, in order, and the last id ever given.

    The same wording keeps its id, also where it moved; then the most alike do, from ``ALIKE``
    up, the nearer first among equals. Of a split or joined passage the greater part keeps the
    id. All others get last + 1, last + 2, … An id is given at most once and never again.
    The work is linear in the number of passages: each is compared with a few likely ones.
    """
    pairs = _same(old, new)
    pairs |= _alike(old, new, pairs)
    last = max([last, *(passage.id for passage in old)])
    ids: list[int] = []
    for number in range(len(new)):
        if number in pairs:
            ids.append(old[pairs[number]].id)
        else:
            last += 1
            ids.append(last)
    return tuple(ids), last


def _same(old: Sequence[OldPassage], new: Sequence[str]) -> dict[int, int]:
    """New place → old place of equal wordings: both ends first, the rest in order."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head].wording == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail].wording == new[-1 - tail]:
        tail += 1
    pairs = {place: place for place in range(head)}
    pairs |= {len(new) - 1 - n: len(old) - 1 - n for n in range(tail)}
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for place in range(head, len(old) - tail):
        waiting[old[place].wording].append(place)
    for place in range(head, len(new) - tail):
        if waiting[new[place]]:
            pairs[place] = waiting[new[place]].popleft()
    return pairs


def _alike(
    old: Sequence[OldPassage], new: Sequence[str], pairs: Mapping[int, int]
) -> dict[int, int]:
    """New place → old place of changed passages, the most alike first."""
    taken = set(pairs.values())
    left = [place for place in range(len(old)) if place not in taken]
    likely = _Likely(old, left)
    scored = []
    for place, expected in _unmatched(len(old), len(new), pairs):
        for candidate in likely.candidates(new[place], expected):
            score = _likeness(old[candidate].wording, new[place])
            if score:
                scored.append((-round(score, 2), abs(candidate - expected), place, candidate))
    found: dict[int, int] = {}
    for _, _, place, candidate in sorted(scored):
        if place not in found and candidate not in taken:
            found[place] = candidate
            taken.add(candidate)
    return found


def _unmatched(old: int, new: int, pairs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """New places without a pair, and where in the old wording each would be expected."""
    known = [(-1, -1), *sorted(pairs.items()), (new, old)]
    for (before, old_before), (after, _) in pairwise(known):
        for place in range(before + 1, after):
            yield place, min(old_before + place - before, old - 1)


class _Likely:
    """The old passages without a pair, found by rare words and by place."""

    def __init__(self, old: Sequence[OldPassage], left: Sequence[int]) -> None:
        self._left = left
        self._holding: dict[str, list[int]] = defaultdict(list)
        for place in left:
            for token in _tokens(old[place].wording):
                if len(self._holding[token]) <= _COMMON:
                    self._holding[token].append(place)

    def candidates(self, wording: str, expected: int) -> set[int]:
        shared: Counter[int] = Counter()
        for token in _tokens(wording):
            places = self._holding.get(token, ())
            if len(places) <= _COMMON:
                shared.update(places)
        at = bisect_left(self._left, expected)
        near = self._left[max(0, at - _BY_PLACE) : at + _BY_PLACE]
        return {place for place, _ in shared.most_common(_BY_WORDS)} | set(near)


def _tokens(wording: str) -> set[str]:
    return {
        match[0] for match, _ in zip(_TOKEN.finditer(wording), range(_TOKENS_READ), strict=False)
    }


def _likeness(old: str, new: str) -> float:
    """0 for different passages, else how alike they are, 1 for the same."""
    shorter, longer = sorted((old[:_COMPARED], new[:_COMPARED]), key=len)
    score = fuzz.ratio(shorter, longer, score_cutoff=ALIKE * 100) / 100
    if score or len(shorter) < max(_PART_LENGTH, _PART * len(longer)):
        return score
    return len(shorter) / len(longer) if shorter in longer else 0.0
