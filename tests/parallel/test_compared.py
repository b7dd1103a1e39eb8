from __future__ import annotations

from tests.parallel.compared import comparison
from tests.shared_data import shared_path


def test_what_nothing_was_tuned_on_is_compared_well() -> None:
    shared_path("data/parallel/ntrex.sentences.json.xz")
    score = comparison("de")
    assert score.flagged.value <= 0.05
    assert score.numbers.value > 0.95
    assert score.digits.value > 0.95
    assert score.dates.value >= 0.97
