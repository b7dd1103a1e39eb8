"""The best path through a banded lattice of beads, and how sure each bead of it is.

The lattice is worked through by anti-diagonals, i + j: every bead leads from one to a later one, so
the cells of one do not depend on each other and are reckoned at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from archive.parallel.evidence import Floats, Ints

Shape = tuple[int, int]
Weigh = Callable[[Ints, Ints], Floats]

CERTAINTY = 2.5
"""The margin, in log-odds, at which a bead is 1 - 1/e sure."""

BLOCK = 1024
"""Anti-diagonals that are weighed together."""

KEPT = 16
"""Blocks of weights that are kept; those of a longer text are weighed again on the way back."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of the best path: where it starts, its shape, and its confidence 0..1."""

    i: int
    j: int
    shape: Shape
    confidence: float


@dataclass(frozen=True, slots=True)
class Band:
    """The cells that are weighed: for each source place the first and last target place.

    Neither ever falls, and each row shares a column with the next.
    """

    low: Ints
    high: Ints


def best_path(band: Band, shapes: Sequence[Shape], weigh: Weigh) -> list[Step]:
    """The steps from (0, 0) to the last cell of the band, by the highest sum of weights.

    ``weigh`` takes places (i, j) and gives, for each shape, the weights of the beads that end
    there: -inf for one that is forbidden, any number for one that begins outside the band. Of equal
    beads that end in one cell, the shape named first is taken. Empty where no path exists.
    """
    lattice = _Lattice(band, shapes, weigh)
    steps = lattice.path()
    if not steps:
        return []
    margins = np.maximum(0.0, lattice.best - lattice.rivals(steps))
    sure = 1 - np.exp(-margins / CERTAINTY)
    return [Step(i, j, shapes[number], float(sure[i + j])) for i, j, number in steps]


class _Lattice:
    """Sums over the band: a cell (i, j) stands in line i + j, at column i - the line's first
    source place + ``margin``. What lies around the band holds -inf.
    """

    def __init__(self, band: Band, shapes: Sequence[Shape], weigh: Weigh) -> None:
        self._shapes, self._weigh = shapes, weigh
        self._ours = np.array([ours for ours, _ in shapes])
        self._span = np.array([ours + theirs for ours, theirs in shapes])
        self._margin = int(self._span.max())
        places = np.arange(len(band.low))
        self._height, self._breadth = int(places[-1]), int(band.high[-1])
        self._lines = self._height + self._breadth + 1
        lines = np.arange(self._lines + self._margin)
        self._first = np.searchsorted(places + band.high, lines)
        self._last = np.searchsorted(places + band.low, lines, side="right") - 1
        widest = int((self._last - self._first).max()) + 1
        self._columns = np.arange(widest + 2 * self._margin)
        self._blocks: dict[int, Floats] = {}
        self._forward, self._came = self._run_forward()
        self.best = float(self._forward[-1, self._column(self._height, self._breadth)])

    def _column(self, i: int, j: int) -> int:
        return i - int(self._first[i + j]) + self._margin

    def _weights(self, line: int) -> Floats:
        """Weights (line, shape, column) of the beads that end in a line's block, and just after."""
        block = line // BLOCK
        if block not in self._blocks:
            if len(self._blocks) == KEPT:
                self._blocks.pop(next(iter(self._blocks)))
            self._blocks[block] = self._weighed(block * BLOCK, (block + 1) * BLOCK)
        return self._blocks[block]

    def _weighed(self, start: int, end: int) -> Floats:
        lines = np.arange(start, min(end, self._lines) + self._margin)[:, None]
        first, last = self._first[lines], self._last[lines]
        i = first + self._columns - self._margin
        outside = (i < first) | (i > last) | (lines >= self._lines)
        j = np.clip(lines - i, 0, self._breadth)
        weights = self._weigh(np.clip(i, 0, self._height), j)
        weights[:, outside] = -np.inf
        return np.ascontiguousarray(weights.swapaxes(0, 1))

    def _run_forward(self) -> tuple[Floats, NDArray[np.int8]]:
        """The best sum to each cell, ``margin`` lines further down; the shape of its last bead."""
        width = len(self._columns)
        forward = np.full((self._margin + self._lines, width), -np.inf)
        came = np.zeros((self._lines, width), dtype=np.int8)
        before = np.arange(self._lines)[:, None] - self._span
        moved = self._first[: self._lines, None] - self._first[np.maximum(before, 0)] - self._ours
        origins = ((before + self._margin) * width + moved)[:, :, None]
        forward[self._margin, self._margin] = 0.0
        flat = forward.reshape(-1)
        for line in range(1, self._lines):
            sums = flat.take(origins[line] + self._columns, mode="clip")
            sums += self._weights(line)[line % BLOCK]
            came[line] = sums.argmax(axis=0)
            sums.max(axis=0, out=forward[self._margin + line])
        return forward, came

    def path(self) -> list[tuple[int, int, int]]:
        """The beads of the best path: where each begins, and the number of its shape."""
        steps: list[tuple[int, int, int]] = []
        i, j = self._height, self._breadth
        while self.best > -np.inf and (i or j):
            number = int(self._came[i + j, self._column(i, j)])
            ours, theirs = self._shapes[number]
            i, j = i - ours, j - theirs
            steps.append((i, j, number))
        return steps[::-1]

    def rivals(self, steps: Sequence[tuple[int, int, int]]) -> Floats:
        """By the first anti-diagonal of each step, the best sum of a path without that step.

        A path crosses every anti-diagonal in one bead. So the best path without a bead of the
        best path is the best that crosses the bead's first anti-diagonal in another bead.
        """
        chosen = {i + j: (number, self._column(i, j)) for i, j, number in steps}
        through = self._through(chosen)
        rivals = np.full(self._lines, -np.inf)
        for span in range(1, self._margin + 1):
            best = through[:, self._span == span].max(axis=1, initial=-np.inf)
            for later in range(min(span, self._lines)):
                np.maximum(rivals[later:], best[: self._lines - later], out=rivals[later:])
        return rivals

    def _through(self, chosen: dict[int, tuple[int, int]]) -> Floats:
        """By line and shape, the best sum through a bead that begins there and is not chosen."""
        width, count = len(self._columns), len(self._shapes)
        through = np.empty((self._lines, count))
        backward = np.full((self._lines + self._margin, width), -np.inf)
        backward[self._lines - 1, self._column(self._height, self._breadth)] = 0.0
        after = np.arange(self._lines)[:, None] + self._span
        moved = self._first[: self._lines, None] - self._first[after] + self._ours
        onwards = (after * width + moved)[:, :, None]
        weighed = ((self._span * count + np.arange(count)) * width + moved)[:, :, None]
        flat = backward.reshape(-1)
        for line in range(self._lines - 1, -1, -1):
            sums = flat.take(onwards[line] + self._columns, mode="clip")
            weights = self._weights(line)[line % BLOCK :].reshape(-1)
            sums += weights.take(weighed[line] + self._columns, mode="clip")
            np.maximum(backward[line], sums.max(axis=0), out=backward[line])
            sums += self._forward[self._margin + line]
            if line in chosen:
                sums[chosen[line]] = -np.inf
            through[line] = sums.max(axis=1)
        return through
