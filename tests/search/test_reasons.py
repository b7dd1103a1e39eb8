from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from archive.search import Query, search
from archive.search.results import Hit
from tests import world

pytestmark = pytest.mark.django_db


def found(q: str = "", **query: Any) -> Hit:
    (hit,) = search(Query(q=q, **query)).hits
    return hit


def why(q: str = "", **query: Any) -> list[tuple[str, str, str, str]]:
    return [(r.label, r.before, r.hit, r.after) for r in found(q, **query).reasons]


@pytest.fixture
def cable() -> str:
    return world.published(world.cable_document()).record_id


def test_what_a_snippet_shows_needs_no_reason(cable: str) -> None:
    assert why("rifle") == []
    assert why("") == []


def test_words_of_the_title_are_lit_there(cable: str) -> None:
    hit = found("chairman cables")
    assert [hit.title[start:end] for start, end in hit.title_hits] == ["Cable", "Chairman"]
    assert hit.reasons == ()


@pytest.mark.parametrize(
    ("q", "reason"),
    [
        ("Donggil", ("Translator", "Kim ", "Donggil", "")),
        ("RGASPI", ("Held at", "", "RGASPI", ", fond 558, opis 11, delo 334, list 22")),
        ("fond 45", ("Held at", "AP RF, ", "fond", " 45, opis 1, delo 334, list 22")),
        ("фонд", ("Held at", "AP RF, fond 45, opis 1, delo 334, list 22", "", "")),
        ("Moscow", ("Place", "", "Moscow", "")),
        (world.CABLE_SOURCE, ("Identifier", "", "wilson", "-center:liu-shaoqi-mao-1950-01-22")),
    ],
)
def test_what_else_of_a_description_has_the_words(
    cable: str, q: str, reason: tuple[str, str, str, str]
) -> None:
    assert reason in why(q)


def test_its_own_id(cable: str) -> None:
    assert why(cable) == [("Identifier", "", cable, "")]


def test_a_form_of_a_name_that_is_not_shown() -> None:
    person = {"name": "Stalin, I. V.", "role": "sender", "forms": {"ru": "Филиппов"}}
    world.published(world.document(title="A letter", people=[person], subjects=["Grain"]))
    assert why("филиппов") == [("Sender", "Stalin, I. V.", "", "")]
    assert why("stalin grain") == [
        ("Sender", "", "Stalin", ", I. V."),
        ("Subject", "", "Grain", ""),
    ]


def test_the_date_of_another_hand(cable: str) -> None:
    annotated = ("Annotation", "Mao Zedong, January 25, 1950", "", "")
    assert why(from_=date(1950, 1, 25), to=date(1950, 1, 26)) == [annotated]
    assert why(from_=date(1950, 1, 22), to=date(1950, 1, 26)) == []
    assert why("annotation") == [annotated]


def test_at_most_three() -> None:
    subjects = [f"Grain of {n}" for n in range(5)]
    world.published(world.document(title="A letter", subjects=subjects))
    assert [reason[1:3] for reason in why("grain")] == [("", "Grain")] * 3
