"""One row for each wording that a passage ever had, with the editions that have it."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from pytest_django import DjangoAssertNumQueries

from archive.editions.content import thaw
from archive.editions.models import Edition, Wording
from archive.editions.publishing import publish
from archive.editions.wordings import list_wordings
from archive.exchange.practice import remove_practice
from archive.exchange.samples import load_samples
from archive.records.models import Record
from archive.texts.fingerprints import fingerprints
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

FIRST = "# A heading\n\nWe ask for two hundred lorries.\n\nThe bridge[^1] holds.\n\n[^1]: Barely."


@pytest.fixture
def letter() -> Record:
    return world.published(world.document(texts=[world.text("en", FIRST)])).record


def edit(record: Record, old: str, new: str) -> None:
    text = record.texts.get()
    text.body = text.body.replace(old, new)
    write(record, text)
    publish(record, by="Ada")


def listed() -> list[tuple[str, str, int, int, list[int]]]:
    rows = Wording.objects.order_by("record", "text", "passage", "first")
    return list(rows.values_list("text", "passage", "first", "last", "fingerprints"))


def test_the_words_are_those_that_readers_see(letter: Record) -> None:
    seen = ["A heading", "We ask for two hundred lorries.", "The bridge holds.", "Barely."]
    assert [row[4] for row in listed()] == [fingerprints(words) for words in seen]


def test_what_changes_gets_a_row_and_what_stays_reaches_on(letter: Record) -> None:
    edit(letter, "two hundred", "three hundred")
    edit(letter, "three hundred", "two hundred")
    two = fingerprints("We ask for two hundred lorries.")
    three = fingerprints("We ask for three hundred lorries.")
    assert [row for row in listed() if row[1] == "p2"] == [
        ("en", "p2", 1, 1, two),
        ("en", "p2", 2, 2, three),
        ("en", "p2", 3, 3, two),
    ]
    assert {row[:4] for row in listed() if row[1] != "p2"} == {
        ("en", passage, 1, 3) for passage in ("p1", "p3", "p4")
    }


def test_publishing_without_a_change_adds_nothing(letter: Record) -> None:
    before = listed()
    publish(letter, by="Ada")
    assert listed() == before


def test_filled_for_an_archive_that_has_editions_already(letter: Record) -> None:
    edit(letter, "two hundred", "three hundred")
    edit(letter, "A heading", "Another heading")
    world.published(world.cable_document())
    before = listed()
    Wording.objects.all().delete()
    import_module("archive.editions.migrations.0011_wordings_filled").fill(apps, None)
    assert listed() == before


def test_removed_with_the_practice_records() -> None:
    load_samples()
    assert Wording.objects.exclude(record__source_id=world.CABLE_SOURCE).exists()
    remove_practice()
    assert not Wording.objects.exclude(record__source_id=world.CABLE_SOURCE).exists()


def test_queries(letter: Record, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    content = thaw(Edition.objects.get().canonical)
    Wording.objects.all().delete()
    with django_assert_num_queries(1):
        list_wordings(letter.pk, 1, content)
    with django_assert_num_queries(2):
        list_wordings(letter.pk, 2, content)
