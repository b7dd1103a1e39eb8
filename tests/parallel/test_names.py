from __future__ import annotations

from archive.parallel import NameForms, Span
from archive.parallel.folding import fold
from archive.parallel.names import find_name, forms_in, may_name

MAO = NameForms(
    "mao", {"en": ("Mao Zedong",), "ru": ("Мао Цзэдун",), "zh-Hans": ("毛泽东",), "he": ("מאו",)}
)


def test_forms_are_found_by_language_whatever_the_script() -> None:
    assert forms_in(MAO, "zh-Hant") == ("毛泽东",)
    assert forms_in(MAO, "ko") == ()


def test_endings_white_space_and_brackets_are_allowed_for() -> None:
    assert find_name(MAO, fold("к Мао  Цзэдуну"), "ru") == Span(2, 14, "mao")
    assert find_name(MAO, fold("Mao [Zedong]:"), "en") == Span(0, 11, "mao")
    assert find_name(MAO, fold("毛泽东说"), "zh") == Span(0, 3, "mao")
    assert find_name(MAO, fold("Maoism Zedong"), "en") is None


def test_part_of_a_name_may_be_the_name() -> None:
    assert may_name(MAO, fold("Председателю Мао !"), "ru")
    assert may_name(MAO, fold("毛主席"), "zh")
    assert not may_name(MAO, fold("Lin Biao"), "en")
