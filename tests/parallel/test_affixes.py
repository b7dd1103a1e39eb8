from __future__ import annotations

import pytest

from archive.parallel.affixes import WORD, unmarked, without_affix


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("ar", "والخمسين", ("خمسين", "وال")),
        ("ar", "خمسين", ("خمسين", "")),
        ("he", "לשלושה", ("שלושה", "ל")),
        ("he", "שלום", ("שלום", "")),
        ("en", "bitten", ("bitten", "")),
    ],
)
def test_takes_off_what_is_written_on_to_a_known_word(
    language: str, word: str, expected: tuple[str, str]
) -> None:
    assert without_affix(word, language, {"خمسين", "שלושה", "ten"}) == expected


def test_vowel_marks_stand_within_a_word() -> None:
    text = "ستُضاء ثلاثةً"
    assert [unmarked(word) for word in WORD.findall(text)] == ["ستضاء", "ثلاثة"]
