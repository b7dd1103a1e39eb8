from __future__ import annotations

from decimal import Decimal

from archive.parallel.dates import DateMention
from archive.parallel.facts import Facts, facts
from archive.parallel.numbers import Number


def test_a_date_is_not_read_as_numbers_too() -> None:
    assert facts("22.1.1950 г., 440", "ru") == Facts(
        (DateMention(0, 9, 1950, 1, 22),), (Number(14, 17, (Decimal(440),), digits=True),), "ru"
    )


def test_a_figure_of_a_date_answers_a_bare_figure() -> None:
    stated = facts("22 January 1950", "en")
    assert stated.answers(Number(0, 4, (Decimal(1950),)))
    assert not stated.answers(Number(0, 4, (Decimal(1951),)))


def test_a_figure_is_stated_by_a_number_and_a_date_by_one_that_agrees() -> None:
    stated = facts("440 on 22 January 1950", "en")
    assert stated.states(440)
    assert not stated.states(1950)
    assert stated.dated(DateMention(0, 1, None, 1, 22)) == stated.dates[0]
    assert stated.dated(DateMention(0, 1, None, 2, 22)) is None


def test_only_figures_in_digits_are_stated_and_a_day_may_be_named_alone() -> None:
    assert not facts("the first of twelve", "en").states(12)
    assert facts("27日", "zh").names_day(27)
    assert not facts("27 men", "en").names_day(27)


def test_a_time_of_day_answers_its_hour_and_its_minutes() -> None:
    stated = facts("3:16", "en")
    assert stated.answers(Number(0, 1, (Decimal(3),)))
    assert stated.answers(Number(0, 2, (Decimal(16),)))
    assert not stated.answers(Number(0, 1, (Decimal(4),)))


def test_a_language_without_a_table_may_say_any_number_in_words() -> None:
    known = [
        language for language in ("en", "zh-Hant", "ota", "sw") if facts("1", language).reads_words
    ]
    assert known == ["en", "zh-Hant"]
