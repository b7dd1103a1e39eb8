from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.cjk import cjk_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一万二千支", [("一万二千", "12000", False)]),
        ("1.4万人", [("1.4万", "14000.0", False)]),
        ("一百八十九", [("一百八十九", "189", False)]),
        ("一九五〇年", [("一九五〇", "1950", False)]),
        ("廿五", [("廿五", "25", False)]),
        ("三千五", [("三千五", "3500", False)]),
        ("三千零五", [("三千零五", "3005", False)]),
        ("二三人", [("二三", "23", True)]),
        ("百万", [("百万", "1000000", True)]),
        ("3천 500명", [("3천 500", "3500", False)]),
        ("1억 2000만 원", [("1억 2000만", "120000000", False)]),
        ("2018 조사", []),
        ("14,000", []),
    ],
)
def test_reads_numerals(text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = [(text[n.start : n.end], str(n.value), n.bare) for n in cjk_numbers(text)]
    assert found == expected


@given(st.text(alphabet="〇一二十百千万亿만억천 0123456789.,年", max_size=40))
def test_never_fails(text: str) -> None:
    ends = [0]
    for number in cjk_numbers(text):
        assert ends[-1] <= number.start < number.end
        ends.append(number.end)
