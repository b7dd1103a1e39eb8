from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import dates as reader
from archive.parallel.dates import DateMention, dates
from archive.parallel.folding import fold


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "January 22, 1950", ["1950-01-22"]),
        ("en", "the 22nd of January, 1950; Jan. 22; June", ["1950-01-22", "--01-22", "--06"]),
        ("en", "1950-01-22, 1/22/1950, 22.I.1950", ["1950-01-22"] * 3),
        ("ru", "22.1.1950 г., 22 января 1950 года, в мае", ["1950-01-22", "1950-01-22", "--05"]),
        ("ru", "25.1.50", ["50-01-25"]),
        ("de", "am 22. Januar 1950", ["1950-01-22"]),
        ("fr", "le 1er janvier 1950", ["1950-01-01"]),
        ("ar", "٢٢ يناير 1950 و 5 كانون الثاني 1950", ["1950-01-22", "1950-01-05"]),
        ("he", "22 בינואר 1950, מספטמבר 1951", ["1950-01-22", "1951-09"]),
        ("ar", "30 من سبتمبر ومايو 1951", ["--09-30", "1951-05"]),
        (
            "zh",
            "1950年1月22日，一九五〇年一月二十二日，27日",
            ["1950-01-22", "1950-01-22"],
        ),
        ("zh", "民国三十九年一月二十二日", ["1950-01-22"]),
        ("ja", "昭和25年1月22日", ["1950-01-22"]),
        ("ko", "1950년 1월 22일, 단기 4283년", ["1950-01-22", "1950"]),
        ("es", "22 de enero de 1950", ["1950-01-22"]),
        ("xx-not-a-tag", "1.2.1950", ["1950-02-01"]),
        ("en", "1950", []),
        ("en", "32 January 1950-13-40", ["1950-01"]),
    ],
)
def test_reads_dates(language: str, text: str, expected: list[str]) -> None:
    assert [mention.value for mention in dates(fold(text), language)] == expected


def test_what_is_not_stated_agrees_with_anything() -> None:
    whole = DateMention(0, 1, 1950, 1, 22)
    assert [
        whole.agrees(DateMention(0, 1, *parts))
        for parts in ((1950, 1, 22), (None, 1, 22), (50, 1, None), (1950, 1, 23), (51, 1, 22))
    ] == [True, True, True, False, False]


def test_month_and_day_may_stand_either_way_round_in_english() -> None:
    (mention,) = dates("2/1/1950", "en")
    assert mention.agrees(DateMention(0, 1, 1950, 1, 2))
    assert mention.agrees(DateMention(0, 1, 1950, 2, 1))
    assert not mention.agrees(DateMention(0, 1, 1950, 2, 2))


def test_old_and_new_style_are_eleven_to_thirteen_days_apart_before_1924() -> None:
    old, new = DateMention(0, 1, 1917, 10, 25), DateMention(0, 1, None, 11, 7)
    assert old.calendar_apart(new, 1917)
    assert not old.calendar_apart(new, 1950)
    assert not old.calendar_apart(DateMention(0, 1, 1917, 11, 17), 1917)


@pytest.mark.parametrize(
    ("language", "text", "soft"),
    [
        ("en", "march", True),
        ("en", "may", True),
        ("en", "in march", False),
        ("en", "july", False),
        ("en", "march 1950", False),
        ("fr", "mars", True),
        ("fr", "en mars", False),
        ("he", "במאי", True),
        ("he", "ביולי", False),
        ("he", "יולי", True),
        ("nl", "mei", True),
    ],
)
def test_a_month_alone_that_may_be_another_word_is_doubtful(
    language: str, text: str, soft: bool
) -> None:
    (mention,) = dates(text, language)
    assert mention.soft is soft


def test_seven_is_no_month_in_french() -> None:
    assert dates("sept d'affilee", "fr") == []
    assert [mention.value for mention in dates("7 sept. 1950", "fr")] == ["1950-09-07"]


@given(st.text(alphabet="0123456789./- 年月日一二十january,", max_size=40))
def test_offsets_rise_and_never_overlap(text: str) -> None:
    for language in ("en", "zh"):
        ends = [0]
        for mention in dates(text, language):
            assert ends[-1] <= mention.start < mention.end <= len(text)
            ends.append(mention.end)


@pytest.mark.parametrize("language", sorted(reader._MONTHS))
def test_a_quick_look_passes_over_no_month(language: str) -> None:
    worded = reader._worded(language)
    assert worded is not None
    assert all(worded.names(f"в {name},") for name in worded.months)
    assert not worded.names("12 + 1")
