"""The best path through a banded lattice of beads, and how sure each bead of it is."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, inf

Shape = tuple[int, int]
Weigh = Callable[[int, int, int, int], float]

CERTAINTY = 2.5
"""The margin, in log-odds, at which a bead is 1 - 1/e sure."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of the best path: where it starts, its shape, and its confidence 0..1."""

    i: int
    j: int
    shape: Shape
    confidence: float


@dataclass(frozen=True, slots=True)
class Band:
    """The cells that are weighed: for each source place the first and last target place."""

    low: Sequence[int]
    high: Sequence[int]


def best_path(band: Band, shapes: Sequence[Shape], weigh: Weigh) -> list[Step]:
    """The steps from (0, 0) to the last cell of the band, by the highest sum of weights.

    ``weigh`` gives -inf for a bead that is forbidden. Empty where no path exists.
    """
    lattice = _Lattice(band, shapes, weigh)
    return lattice.path()


class _Lattice:
    """Forward and backward sums over the band, and the weights of its beads."""

    def __init__(self, band: Band, shapes: Sequence[Shape], weigh: Weigh) -> None:
        self.band, self.shapes = band, shapes
        self.weights = [self._row(i, weigh) for i in range(len(band.low))]
        self.forward = self._blank()
        self.came: list[array[int]] = [array("b", [-1]) * len(row) for row in self.forward]
        self._run_forward()

    def _row(self, i: int, weigh: Weigh) -> array[float]:
        low, high = self.band.low, self.band.high
        reach = [
            (ours, theirs, low[i + ours], high[i + ours]) if i + ours < len(low) else (0, 0, 1, 0)
            for ours, theirs in self.shapes
        ]
        weights = array("d")
        for j in range(low[i], high[i] + 1):
            for ours, theirs, first, last in reach:
                inside = first <= j + theirs <= last
                weights.append(weigh(i, j, ours, theirs) if inside else -inf)
        return weights

    def _blank(self) -> list[array[float]]:
        return [
            array("d", [-inf]) * (high - low + 1)
            for low, high in zip(self.band.low, self.band.high, strict=True)
        ]

    def _run_forward(self) -> None:
        self.forward[0][0] = 0.0
        low, count = self.band.low, len(self.shapes)
        for i, row in enumerate(self.forward):
            weights = self.weights[i]
            for cell in range(len(row)):
                here = row[cell]
                if here == -inf:
                    continue
                for number, (ours, theirs) in enumerate(self.shapes):
                    weight = weights[cell * count + number]
                    if weight == -inf:
                        continue
                    there = low[i] + cell + theirs - low[i + ours]
                    if here + weight > self.forward[i + ours][there]:
                        self.forward[i + ours][there] = here + weight
                        self.came[i + ours][there] = number

    def path(self) -> list[Step]:
        i, cell = len(self.forward) - 1, len(self.forward[-1]) - 1
        if self.forward[i][cell] == -inf:
            return []
        steps: list[tuple[int, int, int]] = []
        j = self.band.low[i] + cell
        while i or j:
            number = self.came[i][j - self.band.low[i]]
            ours, theirs = self.shapes[number]
            i, j = i - ours, j - theirs
            steps.append((i, j, number))
        steps.reverse()
        return self._sure(steps)

    def _sure(self, steps: list[tuple[int, int, int]]) -> list[Step]:
        """Give each step its margin to the best path that avoids it.

        A path crosses every anti-diagonal in one bead. So the best path without a bead of the
        best path is the best that crosses the bead's first anti-diagonal in another bead.
        """
        best = self.forward[-1][-1]
        rivals = self._rivals({i + j: (i, j, number) for i, j, number in steps})
        return [
            Step(i, j, self.shapes[number], 1 - exp(-max(0.0, best - rivals[i + j]) / CERTAINTY))
            for i, j, number in steps
        ]

    def _rivals(self, chosen: dict[int, tuple[int, int, int]]) -> dict[int, float]:
        """By first anti-diagonal of each chosen bead, the best sum through any other bead."""
        rivals = dict.fromkeys(chosen, -inf)
        backward = self._blank()
        backward[-1][-1] = 0.0
        low, count = self.band.low, len(self.shapes)
        for i in range(len(backward) - 1, -1, -1):
            weights, row, forward = self.weights[i], backward[i], self.forward[i]
            for cell in range(len(row) - 1, -1, -1):
                j, here, best = low[i] + cell, forward[cell], row[cell]
                for number, (ours, theirs) in enumerate(self.shapes):
                    weight = weights[cell * count + number]
                    if weight == -inf:
                        continue
                    onward = weight + backward[i + ours][j + theirs - low[i + ours]]
                    best = max(best, onward)
                    if here == -inf:
                        continue
                    for diagonal in range(i + j, i + j + ours + theirs):
                        rival = diagonal in rivals and chosen[diagonal] != (i, j, number)
                        if rival and here + onward > rivals[diagonal]:
                            rivals[diagonal] = here + onward
                row[cell] = best
        return rivals
