from __future__ import annotations

import pytest

from archive.parallel.numerals import word_table
from archive.parallel.spelled import Spelled, spelled


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "seventy-two tank, thirty-six guns", [72, 36]),
        ("en", "one hundred and eighty-nine", [189]),
        ("en", "two million five hundred thousand and one", [2500001]),
        ("en", "two and three", [2, 3]),
        ("en", "the twenty-second", [22]),
        ("ru", "сто восемьдесят девять", [189]),
        ("ru", "двенадцатью тысячами четырехсот", [12400]),
        ("ru", "пять, шесть", [5, 6]),
        ("de", "hundertneunundachtzig und zwölftausendvierhundert", [189, 12400]),
        ("de", "zwei millionen dreihunderttausend", [2300000]),
        ("fr", "quatre-vingt-dix-neuf, soixante et onze, quatre-vingts", [99, 71, 80]),
        ("fr", "mille neuf cent cinquante", [1950]),
        ("ar", "مائة وتسعة وثمانون", [189]),
        ("ar", "ثلاثمائة وأربعة وخمسون ألفا", [354000]),
        ("he", "מאה שמונים ותשע", [189]),
        ("he", "שלושה אלפים ארבע מאות", [3400]),
    ],
)
def test_reads_words(language: str, text: str, expected: list[int]) -> None:
    table = word_table(language)
    assert table is not None
    assert [number.value for number in spelled(text, table)] == expected


def test_a_scale_alone_and_an_ordinal_are_bare() -> None:
    table = word_table("en-GB")
    assert table is not None
    assert list(spelled("a thousand, fourth, forty", table)) == [
        Spelled(2, 10, 1000, True),
        Spelled(12, 18, 4, True),
        Spelled(20, 25, 40, False),
    ]
