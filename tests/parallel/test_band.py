from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.band import WHOLE, band


def test_a_small_lattice_is_whole() -> None:
    small = band([{}] * 3, [0.0, 1.0, 2.0, 3.0], 3, 5)
    assert (list(small.low), list(small.high)) == ([0] * 4, [5] * 4)


def test_anchors_steer_past_a_long_gap() -> None:
    matched = [{place: 2.0} if place < 200 else {place + 400: 2.0} for place in range(600)]
    strip = band(matched, [place * 1000 / 600 for place in range(601)], 600, 1000)
    assert all(strip.low[i] <= i <= strip.high[i] for i in range(200))
    assert all(strip.low[i] <= i + 400 <= strip.high[i] for i in range(201, 600))


@given(st.integers(1, 300), st.integers(1, 300))
def test_rows_overlap_so_that_a_path_exists(height: int, width: int) -> None:
    centre = [place * width / height for place in range(height + 1)]
    strip = band([{}] * height, centre, height, width)
    assert strip.low[0] == 0
    assert strip.high[height] == width
    for i in range(height):
        assert strip.low[i] <= strip.low[i + 1] <= strip.high[i] <= strip.high[i + 1] <= width
    if height * width <= WHOLE:
        assert set(strip.high) == {width}
