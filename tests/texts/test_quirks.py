"""Slips of typing: the sample cable's own, those of other texts, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.texts.quirks import Quirk, QuirkKind, quirk_groups, quirks
from tests import world


def found(body: str, language: str = "en") -> list[tuple[str, str]]:
    """Kind and words of each quirk."""
    return [(str(quirk.kind), quirk.words) for quirk in quirks(body, language)]


def test_the_cable_has_just_these() -> None:
    english, russian = world.cable_document().texts
    assert quirks(english.body, "en") == ()
    assert [(str(q.kind), q.passage, q.words) for q in quirks(russian.body, "ru")] == [
        ("stray sign", 3, "Мао !"),
        ("doubled space", 4, "находящиеся \xa0на"),
        ("glued sentences", 4, "человек.Ким"),
        ("doubled space", 4, "человек.Ким \xa0Ир"),
        ("doubled space", 4, "начальником \xa0оперативного"),
        ("stray sign", 4, "корейцев .Они"),
        ("doubled space", 4, "сформировать \xa0из"),
        ("doubled space", 4, "непосредственного \xa0подчинения"),
        ("doubled space", 4, "собой \xa0все"),
        ("glued sentences", 4, "боеприпасы.Нами"),
        ("stray sign", 6, ".Лю"),
        ("letters of two scripts", 8, "Cогласен"),
        ("stray sign", 11, "РФ ,"),
    ]


def test_a_quirk_says_where_it_stands_and_what_to_do() -> None:
    body = "First.\n\nВсе люди.Cогласен  с этим ."
    assert quirks(body, "ru") == (
        Quirk(QuirkKind.GLUED, 2, 12, 25, "люди.Cогласен", "Put a space between them."),
        Quirk(
            QuirkKind.MIXED,
            2,
            17,
            25,
            "Cогласен",
            "“C” is a Latin letter (U+0043). Write “С”, a Cyrillic letter (U+0421).",
        ),
        Quirk(QuirkKind.DOUBLED, 2, 25, 27, "люди.Cогласен  с", "Leave one space."),
        Quirk(
            QuirkKind.STRAY,
            2,
            33,
            35,
            "этим .",
            "Close the space before it, or take the sign away.",
        ),
    )
    assert body[12:25] == "люди.Cогласен"


@pytest.mark.parametrize(
    ("body", "language", "kinds"),
    [
        ("It was over.He left.", "en", ["glued sentences"]),
        ("Was it over?”He left.", "en", ["glued sentences"]),
        ("We agreed.I left.", "en", ["glued sentences"]),
        ("Petrov.N.", "en", []),
        ("с ним.В городе", "ru", ["glued sentences"]),
        ("Σongress of ℓabour", "en", []),
        ("the сongress", "en", ["letters of two scripts"]),
        ("Αthens", "en", ["letters of two scripts"]),
        ("word , word", "en", ["stray sign"]),
        ("Vive la paix !", "fr", []),
        ("Vive la paix !", "fr-CA", []),
        ("Long live peace !", "en", ["stray sign"]),
        (",Word", "en", ["stray sign"]),
        ("one\u00a0 two", "en", ["doubled space"]),
        ("one\t\ttwo", "en", ["doubled space"]),
    ],
)
def test_what_is_one(body: str, language: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in found(body, language)] == kinds


@pytest.mark.parametrize(
    "body",
    [
        "Two spaces after a sentence.  As typists do.",
        "He said: “Yes.”  Then he left.",
        "He said . . . nothing more . . .",
        "It can be maintained .… Important",
        "Just start…The other side",
        "a .45 pistol",
        "U.S.Government, J.Smith, Ph.D., a.m.Monday",
        "тов.Сталин и акад.Павлов, см.Приложение",
        "see https://www.wilson.Center.org/digital.Archive and Ada.Lovelace@example.Org",
        "A | B\n--- | ---\nTotal |  |  36",
        "Hong Kong |  |  | 67",
        "  indented lines\n   and more",
        "μm, кВт, T-34, COVID-19, Тu-154",
        "Le prix est de 12\u00a0000\u00a0francs",
        "部长同志：　灯塔",
        "",
    ],
)
def test_what_is_none(body: str) -> None:
    assert found(body, "ru" if "тов" in body else "en") == []


def test_groups_are_said_in_a_sentence_each_with_the_first_of_many() -> None:
    body = "раз  два.Три  раз  два  раз  два  раз  два.Cогласен"
    assert [str(group) for group in quirk_groups(body, "ru")] == [
        "1 word in letters of two scripts: “Cогласен” in paragraph 1. “C” is a Latin letter "
        "(U+0043). Write “С”, a Cyrillic letter (U+0421).",
        "2 pairs of glued sentences: “два.Три” in paragraph 1, “два.Cогласен” in paragraph 1. "
        "Put a space between them.",
        "7 doubled spaces: “раз  два.Три” in paragraph 1, “два.Три  раз” in paragraph 1, "
        "“раз  два” in paragraph 1, “два  раз” in paragraph 1, “раз  два” in paragraph 1 "
        "and 2 more. Leave one space.",
    ]
    assert quirk_groups("Nothing odd.", "en") == ()


@given(
    st.text(alphabet="aA яЯ.,!?| \u00a0\n…”1αΑcс", max_size=60), st.sampled_from(["ru", "fr", "en"])
)
def test_places_are_in_the_body_and_in_order(body: str, language: str) -> None:
    given_back = quirks(body, language)
    assert [q.start for q in given_back] == sorted(q.start for q in given_back)
    for quirk in given_back:
        assert 0 <= quirk.start < quirk.end <= len(body)
        assert body[quirk.start : quirk.end] in quirk.words
        assert quirk.words in body


@pytest.mark.parametrize("stretch", [".", " ", "a", "a ", "a.", "А", "aА", "部", "@"])
def test_a_very_long_text_is_read_in_one_pass(stretch: str) -> None:
    """What is not linear would not end here."""
    body = stretch * 300_000
    assert {str(q.kind) for q in quirks(f"{body}x", "en")} <= {"letters of two scripts"}
