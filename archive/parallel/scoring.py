"""How good a bead is: a prior for its shape, the lengths, and the anchors that both sides share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from archive.parallel.anchors import (
    Features,
    common,
    expected,
    features,
    learned,
    matches,
    plain_features,
)
from archive.parallel.evidence import Floats, Ints, Matches, Strip
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


Anchors = tuple[Sequence[Features], Sequence[Features]]
"""Of each unit of both sides, in order."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """Of one side, [size, place]: ``length`` and ``marks`` as in ``Side`` (marks by size, kind,
    place), ``rest`` that a window has from it alone, ``chance`` what it shares with any other."""

    length: Floats
    rest: Floats
    marks: NDArray[np.int32]
    chance: Sequence[Floats]

    def at(self, size: int, places: Ints) -> _Sums:
        """Those of one size, in the shape of the places."""
        return _Sums(
            self.length[size].take(places),
            self.rest[size].take(places),
            self.marks[size].take(places, axis=1),
            [each[size].take(places) for each in self.chance],
        )

    def without(self, alone: Collection[int]) -> _Sums:
        """The same, but for windows that hold any of these units: they cannot be."""
        if not alone:
            return self
        lone = np.zeros(self.rest.shape[1] - 1)
        lone[list(alone)] = 1.0
        return replace(self, rest=np.where(windows(lone) > 0, -np.inf, self.rest))


def _marked(weights: Sequence[float]) -> Floats:
    """What marks that one side has more weigh: two bits of the place for how many of each kind."""
    places = np.arange(4 ** len(weights))
    kinds = [weight * (places >> 2 * kind & 3) for kind, weight in enumerate(weights)]
    found: Floats = np.sum(kinds, axis=0, dtype=np.float64)
    return found


class Scorer:
    """Weights of beads; log-odds, higher is better, -inf for what is forbidden (``under``).

    ``read`` are the anchors of both sides; ``breaks`` the places, in units of each side, where a new
    passage begins.
    """

    def __init__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        languages: tuple[str, str],
        read: Anchors,
        *,
        lexicon: Lexicon | None = None,
        breaks: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
        weights: Weights | None = None,
    ) -> None:
        self._weights = weights or Weights()
        self._source = Side(source, expansion(*languages), breaks[0])
        self._target = Side(target, 1.0, breaks[1])
        self._gaps = self._unanswered(self._source), self._unanswered(self._target)
        self._joint = self._joints()
        self._forbidden = Matches.summed([])
        shared, kinds = common(*read), self._weights.anchors
        self.matched = matches(shared, kinds)
        chance = expected(shared, kinds, (len(source), len(target)))
        self._sums = (
            self._summed(self._source, [some for some, _ in chance]),
            self._summed(self._target, [others for _, others in chance]),
        )
        self._marked = _marked(self._weights.marks)
        if lexicon is not None and lexicon.weights:
            found = learned(source, target, languages, lexicon)
            self.matched = self.matched.plus(found.times(self._weights.learned))

    def under(self, limits: Limits) -> Scorer:
        """The same texts, with what the limits forbid."""
        limited = copy(self)
        limited._forbidden = limits.forbidden
        ours, theirs = self._sums
        limited._sums = ours.without(limits.source_alone), theirs.without(limits.target_alone)
        return limited

    def _summed(self, side: Side, chance: Sequence[Floats]) -> _Sums:
        return _Sums(
            side.length,
            self._unshared(side),
            side.marks.astype(np.int32).swapaxes(0, 1),
            [windows(each) for each in chance],
        )

    def _unshared(self, side: Side) -> Floats:
        """[size, place]: what a bead of two sides has from one of them alone."""
        weights = self._weights
        rest = weights.over * side.crossed + weights.headed * side.headed
        rest += weights.runs_on * side.runs_on
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
        ours = [self._sums[0].at(size, i) for size in range(LARGEST + 1)]
        theirs = [self._sums[1].at(size, j) for size in range(LARGEST + 1)]
        found = np.empty((len(SHAPES), *i.shape))
        for number, (some, others) in enumerate(SHAPES):
            if not others:
                found[number] = self._gaps[0][some].take(i)
            elif not some:
                found[number] = self._gaps[1][others].take(j)
            else:
                found[number] = ends + self._prior(some, others)
                found[number] += shared[some, others]
                found[number] += self._fit(ours[some], theirs[others])
        return found

    def _fit(self, ours: _Sums, theirs: _Sums) -> Floats:
        """The weight of two windows beside each other: by themselves, by what they share by chance,
        and of how well lengths and marks fit."""
        spread = SPREAD / 2 * (ours.length + theirs.length) + SMOOTHING
        found: Floats = np.log((theirs.length - ours.length) ** 2 / spread + 1)
        found *= -self._weights.length
        found += ours.rest
        found += theirs.rest
        for some, others in zip(ours.chance, theirs.chance, strict=True):
            found -= some * others
        more = np.minimum(np.abs(ours.marks - theirs.marks), MORE_MARKS)
        found += self._marked.take(sum(each << 2 * kind for kind, each in enumerate(more)))
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


def anchors(source: Sequence[str], target: Sequence[str], languages: tuple[str, str]) -> Anchors:
    """What each unit of two texts has that may be looked for in the other."""
    many = len(source) + len(target) > MANY
    return _anchors(source, languages, many=many), _anchors(target, languages[::-1], many=many)


def _anchors(units: Sequence[str], languages: tuple[str, str], *, many: bool) -> Sequence[Features]:
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
