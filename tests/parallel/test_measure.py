from __future__ import annotations

from tests.parallel.measure import alignment
from tests.shared_data import shared_path


def test_what_nothing_was_tuned_on_is_aligned_well() -> None:
    shared_path("data/parallel/ntrex.en-de.json.xz")
    aligned = alignment("de")
    assert aligned.links > 0.92
    assert aligned.rows > 0.96
