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
from archive.parallel.programme import CERTAINTY, Band, Shape, Weigh, best_path

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


def test_confidence_is_the_margin_to_the_best_path_without_the_bead() -> None:
    weigh = _weigh(lambda i, j, a, b: 0.0 if a and b else -1.0, SHAPES)
    steps = best_path(_whole(1, 1), SHAPES, weigh)
    assert [(step.i, step.j, step.shape) for step in steps] == [(0, 0, (1, 1))]
    assert steps[0].confidence == pytest.approx(1 - exp(-2 / CERTAINTY))


def test_no_path_gives_nothing() -> None:
    nowhere = _weigh(lambda i, j, a, b: -inf, SHAPES)
    assert best_path(_whole(1, 1), SHAPES, nowhere) == []
    assert best_path(_whole(0, 0), SHAPES, nowhere) == []


def _salted(salt: int) -> Callable[[int, int, int, int], float]:
    """A distinct weight for every bead, by where it ends and what it holds."""
    return lambda i, j, a, b: (salt * (31 * i + 17 * j + 5 * a + 3 * b + 7) % 997) / 100 - 2 * a * b


def _best(band: Band, weight: Callable[[int, int, int, int], float], avoid: object) -> float:
    """The best sum, cell by cell, of a path that does not hold one bead."""
    sums = {(0, 0): 0.0}
    for i, (low, high) in enumerate(zip(band.low.tolist(), band.high.tolist(), strict=True)):
        for j in range(low, high + 1):
            found = [
                sums[i - a, j - b] + weight(i, j, a, b)
                for a, b in MORE
                if (i - a, j - b) in sums and (i - a, j - b, (a, b)) != avoid
            ]
            if found:
                sums[i, j] = max(found)
    return sums.get((len(band.low) - 1, int(band.high[-1])), -inf)


def _band(moves: list[tuple[int, int]]) -> Band:
    """A strip whose two edges rise by so much from row to row, and never leave each other."""
    low = np.cumsum([0, *(both for both, _ in moves)])
    return Band(low, low + np.cumsum([2, *(more for _, more in moves)]))


BANDS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=7).map(_band)


@given(BANDS, st.integers(1, 10_000))
def test_path_and_confidence_are_those_of_all_paths(band: Band, salt: int) -> None:
    weight = _salted(salt)
    steps = best_path(band, MORE, _weigh(weight, MORE))
    best = _best(band, weight, None)
    total = sum(
        weight(step.i + step.shape[0], step.j + step.shape[1], *step.shape) for step in steps
    )
    assert total == pytest.approx(best)
    for one, other in pairwise(steps):
        assert (one.i + one.shape[0], one.j + one.shape[1]) == (other.i, other.j)
    for step in steps:
        margin = best - _best(band, weight, (step.i, step.j, step.shape))
        assert step.confidence == pytest.approx(1 - exp(-margin / CERTAINTY), abs=1e-6)


def test_a_long_lattice_is_weighed_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    weigh = _weigh(_salted(7), MORE)
    whole = best_path(_whole(30, 30), MORE, weigh)
    monkeypatch.setattr(programme, "BLOCK", 4)
    monkeypatch.setattr(programme, "KEPT", 2)
    assert best_path(_whole(30, 30), MORE, weigh) == whole
