from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import masks
from archive.parallel.masks import labels, masked, weekdays


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ф n 45, оп n 1, д n 334, л n 22", ["ф n 45", "оп n 1", "д n 334", "л n 22"]),
        ("fond 45, opis 1, delo 334", ["fond 45", "opis 1", "delo 334"]),
        ("see p. 22 and pages 3-5", ["p. 22", "pages 3-5"]),
        ("1) first", ["1) "]),
        ("a note[^3] and [4]", ["[^3]", "[4]"]),
        ("第22页", ["第22页"]),
        ("in the u.s. 12 men", []),
        ("call 0800 555 111", []),
        ("440 guns and 5 men", []),
    ],
)
def test_masks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in masked(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 19th century", ["19th centur"]),
        ("20 世纪, المقرن", ["20 世纪"]),
        ("see https://x.org/a1 or a1@b2.org, @c3", ["https://x.org/a1", "a1@b2.o", "@c3"]),
        ("440 guns", []),
    ],
)
def test_labels(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in labels(text)] == expected


def test_weekdays_named_by_number() -> None:
    text = "周四，一周四天，星期三, ביום שני, يوم الأحد"
    assert [text[start:end] for start, end in weekdays(text, "zh")] == [
        "周四",
        "星期三",
        "יום שני",
        "الأحد",
    ]
    assert weekdays(text, "en") == []


@given(st.lists(st.sampled_from([*masks._LABELLED, "1", " ", ".", "a", "/", ":", "19th", "ה"])))
def test_a_quick_look_passes_over_no_label(parts: list[str]) -> None:
    text = "".join(parts)
    assert labels(text) == [found.span() for found in masks._LABELS.finditer(text)]
