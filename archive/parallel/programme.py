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
from numpy.typing import NDArray

from archive.parallel.evidence import Floats, Ints

Shape = tuple[int, int]
Weigh = Callable[[Ints, Ints], Floats]

DOUBT = 0.5
"""What a bead must be likelier than to be better than none."""

BLOCK = 1024
"""Anti-diagonals that are weighed together."""

KEPT = 16
"""Blocks of weights that are kept; those of a longer text are weighed again when they are needed."""


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


def _together(sums: Floats) -> Floats:
    """Log-odds of any of the first axis."""
    most = sums.max(axis=0)
    most[most == -np.inf] = 0.0
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(sums - most).sum(axis=0)) + most)


class _Lattice:
    """Sums over the band: a cell (i, j) stands in line i + j, at column i - the line's first
    source place + ``margin``. What lies around the band holds -inf.
    """

    def __init__(self, band: Band, shapes: Sequence[Shape], weigh: Weigh) -> None:
        self._shapes, self._weigh = shapes, weigh
        self._ours = np.array([ours for ours, _ in shapes])
        self._span = np.array([ours + theirs for ours, theirs in shapes])
        self._every = np.arange(len(shapes))
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
        self._origins = self._places_before()
        self._forward = self._run_forward()
        self._all = float(self._forward[-1, self._column(self._height, self._breadth)])

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

    def _places_before(self) -> Ints:
        """(line, shape, 1): added to a column, where a bead that ends there begins, in sums laid
        flat that begin ``margin`` lines before the first."""
        before = np.arange(self._lines)[:, None] - self._span
        moved = self._first[: self._lines, None] - self._first[np.maximum(before, 0)] - self._ours
        places: Ints = ((before + self._margin) * len(self._columns) + moved)[:, :, None]
        return places

    def _sums(self) -> Floats:
        """For each cell, ``margin`` lines further down; nothing yet but in the first."""
        sums = np.full((self._margin + self._lines, len(self._columns)), -np.inf)
        sums[self._margin, self._margin] = 0.0
        return sums

    def _run_forward(self) -> Floats:
        """Log-odds of all paths to each cell."""
        forward = self._sums()
        flat = forward.reshape(-1)
        for line in range(1, self._lines):
            sums = flat.take(self._origins[line] + self._columns, mode="clip")
            sums += self._weights(line)[line % BLOCK]
            forward[self._margin + line] = _together(sums)
        return forward

    def _run_backward(self) -> Floats:
        """Log-odds of all paths from each cell, over those of all paths."""
        width, count = len(self._columns), len(self._shapes)
        backward = np.full((self._lines + self._margin, width), -np.inf)
        backward[self._lines - 1, self._column(self._height, self._breadth)] = -self._all
        after = np.arange(self._lines)[:, None] + self._span
        moved = self._first[: self._lines, None] - self._first[after] + self._ours
        onwards = (after * width + moved)[:, :, None]
        weighed = ((self._span * count + np.arange(count)) * width + moved)[:, :, None]
        flat = backward.reshape(-1)
        for line in range(self._lines - 2, -1, -1):
            sums = flat.take(onwards[line] + self._columns, mode="clip")
            weights = self._weights(line)[line % BLOCK :].reshape(-1)
            sums += weights.take(weighed[line] + self._columns, mode="clip")
            backward[line] = _together(sums)
        return backward

    def _likely(self, start: int, end: int, backward: Floats, shapes: Ints) -> Floats:
        """(line, shape, column): how likely each bead of these shapes is that ends in a line from
        ``start`` to before ``end``, all of one block."""
        sums = self._forward.reshape(-1).take(
            self._origins[start:end, shapes] + self._columns, mode="clip"
        )
        sums += self._weights(start)[start % BLOCK : start % BLOCK + end - start, shapes]
        sums += backward[start:end, None]
        likely: Floats = np.exp(sums, out=sums)
        return likely

    def _blocks_of_lines(self) -> Iterator[tuple[int, int]]:
        """The first line of each block, of the first the line after (0, 0), and the line after
        its last."""
        for start in range(0, self._lines, BLOCK):
            yield max(start, 1), min(start + BLOCK, self._lines)

    def _alone(self, backward: Floats) -> tuple[Floats, Floats]:
        """How likely nothing answers each unit, of the source and of the target; by the place
        after it, and 0 for the place before all."""
        shapes = np.flatnonzero((self._ours == 0) | (self._ours == self._span))
        ours = np.zeros((len(shapes), self._height + 1))
        theirs = np.zeros((len(shapes), self._breadth + 1))
        for start, end in self._blocks_of_lines():
            likely = self._likely(start, end, backward, shapes)
            for line in range(start, end):
                first, last = int(self._first[line]), int(self._last[line])
                held = likely[line - start, :, self._margin : self._margin + last - first + 1]
                ours[:, first : last + 1] += held
                theirs[:, line - last : line - first + 1] += held[:, ::-1]
        return self._by_unit(shapes, ours, 0), self._by_unit(shapes, theirs, 1)

    def _by_unit(self, shapes: Ints, ended: Floats, side: int) -> Floats:
        """Of beads by the place where they end, how likely any holds each unit of a side."""
        found: Floats = np.zeros(ended.shape[1])
        for number, ends in zip(shapes.tolist(), ended, strict=True):
            for back in range(self._shapes[number][side]):
                found[: len(ends) - back] += ends[back:]
        found[0] = 0.0
        return np.minimum(found, 1.0)

    def path(self) -> list[Step]:
        """The path on which most beads are expected to be right."""
        if self._all == -np.inf:
            return []
        backward = self._run_backward()
        alone = self._alone(backward)
        came = self._run_choice(backward, alone)
        steps: list[Step] = []
        i, j = self._height, self._breadth
        while i or j:
            column = self._column(i, j)
            number = int(came[i + j, column])
            ours, theirs = self._shapes[number]
            if ours and theirs:
                one = self._likely(i + j, i + j + 1, backward, self._every[number : number + 1])
                sure = float(one[0, 0, column])
            else:
                sure = float(alone[0][i] if ours else alone[1][j])
            i, j = i - ours, j - theirs
            steps.append(Step(i, j, self._shapes[number], min(sure, 1.0)))
        return steps[::-1]

    def _run_choice(self, backward: Floats, alone: tuple[Floats, Floats]) -> NDArray[np.int8]:
        """The shape of the last bead of the best path to each cell."""
        best = self._sums()
        flat = best.reshape(-1)
        came = np.zeros((self._lines, len(self._columns)), dtype=np.int8)
        for start, end in self._blocks_of_lines():
            gains = self._gains(start, end, backward, alone)
            for line in range(start, end):
                sums = gains[line - start]
                sums += flat.take(self._origins[line] + self._columns, mode="clip")
                came[line] = sums.argmax(axis=0)
                sums.max(axis=0, out=best[self._margin + line])
        return came

    def _gains(
        self, start: int, end: int, backward: Floats, alone: tuple[Floats, Floats]
    ) -> Floats:
        """(line, shape, column): by how much each bead is likelier than doubtful; -inf for one that
        is forbidden or that leaves several units alone, since each is a step of its own."""
        likely = self._likely(start, end, backward, self._every)
        lines = np.arange(start, end)[:, None]
        i = np.clip(self._first[lines] + self._columns - self._margin, 0, self._height)
        j = np.clip(lines - i, 0, self._breadth)
        for number, (ours, theirs) in enumerate(self._shapes):
            if max(ours, theirs) == 1 and not (ours and theirs):
                likely[:, number] = alone[0][i] if ours else alone[1][j]
            elif not (ours and theirs):
                likely[:, number] = -np.inf
        likely -= DOUBT
        weights = self._weights(start)[start % BLOCK : start % BLOCK + end - start]
        likely[weights == -np.inf] = -np.inf
        return likely
