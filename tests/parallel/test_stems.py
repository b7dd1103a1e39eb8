from __future__ import annotations

import pytest

from archive.parallel.stems import stems


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Rifles, RIFLE 12 and rifle-fire", "en", ["and", "fire", "rifle"]),
        ("Винтовками и винтовка", "ru", ["винто", "и"]),
        ("我们同意。", "zh-Hans", ["们同", "同意", "我们"]),
        ("好", "zh", ["好"]),
        ("조선인민군은 갔다", "ko", ["갔다", "조선"]),
        ("والجيش الجيش", "ar", ["جيش"]),
        ("והצבא", "he", ["הצבא"]),
        ("لا", "ar", ["لا"]),
        ("", "en", []),
    ],
)
def test_what_forms_of_a_word_have_in_common(text: str, language: str, found: list[str]) -> None:
    assert stems(text, language) == found
