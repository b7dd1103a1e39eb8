"""Which cells of a lattice are worth weighing: all of a small one, a strip of a large one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from archive.parallel.anchors import Matches
from archive.parallel.programme import Band

WHOLE = 4_000
"""A lattice of up to this many cells is weighed whole."""

CELLS = 150_000
NARROWEST, WIDEST = 25, 60
ANCHOR = 1.5
"""What two units must share to steer the strip."""


def band(matched: Matches, centre: Sequence[float], height: int, width: int) -> Band:
    """The band of a lattice of ``height`` source and ``width`` target units.

    ``matched`` and ``centre`` are the scorer's, for these units alone. The strip follows the
    anchors that stand in the same order on both sides, and the lengths between them.
    """
    if height * width <= WHOLE:
        return Band([0] * (height + 1), [width] * (height + 1))
    half = max(NARROWEST, min(WIDEST, CELLS // (2 * height + 1)))
    middle = _steered(_chain(matched), centre, height, width)
    low = [max(0, int(middle[max(0, i - 1)] - half)) for i in range(height + 1)]
    high = [min(width, int(middle[min(height, i + 1)] + half) + 1) for i in range(height + 1)]
    low[0], high[height] = 0, width
    return Band(low, high)


def _chain(matched: Matches) -> list[tuple[int, int]]:
    """The longest run of anchors, each the other's best, that rises on both sides."""
    best_for_target: dict[int, tuple[float, int]] = {}
    best: list[tuple[float, int] | None] = []
    for i, row in enumerate(matched):
        found = max(((weight, -j) for j, weight in row.items()), default=None)
        best.append((found[0], -found[1]) if found else None)
        for j, weight in row.items():
            best_for_target[j] = max(best_for_target.get(j, (0.0, 0)), (weight, -i))
    pairs = [
        (i, found[1])
        for i, found in enumerate(best)
        if found and found[0] >= ANCHOR and best_for_target[found[1]][1] == -i
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(j)
            ends.append(place)
        else:
            tails[length], ends[length] = j, place
    chain: list[tuple[int, int]] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]


def _steered(
    chain: list[tuple[int, int]], centre: Sequence[float], height: int, width: int
) -> list[float]:
    """For each place between source units, the target place in the middle of the strip."""
    knots = [(0, 0), *((i, j) for i, j in chain if i and j), (height, width)]
    middle: list[float] = [0.0]
    for (i, j), (next_i, next_j) in pairwise(knots):
        span = centre[next_i] - centre[i]
        for place in range(i + 1, next_i + 1):
            along = (centre[place] - centre[i]) / span if span else 1.0
            middle.append(j + along * (next_j - j))
    return middle
