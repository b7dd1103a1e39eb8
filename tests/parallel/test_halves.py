from __future__ import annotations

from decimal import Decimal

import pytest

from archive.parallel.folding import fold
from archive.parallel.halves import Half, halves
from archive.parallel.numbers import canonical, numbers


def test_says_what_a_half_is_half_of() -> None:
    assert list(halves("half a million, a quarter of an hour", "en")) == [
        Half(0, 14, (Decimal("500000.0"),), True),
        Half(18, 36, (Decimal("0.25"), Decimal("15.00")), False),
    ]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "half a million", ["500000"]),
        ("en", "two and a half years", ["2.5", "2"]),
        ("en", "3 and a half million", ["3500000", "3"]),
        ("en", "a million and a half", ["1500000", "1000000"]),
        ("en", "2½ years", ["2.5", "2"]),
        ("ru", "половина миллиона", ["500000"]),
        ("de", "eine halbe Million", ["500000"]),
        ("fr", "un demi-million", ["500000"]),
        ("he", "חצי מיליון", ["500000"]),
        ("ar", "نصف مليون", ["500000"]),
        ("zh", "半年", ["0.5", "6"]),
        ("ko", "반년", ["0.5", "6"]),
        ("en", "a .338 average", ["0.338"]),
        ("en", "World War II", ["2"]),
    ],
)
def test_halves_are_read_among_the_numbers(language: str, text: str, values: list[str]) -> None:
    (number,) = numbers(fold(text), language, [])
    assert [canonical(value) for value in number.values] == values
