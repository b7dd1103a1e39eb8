from __future__ import annotations

import pytest

from archive.parallel.masks import masked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ф n 45, оп n 1, д n 334, л n 22", ["ф n 45", "оп n 1", "д n 334", "л n 22"]),
        ("fond 45, opis 1, delo 334", ["fond 45", "opis 1", "delo 334"]),
        ("see p. 22 and pages 3-5", ["p. 22", "pages 3-5"]),
        ("1) first", ["1) "]),
        ("a note[^3] and [4]", ["[^3]", "[4]"]),
        ("第22页", ["第22页"]),
        ("the 19th century", ["19th centur"]),
        ("call 0800 555 111", []),
        ("440 guns and 5 men", []),
    ],
)
def test_masks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in masked(text)] == expected
