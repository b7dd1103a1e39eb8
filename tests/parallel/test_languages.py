from __future__ import annotations

import pytest

from archive.parallel.languages import expansion, tongue


def test_the_language_of_a_tag() -> None:
    assert [tongue(tag) for tag in ("zh-Hant-TW", "EN", "")] == ["zh", "en", ""]


def test_lengths_of_unknown_languages_are_taken_as_equal() -> None:
    assert expansion("en", "zh-Hans") == pytest.approx(0.345)
    assert expansion("zh", "en") == pytest.approx(1 / 0.345)
    assert expansion("xx", "yy") == 1.0
