from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.band import WHOLE, band
from archive.parallel.evidence import Floats, Matches

NOTHING = Matches.summed([])


def _even(height: int, width: int) -> Floats:
    return np.arange(height + 1) * width / height


def test_a_small_lattice_is_whole() -> None:
    small = band(NOTHING, _even(3, 5), 3, 5)
    assert (list(small.low), list(small.high)) == ([0] * 4, [5] * 4)


def test_anchors_steer_past_a_long_gap() -> None:
    matched = Matches.summed([(i, i if i < 200 else i + 400, 2.0) for i in range(600)])
    strip = band(matched, _even(600, 1000), 600, 1000)
    assert all(strip.low[i] <= i <= strip.high[i] for i in range(200))
    assert all(strip.low[i] <= i + 400 <= strip.high[i] for i in range(201, 600))


@given(st.integers(1, 300), st.integers(1, 300))
def test_rows_overlap_so_that_a_path_exists(height: int, width: int) -> None:
    strip = band(NOTHING, _even(height, width), height, width)
    assert strip.low[0] == 0
    assert strip.high[height] == width
    for i in range(height):
        assert strip.low[i] <= strip.low[i + 1] <= strip.high[i] <= strip.high[i + 1] <= width
    if height * width <= WHOLE:
        assert set(strip.high) == {width}
