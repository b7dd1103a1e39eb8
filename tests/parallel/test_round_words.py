from __future__ import annotations

import pytest

from archive.parallel.round_words import round_words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "both in the eighties", [("both", 2, False), ("eighties", 80, True)]),
        ("ru", "полтора десятка, трехдневный", [("полтора", 1.5, False), ("десятка", 10, False), ("трехдневный", 3, True)]),
        ("de", "achtzehnjährig und doppelt", [("doppelt", 2, False), ("achtzehnjährig", 18, True)]),
        ("fr", "une quinzaine, un trimestre", [("quinzaine", 2, False), ("trimestre", 3, False)]),
        ("ar", "وعامين من الثمانينيات", [("وعامين", 2, False), ("الثمانينيات", 80, True)]),
        ("he", "לפני שנתיים ובעשור", [("שנתיים", 2, False), ("ובעשור", 10, False)]),
        ("zh", "双方半年", [("双", 2, False), ("半", 0.5, False)]),
        ("ko", "이틀, 한반도", [("이틀", 2, False)]),
        ("sw", "nusu", []),
    ],
)  # fmt: skip
def test_reads_words_that_imply_a_number(
    language: str, text: str, expected: list[tuple[str, float, bool]]
) -> None:
    found = [
        (text[word.start : word.end], float(word.values[0]), word.exact)
        for word in round_words(text, language)
    ]
    assert found == expected
