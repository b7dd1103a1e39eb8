from __future__ import annotations

import pytest

from archive.parallel.korean import KoreanNumber, korean_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("천구백오십년", [("천구백오십", 1950)]),
        ("십이월 이십일일", [("십이", 12), ("이십일", 21)]),
        ("백팔십구정", [("백팔십구", 189)]),
        ("칠만 천칠백한", [("칠만 천칠백한", 71701)]),
        ("열두 명과 세 아이, 스물다섯", [("열두", 12), ("세", 3), ("스물다섯", 25)]),
        ("십 년, 백만 명", [("십", 10), ("백만", 1_000_000)]),
        ("이번에 오만하게 사천성 조사 만일 네, 39세인", []),
    ],
)
def test_reads_korean_words(text: str, expected: list[tuple[str, int]]) -> None:
    found = [(text[n.start : n.end], n.value) for n in korean_numbers(text)]
    assert found == expected


def test_says_where_a_number_stands() -> None:
    assert list(korean_numbers("총 삼백 명")) == [KoreanNumber(2, 4, 300)]
