"""What a search box suggests."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.search.suggesting import Suggestion, suggestions
from tests import world

pytestmark = pytest.mark.django_db

MAO = {
    "name": "Mao Zedong",
    "role": "recipient",
    "forms": {"zh-Hans": "毛泽东", "ru": "Мао Цзэдун", "zh-Latn-wadegile": "Mao Tse-tung"},
}
LIU = {"name": "Liu Shaoqi", "role": "sender"}


@pytest.fixture
def archive() -> list[str]:
    made = [
        world.document(
            title="Cable to Mao on machine guns",
            people=[MAO, LIU],
            places=[{"name": "Moscow", "role": "origin"}],
            collections=["Machines of war"],
        ),
        world.document(title="Москва и Пекин", people=[MAO]),
    ]
    return [world.published(each).record_id for each in made]


def test_people_places_collections_and_titles(archive: list[str]) -> None:
    mao = Suggestion("person", "mao-zedong", "Mao Zedong", 2)
    cable = Suggestion("record", archive[0], "Cable to Mao on machine guns")
    assert suggestions("MAO") == (mao, cable)
    assert suggestions("mó") == (Suggestion("place", "moscow", "Moscow", 1),)
    assert suggestions("machine") == (
        Suggestion("collection", "machines-of-war", "Machines of war", 1),
        cable,
    )
    assert suggestions("guns cab") == (cable,)
    assert suggestions("моск") == (Suggestion("record", archive[1], "Москва и Пекин"),)


@pytest.mark.parametrize(
    ("typed", "language", "form"),
    [
        ("毛", "zh-Hans", "毛泽东"),
        ("澤東", "zh-Hans", "毛泽东"),
        ("цзэ", "ru", "Мао Цзэдун"),
        ("tung Ts", "zh-Latn-wadegile", "Mao Tse-tung"),
    ],
)
def test_somebody_under_another_name(
    archive: list[str], typed: str, language: str, form: str
) -> None:
    assert suggestions(typed) == (
        Suggestion("person", "mao-zedong", "Mao Zedong", 2, form, language),
    )


@pytest.mark.parametrize("typed", ["", "m", " , ", "xyz", "mao xyz", "\0\ud800", "." * 5_000])
def test_nothing_for_nothing(archive: list[str], typed: str) -> None:
    assert suggestions(typed) == ()


def test_what_only_a_withdrawn_record_has_is_suggested_to_nobody(archive: list[str]) -> None:
    withdraw(Record.objects.get(pk=archive[0]), by="Staff", reason="Private.")
    assert suggestions("mao") == (Suggestion("person", "mao-zedong", "Mao Zedong", 1),)
    for typed in ("liu", "moscow", "machine", "cable"):
        assert suggestions(typed) == (), typed


def test_what_is_composed_for_practice_is_left_out() -> None:
    practice = world.practice_document("06")
    world.published(practice)
    assert suggestions(practice.title) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_three_queries_whatever_is_found(count: int) -> None:
    for n in range(count):
        people = [{"name": f"Person {n}", "role": "sender", "forms": {"en": f"Maude {n}"}}]
        world.published(world.document(title=f"Maud {n}", people=people))
    suggestions("mau")
    with CaptureQueriesContext(connection) as counted:
        assert len(suggestions("mau")) == 2 * count
    assert len(counted) == 3
