"""How good a bead is: a prior for its shape, the lengths, and the anchors that both sides share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log1p

from archive.parallel.anchors import Matches, ending, features, learned, matches
from archive.parallel.languages import expansion
from archive.parallel.values import Lexicon

SHAPES = (
    (1, 1), (1, 0), (0, 1), (2, 0), (0, 2), (3, 0), (0, 3),
    (2, 1), (1, 2), (3, 1), (1, 3), (4, 1), (1, 4), (2, 2),
)  # fmt: skip
"""(source units, target units) of the beads that are weighed."""

_OPENERS = " \t\n\u00a0\"'“”„«‘([.—–-"

SALUTATION = 30
"""A salutation is no longer than this many characters."""

SMOOTHING = 30.0
"""Characters' worth of variance that the shortest units have."""


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
    """Weights of the beads that start at a pair of units; log-odds, higher is better.

    ``breaks`` are the places, in units of each side, where a new passage begins. A capital after
    a heading or salutation counts as one.
    """

    def __init__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        languages: tuple[str, str],
        *,
        lexicon: Lexicon | None = None,
        breaks: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
        weights: Weights | None = None,
    ) -> None:
        self.weights = weights or Weights()
        ours = [features(text, *languages) for text in source]
        theirs = [features(text, *reversed(languages)) for text in target]
        ratio = expansion(*languages)
        self._source_length = _sums([len(text.strip()) * ratio for text in source])
        self._target_length = _sums([float(len(text.strip())) for text in target])
        self._source_stock = _sums([sum(unit.values()) for unit in ours])
        self._target_stock = _sums([sum(unit.values()) for unit in theirs])
        self._source_breaks = _sums([float(each) for each in _begins(source, breaks[0])])
        self._target_breaks = _sums([float(each) for each in _begins(target, breaks[1])])
        self._source_ends = [ending(text) for text in source]
        self._target_ends = [ending(text) for text in target]
        self.matched = matches(ours, theirs)
        if lexicon is not None and lexicon.weights:
            self.matched = _together(self.matched, learned(source, target, lexicon))
        self._priors = {shape: self._prior(*shape) for shape in SHAPES}

    def _prior(self, ours: int, theirs: int) -> float:
        small, large = sorted((ours, theirs))
        if small == 0:
            return self.weights.gap[large - 1]
        if small == 1:
            return 0.0 if large == 1 else self.weights.merge[large - 2]
        return self.weights.pair

    def bead(self, i: int, j: int, ours: int, theirs: int) -> float:
        """The weight of the bead of ``ours`` units from i and ``theirs`` from j."""
        prior = self._priors[ours, theirs]
        if not ours or not theirs:
            return prior
        after_i, after_j = i + ours, j + theirs
        weights = self.weights
        expected = self._source_length[after_i] - self._source_length[i]
        length = self._target_length[after_j] - self._target_length[j]
        spread = weights.variance * (expected + length) / 2 + SMOOTHING
        misfit = (length - expected) ** 2 / spread
        shared = 0.0
        for row in self.matched[i:after_i]:
            if row:
                for place in range(j, after_j):
                    shared += row.get(place, 0.0)
        stock = self._source_stock[after_i] - self._source_stock[i]
        stock += self._target_stock[after_j] - self._target_stock[j]
        score = prior - (weights.tail + 1) / 2 * log1p(misfit / weights.tail)
        score += weights.evidence * (shared - weights.absent * stock / 2)
        score += self._ends(after_i - 1, after_j - 1)
        if ours > 1 or theirs > 1:
            crossed = self._source_breaks[after_i] - self._source_breaks[i + 1]
            crossed += self._target_breaks[after_j] - self._target_breaks[j + 1]
            score += weights.over * crossed
        return score

    def _ends(self, i: int, j: int) -> float:
        same = self._source_ends[i] == self._target_ends[j]
        return self.weights.same_end if same else self.weights.other_end

    def centre(self, rows: tuple[int, int], columns: tuple[int, int]) -> list[float]:
        """For each place between the source units of a rectangle, its target place by length."""
        (top, bottom), (left, right) = rows, columns
        whole = self._source_length[bottom] - self._source_length[top]
        scale = (self._target_length[right] - self._target_length[left]) / (whole or 1.0)
        places: list[float] = []
        j = left
        for i in range(top, bottom + 1):
            length = (self._source_length[i] - self._source_length[top]) * scale
            while j < right and self._target_length[j] - self._target_length[left] < length:
                j += 1
            places.append(float(j - left))
        return places


def _begins(units: Sequence[str], breaks: frozenset[int]) -> list[bool]:
    """For each unit, whether something new begins with it."""
    after_heading = [False] + [
        _stands_alone(before) and unit.lstrip(_OPENERS)[:1].isupper()
        for before, unit in pairwise(units)
    ]
    return [place in breaks or new for place, new in enumerate(after_heading[: len(units)])]


def _stands_alone(unit: str) -> bool:
    """A heading or signature (no end mark), or a salutation (short, with a colon or a call)."""
    mark = ending(unit)
    return not mark or (mark == "!" and len(unit) <= SALUTATION)


def _sums(values: list[float]) -> list[float]:
    return [0.0, *accumulate(values)]


def _together(first: Matches, second: Matches) -> Matches:
    return [
        {place: one.get(place, 0.0) + other.get(place, 0.0) for place in one.keys() | other.keys()}
        for one, other in zip(first, second, strict=True)
    ]
