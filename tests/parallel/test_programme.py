from __future__ import annotations

from itertools import pairwise
from math import exp, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.programme import CERTAINTY, Band, best_path

SHAPES = ((1, 1), (1, 0), (0, 1))


def _whole(height: int, width: int) -> Band:
    return Band([0] * (height + 1), [width] * (height + 1))


def test_confidence_is_the_margin_to_the_best_path_without_the_bead() -> None:
    steps = best_path(_whole(1, 1), SHAPES, lambda i, j, a, b: 0.0 if a and b else -1.0)
    assert [(step.i, step.j, step.shape) for step in steps] == [(0, 0, (1, 1))]
    assert steps[0].confidence == pytest.approx(1 - exp(-2 / CERTAINTY))


def test_no_path_gives_nothing() -> None:
    assert best_path(_whole(1, 1), SHAPES, lambda i, j, a, b: -inf) == []
    assert best_path(_whole(0, 0), SHAPES, lambda i, j, a, b: 0.0) == []


@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 10_000))
def test_the_path_is_the_best_of_all(height: int, width: int, salt: int) -> None:
    def weigh(i: int, j: int, a: int, b: int) -> float:
        return (salt * (31 * i + 17 * j + 5 * a + 3 * b + 7) % 997) / 100

    def best(i: int, j: int) -> float:
        if (i, j) == (height, width):
            return 0.0
        return max(
            weigh(i, j, a, b) + best(i + a, j + b)
            for a, b in SHAPES
            if i + a <= height and j + b <= width
        )

    steps = best_path(_whole(height, width), SHAPES, weigh)
    total = sum(weigh(step.i, step.j, *step.shape) for step in steps)
    assert total == pytest.approx(best(0, 0))
    for one, other in pairwise(steps):
        assert (one.i + one.shape[0], one.j + one.shape[1]) == (other.i, other.j)
