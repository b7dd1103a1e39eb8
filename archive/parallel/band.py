"""Which cells of a lattice are worth weighing: all of a small one, a strip of a large one."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import numpy as np

from archive.parallel.evidence import Floats, Matches
from archive.parallel.programme import Band

WHOLE = 4_000
"""A lattice of up to this many cells is weighed whole."""

CELLS = 150_000
NARROWEST, WIDEST = 25, 60
ANCHOR = 1.5
"""What two units must share to steer the strip."""


def band(matched: Matches, centre: Floats, height: int, width: int) -> Band:
    """The band of a lattice of ``height`` source and ``width`` target units.

    ``matched`` and ``centre`` are the scorer's, for these units alone. The strip follows the
    anchors that stand in the same order on both sides, and the lengths between them.
    """
    places = np.arange(height + 1)
    if height * width <= WHOLE:
        return Band(np.zeros_like(places), np.full_like(places, width))
    half = max(NARROWEST, min(WIDEST, CELLS // (2 * height + 1)))
    middle = _steered(_chain(matched), centre, height, width)
    before, after = middle[np.maximum(places - 1, 0)], middle[np.minimum(places + 1, height)]
    low = np.maximum(0, (before - half).astype(np.int64))
    high = np.minimum(width, (after + half).astype(np.int64) + 1)
    low[0], high[height] = 0, width
    return Band(low, high)


def _chain(matched: Matches) -> list[tuple[int, int]]:
    """The longest run of anchors, each the other's best, that rises on both sides."""
    best = matched.mutual()
    strong = best.weight >= ANCHOR
    return _rising(
        list(zip(best.source[strong].tolist(), best.target[strong].tolist(), strict=True))
    )


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


def _steered(chain: list[tuple[int, int]], centre: Floats, height: int, width: int) -> Floats:
    """For each place between source units, the target place in the middle of the strip."""
    knots = [(0, 0), *((i, j) for i, j in chain if i and j), (height, width)]
    middle = np.zeros(height + 1)
    for (i, j), (next_i, next_j) in pairwise(knots):
        span = centre[next_i] - centre[i]
        along = (centre[i + 1 : next_i + 1] - centre[i]) / span if span else 1.0
        middle[i + 1 : next_i + 1] = j + along * (next_j - j)
    return middle
