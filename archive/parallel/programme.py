"""The beads of a banded lattice that are most likely right, and how likely each of them is.

The weights are log-odds: a path is as likely as e to the sum of its beads, and a bead as likely as
all paths together that hold it. Chosen is the path on which most beads are expected to be right.
The lattice is worked through by anti-diagonals, i + j: every bead leads from one to a later one, so
the cells of one do not depend on each other and are reckoned at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from archive.parallel.evidence import Floats, Ints

Shape = tuple[int, int]
Weigh = Callable[[Ints, Ints], Floats]

DOUBT = 0.5
"""What a bead must be likelier than to be better than none."""

STEPS = 2.0**36
"""Into so many steps a likelihood is divided where paths are compared."""

BLOCK = 256
"""Anti-diagonals that are weighed together: so many stay in a processor's cache."""

KEPT = 64
"""Blocks of weights that are kept; those of a longer text are weighed again when they are needed."""

NEVER = -1e100
"""The weight of what cannot be: below any other, and finite, so that sums of it stay numbers."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of the path: where it starts, its shape, and how likely it is, 0..1."""

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
    """The steps from (0, 0) to the last cell of the band on which most is expected to be right.

    ``weigh`` takes places (i, j) and gives, for each shape, the weights of the beads that end
    there: -inf for one that is forbidden, any number for one that begins outside the band.
    ``shapes`` hold (1, 0) and (0, 1): a unit that nothing answers is a step of its own, as likely
    as all beads together that leave it alone. Of equal beads that end in one cell, the shape named
    first is taken. Empty where no path exists.
    """
    return _Lattice(band, shapes, weigh).path()


@dataclass(frozen=True, slots=True)
class _Block:
    """Of some lines, [line, shape, column]: the beads that are ``barred``, and their ``shares``: of
    all paths to the cell where a bead ends, how many end with it."""

    shares: Floats
    barred: NDArray[np.bool_]


