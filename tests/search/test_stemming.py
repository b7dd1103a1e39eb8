from __future__ import annotations

import pytest

from archive.search.analyser import stems_of
from archive.search.stemming import STEMMERS, script_of, stem, stemmed_language


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "пулемёт", "пулеметов"),
        ("en", "rifle", "rifles"),
        ("de", "Brief", "Briefes"),
        ("fr", "décision", "décisions"),
        ("es", "cañones", "cañón"),
        ("it", "cannone", "cannoni"),
        ("pt", "cartas", "carta"),
        ("hu", "levelek", "levelet"),
        ("ro", "scrisorile", "scrisori"),
        ("tr", "mektuplar", "mektup"),
        ("ar", "الرسالة", "رسالة"),
        ("pl", "listy", "listów"),
        ("cs", "dopisy", "dopisů"),
    ],
)
def test_two_forms_of_a_word_meet(language: str, one: str, other: str) -> None:
    stems = stems_of(language)
    assert set(stems[one]) & set(stems[other])


def test_every_algorithm_is_there_and_leaves_no_word_empty() -> None:
    for language in STEMMERS:
        assert stem(language, "a")
        assert stem(language, "1950") == "1950"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("ru", "ru"), ("en-GB", "en"), ("nb", "no"), ("zh-Hant", None), ("uk", None), ("ota", None)],
)
def test_languages_by_tag(tag: str, language: str | None) -> None:
    assert stemmed_language(tag) == language


def test_scripts() -> None:
    words = ("rifle", "винтовка", "رسالة", "γράμμα", "1950", "林彪", "мao")
    assert [script_of(word) for word in words] == ["Latn", "Cyrl", "Arab", "Grek", "", "", "Cyrl"]
