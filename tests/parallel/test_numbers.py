from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.folding import fold
from archive.parallel.numbers import Number, canonical, numbers


def _read(text: str, language: str) -> list[tuple[str, list[str], bool]]:
    return [
        (text[n.start : n.end], [canonical(value) for value in n.values], n.soft)
        for n in numbers(fold(text), language, [])
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "12.000 rifles", [("12.000", ["12", "12000"], False)]),
        ("ru", "12.000 винтовок", [("12.000", ["12000"], False)]),
        ("ar", "١٢٬٠٠٠ بندقية", [("١٢٬٠٠٠", ["12000"], False)]),
        ("ru", "14 тысяч и 1,5 млн", [("14 тысяч", ["14000"], False), ("1,5 млн", ["1500000"], False)]),
        ("de", "2,8 Mrd. und 12.400", [("2,8 Mrd", ["2800000000"], False), ("12.400", ["12400"], False)]),
        ("fr", "14\u202f000 hommes", [("14\u202f000", ["14000"], False)]),
        ("en", "£2.8bn, £5m", [("2.8bn", ["2800000000"], False), ("5m", ["5000000", "5"], False)]),
        ("en", "1,234.5", [("1,234.5", ["1234.5"], False)]),
        ("en", "1980s", [("1980", ["1980", "80"], False)]),
        ("zh", "1.4万人", [("1.4万", ["14000"], False)]),
        ("ru", "Ф N 45, Оп N 1, Д N 334, Л N 22",
         [("45", ["45"], True), ("1", ["1"], True), ("334", ["334"], True), ("22", ["22"], True)]),
        ("en", "three, thirteen, thousands",
         [("three", ["3"], True), ("thirteen", ["13"], False), ("thousands", ["1000"], True)]),
        ("en", "1.2.3", [("1.2.3", ["1", "2", "3"], True)]),
    ],
)  # fmt: skip
def test_reads_by_value(
    language: str, text: str, expected: list[tuple[str, list[str], bool]]
) -> None:
    assert _read(text, language) == expected


def test_what_is_already_read_is_left_out() -> None:
    assert numbers("22 and 33", "en", [(0, 2)]) == [Number(7, 9, (Decimal(33),), digits=True)]


def test_a_range_shares_scale_and_unit() -> None:
    units = [number.unit for number in numbers("2 to 4 inches, 5", "en", [])]
    assert [unit.sizes if unit else None for unit in units] == [(0.0254,), (0.0254,), None]


def test_a_time_of_day_is_one_number_and_its_minutes_may_be_left_out() -> None:
    assert _read("15:00, 7.55am, 5 a.m.", "en") == [
        ("15:00", ["15", "3"], False),
        ("7.55", ["7.55", "19.55"], False),
        ("5", ["5", "17"], False),
    ]
    assert _read("오전 7시 55분", "ko") == [("7시 55분", ["7.55", "19.55"], False)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "the 1980s", ["1980", "80"]),
        ("zh", "20 世纪 80 年代", ["1980", "80"]),
        ("ko", "20세기 80년대", ["1980", "80"]),
        ("fr", "les années 80", ["80", "1980", "2080", "1880"]),
        ("he", "שנות ה- 80", ["80", "1980", "2080", "1880"]),
        ("ru", "1980-х годов", ["1980", "80"]),
    ],
)
def test_decades(language: str, text: str, values: list[str]) -> None:
    (number,) = numbers(fold(text), language, [])
    assert ([canonical(value) for value in number.values], number.decade) == (values, True)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ar", "الذكرى الخمسين وعقد", [50, 10]),
        ("he", "לשלושה, והשנייה, בשמונה", [3, 2, 8]),
        ("ko", "천구백오십년, 열두 명, 세 아이, 십 년", [1950, 12, 3, 10]),
        ("ru", "восемнадцатилетний", [18]),
        ("de", "ein dreitägiges Treffen", [3]),
        ("fr", "une, deux", [2]),
        ("zh", "参议院周四开会，三人", [3]),
        ("en", "both in the eighties", [2, 80]),
    ],
)
def test_reads_words(language: str, text: str, values: list[int]) -> None:
    assert [number.values[0] for number in numbers(fold(text), language, [])] == values


def test_some_figures_are_flagged_only_against_another() -> None:
    for text, language in (("f16", "en"), ("27日", "zh"), ("5일", "ko")):
        (number,) = numbers(text, language, [])
        assert (number.soft, number.counted, number.digits, number.stark) == (
            True, True, True, False,
        )  # fmt: skip


def test_a_run_of_digits_that_is_no_quantity_is_left_out() -> None:
    assert numbers("1" * 100_000, "en", []) == []


@given(st.text(alphabet="0123456789.,' \u00a0kmтыс万百-:/[]", max_size=50))
def test_offsets_rise_and_never_overlap(text: str) -> None:
    for language in ("en", "ru", "zh"):
        ends = [0]
        for number in numbers(fold(text), language, []):
            assert ends[-1] <= number.start < number.end <= len(text)
            assert number.values
            ends.append(number.end)
