from __future__ import annotations

from archive.parallel.date_matching import match_dates
from archive.parallel.facts import facts


def test_the_same_dates_first_and_a_doubtful_word_last() -> None:
    found = match_dates(facts("May, September 29, 2018", "en"), facts("29 мая 2018 г.", "ru"))
    assert [mention.value for mention in found.ours.alone] == ["2018-09-29"]
    assert [mention.value for mention in found.theirs.again] == ["2018-05-29"]
    assert [(mine.value, other.value) for mine, other in found.agreeing] == [("--05", "2018-05-29")]


def test_a_date_may_be_stated_in_figures() -> None:
    found = match_dates(facts("in September, on the 30th", "en"), facts("30 октября", "ru"))
    assert [mention.value for mention in found.ours.alone] == ["--09"]
    assert [mention.value for mention in found.theirs.figured] == ["--10-30"]
    assert found.theirs.alone == []
