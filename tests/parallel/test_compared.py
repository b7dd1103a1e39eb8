"""The bars, on what nothing was tuned on."""

from __future__ import annotations

import pytest

from tests.parallel.compared import LANGUAGES, Share, comparison, dated_comparison
from tests.parallel.dated import FRAMES
from tests.shared_data import shared_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_changed_figures_and_dates_are_found_and_right_ones_let_be(language: str) -> None:
    shared_path("data/parallel/ntrex.sentences.json.xz")
    score = comparison(language)
    assert score.numbers.value >= 0.97
    assert score.digits.value >= 0.97
    assert score.dates.value >= 0.97
    assert score.flagged.value <= 0.05


@pytest.mark.parametrize("language", FRAMES)
def test_a_wrong_date_is_found_however_it_is_written(language: str) -> None:
    score = dated_comparison(language, 100)
    assert score.found.value >= 0.99
    assert score.flagged.value <= 0.01


def test_a_share_is_so_many_of_so_many() -> None:
    share = Share.of([True, False, True])
    assert (share, share.value, str(share)) == (Share(2, 3), 2 / 3, "0.667 of 3")
