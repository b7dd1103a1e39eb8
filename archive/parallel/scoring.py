"""How good a bead is: a prior for its shape, the lengths, and the anchors that both sides share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from archive.parallel.anchors import Features, features, learned, matches, plain_features
from archive.parallel.evidence import Floats, Ints, Strip
from archive.parallel.languages import expansion
from archive.parallel.pins import Limits
from archive.parallel.programme import Band, Weigh
from archive.parallel.sides import LARGEST, Side
from archive.parallel.values import Lexicon

SHAPES = (
    (4, 1), (3, 1), (3, 0), (2, 2), (2, 1), (2, 0),
    (1, 4), (1, 3), (1, 2), (1, 1), (1, 0), (0, 3), (0, 2), (0, 1),
)  # fmt: skip
"""(source units, target units) of the beads that are weighed; of equals the first is taken."""

SMOOTHING = 30.0
"""Characters' worth of variance that the shortest units have."""


MANY = 30_000
"""Two texts of more units than this are compared by their plainest anchors alone."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Tuned on half of the NTREX documents and on the Bible; see tests/parallel/measure.py.

    The variance is wider than the news alone would have it (3.4): chosen on the sample cable, which
    abridges, and checked on the tuning half only.

    ``merge``: the prior of 2:1, 3:1, 4:1. ``gap``: of 1:0, 2:0, 3:0. ``variance`` of the target's
    length for each character; ``tail``: degrees of freedom of Student's t. ``evidence`` weighs
    what is shared, ``absent`` what could be shared and is not; ``over`` is taken for each
    passage break inside a bead.
    """

    merge: tuple[float, float, float] = (-1.8, -3.8, -5.8)
    pair: float = -6.5
    gap: tuple[float, float, float] = (-5.0, -7.5, -9.5)
    variance: float = 5.0
    tail: float = 6.4
    evidence: float = 1.96
    absent: float = 0.036
    same_end: float = 0.8
    other_end: float = -2.0
    over: float = -4.0


class Scorer:
    """Weights of beads; log-odds, higher is better, -inf for what ``limits`` forbid.

    ``breaks`` are the places, in units of each side, where a new passage begins. A capital after
    a heading or salutation counts as one.
    """

    def __init__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        languages: tuple[str, str],
        limits: Limits,
        *,
        lexicon: Lexicon | None = None,
        breaks: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
        weights: Weights | None = None,
    ) -> None:
        ours = _anchors(source, languages, many=len(source) + len(target) > MANY)
        theirs = _anchors(target, languages[::-1], many=len(source) + len(target) > MANY)
        self._weights = weights or Weights()
        self._source = Side(source, ours, expansion(*languages), breaks[0], limits.source_alone)
        self._target = Side(target, theirs, 1.0, breaks[1], limits.target_alone)
        self._rest = self._unshared(self._source), self._unshared(self._target)
        self._forbidden = limits.forbidden
        self.matched = matches(ours, theirs)
        if lexicon is not None and lexicon.weights:
            self.matched = self.matched.plus(learned(source, target, lexicon))

    def _unshared(self, side: Side) -> Floats:
        """[size, place]: what a bead has from one side alone."""
        rest = self._weights.over * side.crossed
        rest -= self._weights.evidence * self._weights.absent / 2 * side.stock
        rest[side.alone > 0] = -np.inf
        return rest

    def weigh(self, rows: tuple[int, int], columns: tuple[int, int], band: Band) -> Weigh:
        """What weighs the beads of a rectangle that end at places (i, j), in the order of SHAPES.

        Places are counted from the corner of the rectangle.
        """
        strip = Strip(band.low, band.high, LARGEST)
        strip.put(self.matched.inside(rows, columns))
        strip.put(self._forbidden.inside(rows, columns))
        return lambda i, j: self._weighed(_shared(strip, i, j), i + rows[0], j + columns[0])

    def _weighed(self, shared: dict[tuple[int, int], Floats], i: Ints, j: Ints) -> Floats:
        weights = self._weights
        expected, length = self._source.length.take(i, axis=1), self._target.length.take(j, axis=1)
        ours, theirs = self._rest[0].take(i, axis=1), self._rest[1].take(j, axis=1)
        same_end = self._source.end.take(i) == self._target.end.take(j)
        ends = np.where(same_end, weights.same_end, weights.other_end)
        found = np.empty((len(SHAPES), *i.shape))
        for number, (some, others) in enumerate(SHAPES):
            found[number] = self._prior(some, others)
            if some and others:
                found[number] += ours[some] + theirs[others] + ends
                found[number] += weights.evidence * shared[some, others]
                found[number] -= self._misfit(expected[some], length[others])
        return found

    def _misfit(self, expected: Floats, length: Floats) -> Floats:
        weights = self._weights
        spread = weights.variance / 2 * (expected + length) + SMOOTHING
        ratio = (length - expected) ** 2 / spread / weights.tail
        return (weights.tail + 1) / 2 * np.log1p(ratio)

    def _prior(self, ours: int, theirs: int) -> float:
        small, large = sorted((ours, theirs))
        if small == 0:
            return self._weights.gap[large - 1]
        if small == 1:
            return 0.0 if large == 1 else self._weights.merge[large - 2]
        return self._weights.pair

    def centre(self, rows: tuple[int, int], columns: tuple[int, int]) -> Floats:
        """For each place between the source units of a rectangle, its target place by length."""
        ours = self._source.lengths[rows[0] : rows[1] + 1]
        theirs = self._target.lengths[columns[0] : columns[1] + 1]
        scale = (theirs[-1] - theirs[0]) / ((ours[-1] - ours[0]) or 1.0)
        places: Ints = np.searchsorted(theirs - theirs[0], (ours - ours[0]) * scale)
        return np.minimum(places, len(theirs) - 1.0)


def _anchors(units: Sequence[str], languages: tuple[str, str], *, many: bool) -> list[Features]:
    return [plain_features(text) if many else features(text, *languages) for text in units]


def _shared(strip: Strip, i: Ints, j: Ints) -> dict[tuple[int, int], Floats]:
    """By shape of bead, what the units before the places share."""
    shared = {(1, 1): strip.shared(i - 1, j - 1)}
    for size in range(2, LARGEST + 1):
        shared[size, 1] = shared[size - 1, 1] + strip.shared(i - size, j - 1)
        shared[1, size] = shared[1, size - 1] + strip.shared(i - 1, j - size)
    shared[2, 2] = shared[2, 1] + strip.shared(i - 2, j - 2) + strip.shared(i - 1, j - 2)
    return shared
