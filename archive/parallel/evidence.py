"""What pairs of units share, as arrays: sparse over two whole texts, dense along a strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matches:
    """Weights of pairs (source unit, target unit); rising by source, then target, none twice."""

    source: Ints
    target: Ints
    weight: Floats

    @classmethod
    def summed(cls, pairs: Sequence[tuple[int, int, float]]) -> Matches:
        """From (source, target, weight) in any order; the weights of equal pairs are added."""
        source, target, weight = np.array(pairs, dtype=np.float64).reshape(-1, 3).T
        width = int(target.max(initial=0)) + 1
        keys = (source * width + target).astype(np.int64)
        return cls._of(keys, weight, width)

    @classmethod
    def _of(cls, keys: Ints, weight: Floats, width: int) -> Matches:
        distinct, place = np.unique(keys, return_inverse=True)
        sums = np.bincount(place, weight, len(distinct)).astype(np.float64)
        return cls(distinct // width, distinct % width, sums)

    def plus(self, other: Matches) -> Matches:
        """Both together, pair by pair."""
        width = int(max(self.target.max(initial=0), other.target.max(initial=0))) + 1
        keys = [each.source * width + each.target for each in (self, other)]
        weight = np.concatenate([self.weight, other.weight])
        return Matches._of(np.concatenate(keys), weight, width)

    def times(self, factor: float) -> Matches:
        """The same pairs, each weighing ``factor`` times as much."""
        return Matches(self.source, self.target, self.weight * factor)

    def inside(self, rows: tuple[int, int], columns: tuple[int, int]) -> Matches:
        """The pairs of a rectangle (first, end), counted from its corner."""
        part = slice(*np.searchsorted(self.source, rows))
        source, target, weight = self.source[part], self.target[part], self.weight[part]
        kept = (columns[0] <= target) & (target < columns[1])
        return Matches(source[kept] - rows[0], target[kept] - columns[0], weight[kept])

    def mutual(self) -> Matches:
        """Pairs whose units are each other's best; of equals, the first."""
        by_source = np.lexsort((self.target, -self.weight, self.source))
        by_target = np.lexsort((self.source, -self.weight, self.target))
        best = np.intersect1d(
            by_source[_first(self.source[by_source])], by_target[_first(self.target[by_target])]
        )
        return Matches(self.source[best], self.target[best], self.weight[best])


def _first(values: Ints) -> NDArray[np.bool_]:
    """Where a run of equal values begins."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]


class Strip:
    """Matches laid out along a strip of a lattice, so that any pair in it is found at once.

    ``low`` and ``high`` are the strip's first and last target place for each place between source
    units; ``margin`` is how far outside it, in units, a question may reach.
    """

    def __init__(self, low: Ints, high: Ints, margin: int) -> None:
        self._ends = np.cumsum(high - low + 2 * margin + 1)
        self._starts = np.append(0, self._ends[:-1])
        self._offset = self._starts + margin - low
        self._weight = np.zeros(int(self._ends[-1]))

    def put(self, matches: Matches) -> None:
        """Lay these down, over what lay there before."""
        places = self._offset[matches.source] + matches.target
        inside = (self._starts[matches.source] <= places) & (places < self._ends[matches.source])
        self._weight[places[inside]] = matches.weight[inside]

    def shared(self, source: Ints, target: Ints) -> Floats:
        """The weight of each pair; of one that is far outside the strip, some number."""
        places = self._offset.take(source, mode="clip")
        places += target
        return self._weight.take(places, mode="clip")
