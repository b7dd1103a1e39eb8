from __future__ import annotations

from archive.parallel.affixes import words, written


def test_known_words_are_written_with_what_is_put_before_them() -> None:
    forms = written({"خمسين"}, "ar")
    assert (forms["والخمسين"], forms["خمسين"]) == (("خمسين", "وال"), ("خمسين", ""))
    assert written({"שלושה"}, "he")["לשלושה"] == ("שלושה", "ל")
    assert written({"ten"}, "en") == {"ten": ("ten", "")}


def test_vowel_marks_stand_within_a_word() -> None:
    assert words("ستُضاء ثلاثةً 5 one") == (
        ("ستضاء", 0, 6),
        ("ثلاثة", 7, 13),
        ("one", 16, 19),
    )
