"""What is left over on both sides of a row, set against each other: the likest first."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, zip_longest

from archive.parallel.dates import DateMention
from archive.parallel.numbers import Number, canonical

_Parts = tuple[tuple[str, int], ...]

MANY_PAIRS = 10_000
"""Past this, numbers left over are set against each other in order, not by likeness."""


def paired(
    ours: Sequence[Number], theirs: Sequence[Number]
) -> list[tuple[Number | None, Number | None]]:
    """Numbers of both sides: the likest digits first, then place.

    Every number stands in one pair. A hopelessly long row is paired in order.
    """
    if len(ours) * len(theirs) > MANY_PAIRS:
        return list(zip_longest(ours, theirs))
    taken = _likest(ours, theirs)
    pairs: list[tuple[Number | None, Number | None]] = [
        (mine, theirs[taken[i]] if i in taken else None) for i, mine in enumerate(ours)
    ]
    answered = set(taken.values())
    return pairs + [(None, other) for j, other in enumerate(theirs) if j not in answered]


def _likest(ours: Sequence[Number], theirs: Sequence[Number]) -> dict[int, int]:
    """Places of ours, each with that of theirs which it is set against."""
    ranked = sorted(
        (_unlikeness(mine, other, i / len(ours) - j / len(theirs)), i, j)
        for i, mine in enumerate(ours)
        for j, other in enumerate(theirs)
    )
    taken: dict[int, int] = {}
    answered: set[int] = set()
    for _, i, j in ranked:
        if i not in taken and j not in answered:
            taken[i] = j
            answered.add(j)
    return taken


def _unlikeness(mine: Number, other: Number, offset: float) -> float:
    first, second = canonical(mine.values[0]), canonical(other.values[0])
    return 1 - SequenceMatcher(None, first, second, autojunk=False).ratio() + abs(offset)


def paired_dates(
    ours: Sequence[DateMention], theirs: Sequence[DateMention]
) -> list[tuple[DateMention | None, DateMention | None]]:
    """Dates of both sides in order, each of ours with the one left that shares most of year, month
    and day; of equals, the first."""
    waiting: dict[_Parts, deque[int]] = defaultdict(deque)
    for place, other in enumerate(theirs):
        for parts in _stated(other):
            waiting[parts].append(place)
    used: set[int] = set()
    pairs: list[tuple[DateMention | None, DateMention | None]] = []
    for mention in ours:
        likest = _first_left(mention, waiting, used)
        pairs.append((mention, None if likest is None else theirs[likest]))
    return pairs + [(None, other) for place, other in enumerate(theirs) if place not in used]


def _stated(mention: DateMention) -> Iterator[_Parts]:
    """What a date states and every part of it, the fullest first, nothing last."""
    named = (("year", mention.year), ("month", mention.month), ("day", mention.day))
    known = [(name, part) for name, part in named if part is not None]
    for size in range(len(known), -1, -1):
        yield from combinations(known, size)


def _first_left(
    mention: DateMention, waiting: dict[_Parts, deque[int]], used: set[int]
) -> int | None:
    """The place of the likest that is left, which is then put into ``used``."""
    likest: dict[int, int] = {}
    for parts in _stated(mention):
        queue = waiting.get(parts, deque())
        while queue and queue[0] in used:
            queue.popleft()
        if queue:
            likest[len(parts)] = min(queue[0], likest.get(len(parts), queue[0]))
    if not likest:
        return None
    place = likest[max(likest)]
    used.add(place)
    return place