class _Lattice:
    """Sums over the band: a cell (i, j) stands in line i + j, at column i - the line's first
    source place + ``margin``. What lies around the band cannot be.
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
        self._width = int((self._last - self._first).max()) + 1 + 2 * self._margin
        self._blocks: dict[int, _Block] = {}
        self._origins = self._places_before()
        self._forward = self._run_forward()
        self._possible = self._forward[-1, self._column(self._height, self._breadth)] > NEVER / 2

    def _column(self, i: int, j: int) -> int:
        return i - int(self._first[i + j]) + self._margin

    def _cells(self, start: int, end: int) -> tuple[Ints, Ints, NDArray[np.bool_]]:
        """[line, column]: the places of these lines' cells, and which lie around the band."""
        lines = np.arange(start, end)[:, None]
        i = self._first[lines] + np.arange(self._width) - self._margin
        outside = (i < self._first[lines]) | (i > self._last[lines])
        return np.clip(i, 0, self._height), np.clip(lines - i, 0, self._breadth), outside

    def _weighed(self, start: int, end: int) -> Floats:
        """[line, shape, column]: the weights of the beads that end in these lines."""
        i, j, outside = self._cells(start, end)
        weights = self._weigh(i, j)
        weights[:, outside] = NEVER
        return np.ascontiguousarray(np.maximum(weights, NEVER, out=weights).swapaxes(0, 1))

    def _places_before(self) -> Ints:
        """[line, shape]: where the cells lie, in sums laid flat that begin ``margin`` lines before
        the first, from which beads lead to a line's."""
        before = np.arange(self._lines)[:, None] - self._span
        moved = self._first[: self._lines, None] - self._first[np.maximum(before, 0)] - self._ours
        places: Ints = (before + self._margin) * self._width + moved
        return np.maximum(places, 0)

    def _sums(self) -> Floats:
        """For each cell, ``margin`` lines further down; nothing yet but in the first."""
        sums = np.full((self._margin + self._lines, self._width), NEVER)
        sums[self._margin, self._margin] = 0.0
        return sums

    def _rows_of(self, sums: Floats) -> Floats:
        """Those sums by the place where a row of cells begins among them."""
        return sliding_window_view(sums.reshape(-1), self._width)

    def _run_forward(self) -> Floats:
        """Log-odds of all paths to each cell."""
        forward = self._sums()
        rows = self._rows_of(forward)
        for start, end in self._blocks_of_lines():
            weights = self._weighed(start, end)
            barred = weights == NEVER
            for line in range(start, end):
                sums = weights[line - start]
                sums += rows[self._origins[line]]
                most = sums.max(axis=0)
                sums -= most
                np.exp(sums, out=sums)
                every = sums.sum(axis=0)
                sums /= every
                forward[self._margin + line] = np.log(every, out=every) + most
            self._keep(start, _Block(weights, barred))
        return forward

    def _keep(self, start: int, block: _Block) -> None:
        if len(self._blocks) == KEPT:
            self._blocks.pop(next(iter(self._blocks)))
        self._blocks[start] = block

    def _block(self, start: int, end: int) -> _Block:
        """As the forward run left it; made again where it was not kept."""
        if start not in self._blocks:
            weights = self._weighed(start, end)
            barred = weights == NEVER
            weights += self._rows_of(self._forward)[self._origins[start:end]]
            weights -= self._forward[self._margin + start : self._margin + end, None]
            self._keep(start, _Block(np.exp(weights, out=weights), barred))
        return self._blocks[start]

    def _run_backward(self) -> tuple[Floats, tuple[Floats, Floats]]:
        """How likely it is that the path leads through each cell; and, from the same, how likely
        nothing answers each unit (``_alone``)."""
        width, count = self._width, len(self._shapes)
        through = np.zeros((self._lines, width))
        through[-1, self._column(self._height, self._breadth)] = 1.0
        after = np.arange(self._lines)[:, None] + self._span
        moved = self._first[: self._lines, None] - self._first[after] + self._ours
        onwards = (self._span * count + np.arange(count)) * width + moved
        alone = _Alone(self._shapes, self._height, self._breadth)
        later = np.zeros((self._margin + 1, count, width))
        for start, end in reversed(list(self._blocks_of_lines())):
            likely = np.concatenate([self._block(start, end).shares, later])
            rows = self._rows_of(likely)
            for line in range(end - 1, start - 1, -1):
                if line + 1 < self._lines:
                    rows[onwards[line] + (line - start) * count * width].sum(
                        axis=0, out=through[line]
                    )
                likely[line - start] *= through[line]
            alone.add(likely[: end - start], *self._cells(start, end)[:2])
            later = likely[: self._margin + 1]
        return through, alone.units()

    def _blocks_of_lines(self) -> Iterator[tuple[int, int]]:
        """The first line of each block, of the first the line after (0, 0), and the line after
        its last."""
        for start in range(0, self._lines, BLOCK):
            yield max(start, 1), min(start + BLOCK, self._lines)

    def path(self) -> list[Step]:
        """The path on which most beads are expected to be right."""
        if not self._possible:
            return []
        through, alone = self._run_backward()
        came = self._run_choice(through, alone)
        steps: list[Step] = []
        i, j = self._height, self._breadth
        while i or j:
            line, column = i + j, self._column(i, j)
            number = int(came[line, column])
            ours, theirs = self._shapes[number]
            if ours and theirs:
                sure = self._share(line, number, column) * float(through[line, column])
            else:
                sure = float(alone[0][i] if ours else alone[1][j])
            i, j = i - ours, j - theirs
            steps.append(Step(i, j, self._shapes[number], min(sure, 1.0)))
        return steps[::-1]

    def _share(self, line: int, number: int, column: int) -> float:
        start = line - line % BLOCK
        first, end = max(start, 1), min(start + BLOCK, self._lines)
        return float(self._block(first, end).shares[line - first, number, column])

    def _run_choice(self, through: Floats, alone: tuple[Floats, Floats]) -> NDArray[np.int8]:
        """The shape of the last bead of the best path to each cell."""
        best = self._sums()
        rows = self._rows_of(best)
        came = np.zeros((self._lines, self._width), dtype=np.int8)
        for start, end in self._blocks_of_lines():
            gains = self._gains(start, end, through, alone)
            for line in range(start, end):
                sums = gains[line - start]
                sums += rows[self._origins[line]]
                came[line] = sums.argmax(axis=0)
                sums.max(axis=0, out=best[self._margin + line])
        return came

    def _gains(self, start: int, end: int, through: Floats, alone: tuple[Floats, Floats]) -> Floats:
        """[line, shape, column]: by how much each bead is likelier than doubtful; one that is
        barred cannot be, nor one that leaves several units alone: each is a step of its own."""
        block = self._block(start, end)
        likely: Floats = block.shares * through[start:end, None]
        i, j, _ = self._cells(start, end)
        for number, (ours, theirs) in enumerate(self._shapes):
            if not (ours and theirs):
                likely[:, number] = alone[0][i] if ours else alone[1][j]
        # Sums of such steps are exact, so that equal paths are equal in whatever order they are added.
        likely = np.rint((likely - DOUBT) * STEPS) / STEPS
        likely[block.barred] = NEVER
        likely[:, [max(shape) > 1 and not min(shape) for shape in self._shapes]] = NEVER
        return likely


class _Alone:
    """How likely nothing answers each unit, of the source and of the target; by the place after
    it, and 0 for the place before all."""

    def __init__(self, shapes: Sequence[Shape], height: int, breadth: int) -> None:
        self._gaps = [(n, shape) for n, shape in enumerate(shapes) if not min(shape)]
        self._ours, self._theirs = np.zeros(height + 1), np.zeros(breadth + 1)

    def add(self, likely: Floats, i: Ints, j: Ints) -> None:
        """Beads that end at the places i, j; a gap of several units holds those before it too."""
        for number, (ours, theirs) in self._gaps:
            sums, places = (self._ours, i) if ours else (self._theirs, j)
            ends = np.bincount(places.reshape(-1), likely[:, number].reshape(-1), len(sums))
            for back in range(ours + theirs):
                sums[: len(sums) - back] += ends[back:]

    def units(self) -> tuple[Floats, Floats]:
        """Of both sides, once every bead is added."""
        self._ours[0] = self._theirs[0] = 0.0
        return np.minimum(self._ours, 1.0), np.minimum(self._theirs, 1.0)
