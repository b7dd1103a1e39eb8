"""Blocks that are dates and nothing else."""

from __future__ import annotations

import pytest

from archive.texts.datelines import is_dateline, names_a_day


@pytest.mark.parametrize(
    ("wording", "language"),
    [
        ("January 22, 1950", "en"),
        ("[22 January 1950]", "en"),
        ("Washington, May 5, 1950.", "en"),
        ("Washington, March 1, 1950, 3 p.m.", "en"),
        ("April 1962", "en"),
        ("1950-01-22", "en"),
        ("7/7/49", "en"),
        ("22.1.1950 г.", "ru"),
        ("22 января 1950 г.", "ru"),
        ("г. Москва, 22 января 1950 года", "ru"),
        ("25.I.1950", "ru"),
        ("Wien, den 3. März 1950", "de"),
        ("le 22 janvier 1950", "fr"),
        ("22 de enero de 1950", "es"),
        ("1950年1月22日", "zh"),
        ("一九五〇年一月二十二日", "zh"),
        ("北京，1950年1月22日", "zh"),
        ("1950년 1월 22일", "ko"),
        ("22 يناير 1950", "ar"),
        ("22 בינואר 1950", "he"),
    ],
)
def test_dateline(wording: str, language: str) -> None:
    assert is_dateline(wording, language)


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "1950",
        "189",
        "We met on January 22, 1950",
        "Oral Reply to Comment of December 23, 1969",
        "SNIE 13-3-61",
        "John Foster Dulles October 25, 1958",
        "Dated 21 September 1967",
        "12.000",
    ],
)
def test_no_dateline(wording: str) -> None:
    assert not is_dateline(wording, "en")


@pytest.mark.parametrize(("language", "holds"), [("de", True), ("ru", False), ("??", False)])
def test_a_day_at_the_beginning(language: str, holds: bool) -> None:
    assert names_a_day("22. Januar trafen wir ein", language) is holds
    assert not names_a_day("22. Rifles", language)
