from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import exp, inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import programme
from archive.parallel.evidence import Floats, Ints
from archive.parallel.programme import DOUBT, Band, Shape, Weigh, best_path

SHAPES = ((1, 1), (1, 0), (0, 1))
MORE = ((3, 1), (2, 1), (2, 0), (1, 4), (1, 2), (1, 1), (1, 0), (0, 1))


def _whole(height: int, width: int) -> Band:
    return Band(np.zeros(height + 1, np.int64), np.full(height + 1, width))


def _weigh(weight: Callable[[int, int, int, int], float], shapes: Sequence[Shape]) -> Weigh:
    """From the weight of one bead by where it ends."""

    def weighed(i: Ints, j: Ints) -> Floats:
        cells = list(zip(i.ravel().tolist(), j.ravel().tolist(), strict=True))
        found = [[weight(a, b, *shape) for a, b in cells] for shape in shapes]
        return np.array(found, dtype=np.float64).reshape(len(shapes), *i.shape)

    return weighed


def test_confidence_is_how_likely_a_bead_is_among_all_paths() -> None:
    weigh = _weigh(lambda i, j, a, b: 0.0 if a and b else -1.0, SHAPES)
    steps = best_path(_whole(1, 1), SHAPES, weigh)
    assert [(step.i, step.j, step.shape) for step in steps] == [(0, 0, (1, 1))]
    assert steps[0].confidence == pytest.approx(1 / (1 + 2 * exp(-2)))


def test_a_unit_alone_is_as_likely_as_all_that_leaves_it_alone() -> None:
    shapes = ((1, 1), (2, 0), (1, 0), (0, 1))
    weigh = _weigh(lambda i, j, a, b: -9.0 if a and b else 0.0, shapes)
    steps = best_path(_whole(2, 1), shapes, weigh)
    assert sorted(step.shape for step in steps) == [(0, 1), (1, 0), (1, 0)]
    assert all(step.confidence > 0.99 for step in steps)


def test_no_path_gives_nothing() -> None:
    nowhere = _weigh(lambda i, j, a, b: -inf, SHAPES)
    assert best_path(_whole(1, 1), SHAPES, nowhere) == []
    assert best_path(_whole(0, 0), SHAPES, nowhere) == []


def _salted(salt: int) -> Callable[[int, int, int, int], float]:
    """A distinct weight for every bead, by where it ends and what it holds."""
    return lambda i, j, a, b: (salt * (31 * i + 17 * j + 5 * a + 3 * b + 7) % 997) / 100 - 2 * a * b


Place = tuple[int, int]
Weight = Callable[[int, int, int, int], float]


class _EveryPath:
    """How likely each bead of a band is, cell by cell."""

    def __init__(self, band: Band, weight: Weight) -> None:
        self.cells = [
            (i, j)
            for i, (low, high) in enumerate(zip(band.low.tolist(), band.high.tolist(), strict=True))
            for j in range(low, high + 1)
        ]
        self.weight, self.end = weight, self.cells[-1]
        self.before = self._sums(self.cells, (0, 0), -1)
        self.after = self._sums(self.cells[::-1], self.end, 1)

    def _sums(self, cells: list[Place], start: Place, way: int) -> dict[Place, float]:
        sums = {start: 1.0}
        for i, j in cells:
            for a, b in MORE:
                there = (i + way * a, j + way * b)
                end = (i, j) if way < 0 else there
                if there in sums:
                    sums[i, j] = sums.get((i, j), 0) + sums[there] * exp(self.weight(*end, a, b))
        return sums

    def likely(self, i: int, j: int, a: int, b: int) -> float:
        """Of the bead that ends there."""
        sums = self.before.get((i - a, j - b), 0) * self.after.get((i, j), 0)
        return sums * exp(self.weight(i, j, a, b)) / self.after[0, 0]

    def alone(self, side: int, unit: int) -> float:
        """Of one unit of a side."""
        return sum(
            self.likely(i, j, a, b)
            for i, j in self.cells
            for a, b in MORE
            if not (a, b)[1 - side] and 0 <= (i, j)[side] - 1 - unit < (a, b)[side]
        )

    def gain(self, i: int, j: int, a: int, b: int) -> float:
        if a and b:
            return self.likely(i, j, a, b) - DOUBT
        return (self.alone(0, i - 1) if a else self.alone(1, j - 1)) - DOUBT

    def most(self) -> float:
        """The best sum of gains."""
        best = {(0, 0): 0.0}
        for i, j in self.cells[1:]:
            found = [
                best[i - a, j - b] + self.gain(i, j, a, b)
                for a, b in MORE
                if (i - a, j - b) in best and ((a and b) or a + b == 1)
            ]
            best[i, j] = max(found)
        return best[self.end]


def _band(moves: list[tuple[int, int]]) -> Band:
    """A strip whose two edges rise by so much from row to row, and never leave each other."""
    low = np.cumsum([0, *(both for both, _ in moves)])
    return Band(low, low + np.cumsum([2, *(more for _, more in moves)]))


BANDS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=7).map(_band)


@given(BANDS, st.integers(1, 10_000))
def test_path_and_confidence_are_those_of_all_paths(band: Band, salt: int) -> None:
    weight = _salted(salt)
    every = _EveryPath(band, weight)
    steps = best_path(band, MORE, _weigh(weight, MORE))
    ends = [(step.i + step.shape[0], step.j + step.shape[1], *step.shape) for step in steps]
    assert sum(every.gain(*end) for end in ends) == pytest.approx(every.most(), abs=1e-9)
    for one, other in pairwise(steps):
        assert (one.i + one.shape[0], one.j + one.shape[1]) == (other.i, other.j)
    for step, end in zip(steps, ends, strict=True):
        assert step.confidence == pytest.approx(every.gain(*end) + DOUBT, abs=1e-9)


def test_a_long_lattice_is_weighed_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    weigh = _weigh(_salted(7), MORE)
    whole = best_path(_whole(30, 30), MORE, weigh)
    monkeypatch.setattr(programme, "BLOCK", 4)
    monkeypatch.setattr(programme, "KEPT", 2)
    blocks = best_path(_whole(30, 30), MORE, weigh)
    assert [(step.i, step.j, step.shape) for step in blocks] == [
        (step.i, step.j, step.shape) for step in whole
    ]
    confidences = [step.confidence for step in whole]
    assert [step.confidence for step in blocks] == pytest.approx(confidences, abs=1e-12)
