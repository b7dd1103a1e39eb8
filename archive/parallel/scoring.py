"""How good a bead is: a prior for its shape, the lengths, and the anchors that both sides share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from archive.parallel.anchors import (
    Features,
    common,
    expected,
    features,
    learned,
    matches,
    plain_features,
)
from archive.parallel.evidence import Floats, Ints, Strip
from archive.parallel.languages import expansion
from archive.parallel.pins import Limits
from archive.parallel.programme import Band, Weigh
from archive.parallel.sides import ENDS, LARGEST, Side, windows
from archive.parallel.values import Lexicon
from archive.parallel.weights import Weights

SHAPES = (
    (4, 1), (3, 2), (3, 1), (3, 0), (2, 3), (2, 2), (2, 1), (2, 0),
    (1, 4), (1, 3), (1, 2), (1, 1), (1, 0), (0, 3), (0, 2), (0, 1),
)  # fmt: skip
"""(source units, target units) of the beads that are weighed; of equals the first is taken."""

SPREAD, SMOOTHING = 90.0, 90.0
"""How far lengths may differ before it counts: squared characters, for each character of the mean
length, and for the shortest units. For news alone 27 would be best; cables abridge."""

MORE_MARKS = 3
"""Of marks that one side has more, no more than this many count."""

MANY = 30_000
"""Two texts of more units than this are compared by their plainest anchors alone."""


class Scorer:
    """Weights of beads; log-odds, higher is better, -inf for what ``limits`` forbid.

    ``breaks`` are the places, in units of each side, where a new passage begins.
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
        self._source = Side(source, expansion(*languages), breaks[0], limits.source_alone)
        self._target = Side(target, 1.0, breaks[1], limits.target_alone)
        self._rest = self._unshared(self._source), self._unshared(self._target)
        self._gaps = self._unanswered(self._source), self._unanswered(self._target)
        self._joint = self._joints()
        self._forbidden = limits.forbidden
        shared, kinds = common(ours, theirs), self._weights.anchors
        self.matched = matches(shared, kinds)
        self._chance = [
            (windows(some), windows(others))
            for some, others in expected(shared, kinds, (len(source), len(target)))
        ]
        if lexicon is not None and lexicon.weights:
            found = learned(source, target, languages, lexicon)
            self.matched = self.matched.plus(found.times(self._weights.learned))

    def _unshared(self, side: Side) -> Floats:
        """[size, place]: what a bead of two sides has from one of them alone."""
        weights = self._weights
        rest = weights.over * side.crossed + weights.headed * side.headed
        rest += weights.runs_on * side.runs_on
        rest[side.alone > 0] = -np.inf
        return rest

    def _unanswered(self, side: Side) -> Floats:
        """[size, place]: the weight of units that nothing answers, up to three."""
        weights = self._weights
        prior = np.array([0.0, weights.gap_1, weights.gap_2, weights.gap_3])[:, None]
        rest: Floats = prior + weights.gap_open * side.open
        return rest + weights.gap_runs_on * side.runs_on[: len(prior)]

    def _joints(self) -> Floats:
        """The weight of how the two sides end, by 2 x the number of the end, and 1 if open."""
        weights, count = self._weights, 2 * len(ENDS)
        found = np.zeros((count, count))
        for one in range(count):
            for other in range(count):
                (mark, is_open), (mark_there, open_there) = divmod(one, 2), divmod(other, 2)
                ends = ENDS[mark], ENDS[mark_there]
                found[one, other] = (
                    weights.same_end * (ends[0] == ends[1])
                    + weights.question * (ends.count("?") == 1)
                    + weights.unended * (ends.count("") == 1)
                    + weights.half_open * (is_open != open_there)
                    + weights.both_open * (is_open and open_there)
                )
        return found

    def weigh(self, rows: tuple[int, int], columns: tuple[int, int], band: Band) -> Weigh:
        """What weighs the beads of a rectangle that end at places (i, j), in the order of SHAPES.

        Places are counted from the corner of the rectangle.
        """
        strip = Strip(band.low, band.high, LARGEST)
        strip.put(self.matched.inside(rows, columns))
        strip.put(self._forbidden.inside(rows, columns))
        return lambda i, j: self._weighed(_shared(strip, i, j), i + rows[0], j + columns[0])

    def _weighed(self, shared: dict[tuple[int, int], Floats], i: Ints, j: Ints) -> Floats:
        ends = self._joint[
            (2 * self._source.end + self._source.open).astype(np.int64)[i],
            (2 * self._target.end + self._target.open).astype(np.int64)[j],
        ]
        found = np.empty((len(SHAPES), *i.shape))
        for number, (some, others) in enumerate(SHAPES):
            if not others:
                found[number] = self._gaps[0][some].take(i)
            elif not some:
                found[number] = self._gaps[1][others].take(j)
            else:
                found[number] = ends + self._prior(some, others)
                found[number] += self._rest[0][some].take(i) + self._rest[1][others].take(j)
                found[number] += shared[some, others]
                for ours, theirs in self._chance:
                    found[number] -= ours[some].take(i) * theirs[others].take(j)
                found[number] += self._likeness((some, others), i, j)
        return found

    def _likeness(self, shape: tuple[int, int], i: Ints, j: Ints) -> Floats:
        """The weight of how well lengths and marks fit."""
        (some, others), weights = shape, self._weights
        expected_length = self._source.length[some].take(i)
        length = self._target.length[others].take(j)
        spread = SPREAD / 2 * (expected_length + length) + SMOOTHING
        found: Floats = np.log1p((length - expected_length) ** 2 / spread)
        found *= -weights.length
        for weight, ours, theirs in zip(
            weights.marks, self._source.marks, self._target.marks, strict=True
        ):
            more = np.abs(ours[some].take(i) - theirs[others].take(j))
            found += weight * np.minimum(more, MORE_MARKS, out=more)
        return found

    def _prior(self, ours: int, theirs: int) -> float:
        weights = self._weights
        small, large = sorted((ours, theirs))
        if small == 2:
            return weights.pair if large == 2 else weights.triple
        return (0.0, weights.merged_2, weights.merged_3, weights.merged_4)[large - 1]

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
    shared[3, 2] = shared[2, 2] + strip.shared(i - 3, j - 1) + strip.shared(i - 3, j - 2)
    shared[2, 3] = shared[2, 2] + strip.shared(i - 1, j - 3) + strip.shared(i - 2, j - 3)
    return shared
