from __future__ import annotations

from archive.parallel.numerals import word_table


def test_languages_without_a_table_have_none() -> None:
    assert [word_table(language) is None for language in ("en", "ru-RU", "sw", "")] == [
        False,
        False,
        True,
        True,
    ]


def test_german_writes_thousands_as_one_word() -> None:
    table = word_table("de")
    assert table is not None
    words = ["zwölftausendvierhundert", "tausendundeins", "zweitausend", "tausendfach", "haus"]
    assert [table.value(word) for word in words] == [12400, 1001, 2000, None, None]
