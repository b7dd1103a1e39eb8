from __future__ import annotations

import hashlib
import json

import pytest
from django.db import DatabaseError, connection, transaction

from archive.editions.guard import restoring
from archive.editions.models import Apparatus, Change, Edition
from archive.editions.publishing import NotPublishable, publish
from archive.editions.reading import read
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db


def test_an_edition_is_the_draft_frozen_and_numbered() -> None:
    record = world.stored(world.cable_document())
    edition = publish(record, by="Ada", note="First")
    assert (edition.number, edition.published_by, edition.note) == (1, "Ada", "First")
    assert edition.sha256 == hashlib.sha256(edition.canonical.encode()).hexdigest()
    assert edition.content.record.texts == world.cable_document().texts
    assert [change.kind for change in Change.objects.filter(record_id=record.pk)] == ["published"]


def test_the_internal_note_is_left_behind() -> None:
    edition = world.published(world.document(internal_note="Ask the family first"))
    assert "Ask the family" not in edition.canonical
    assert Record.objects.get().internal_note == "Ask the family first"


def test_publishing_what_has_not_changed_gives_the_edition_there_is() -> None:
    first = world.published(world.cable_document())
    again = publish(first.record, by="Grace")
    assert (again.pk, Edition.objects.count(), Change.objects.count()) == (first.pk, 1, 1)


def test_a_changed_draft_becomes_the_next_edition_and_the_first_stays_as_it_was() -> None:
    first = world.published(world.document(source_id="s", texts=[world.text(body="Old words.")]))
    second = world.published(world.document(source_id="s", texts=[world.text(body="New words.")]))
    assert (second.number, second.record_id) == (2, first.record_id)
    old, new = read(first.record_id, 1), read(first.record_id)
    assert old is not None
    assert new is not None
    assert [r.content.record.texts[0].body for r in (old, new)] == ["Old words.", "New words."]


def test_the_rows_of_the_cable_are_those_of_the_printed_page() -> None:
    reading = world.read_published(world.cable_document())
    assert [
        {key: list(cell) for key, cell in row.cells.items()} for row in reading.apparatus.rows
    ] == [
        {"ru": ["p8", "p9"]},
        {"en": ["p1"], "ru": ["p10"]},
        {"en": ["p2"], "ru": ["p11", "p12"]},
        {"en": ["p3", "p4"], "ru": ["p13", "p14"]},
        {"en": ["p5"], "ru": ["p15"]},
        {"en": ["p6", "p7"], "ru": ["p16", "p17"]},
        {"ru": ["p18"]},
    ]


def test_the_one_flag_of_the_cable_is_189_against_180() -> None:
    reading = world.read_published(world.cable_document())
    flags = [d for d in reading.apparatus.differences if d.severity == "flag"]
    assert [(d.kind, d.source and d.source.value, d.target and d.target.value) for d in flags] == [
        ("number", "189", "180")
    ]


def test_a_draft_with_an_impossible_date_is_not_published() -> None:
    record = world.stored(world.document())
    Record.objects.filter(pk=record.pk).update(date="1950-02-30")
    with pytest.raises(NotPublishable, match="February 1950"):
        publish(record, by="Ada")
    assert not Edition.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE editions_edition SET note = 'changed'",
        "DELETE FROM editions_edition",
        "TRUNCATE editions_edition CASCADE",
    ],
)
def test_postgres_refuses_to_change_or_delete_an_edition(statement: str) -> None:
    edition = world.published(world.cable_document())
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement)
    assert Edition.objects.get().canonical == edition.canonical


def test_only_composed_editions_go_when_practice_is_removed() -> None:
    real = world.published(world.cable_document())
    composed = world.published(world.practice_document("01"))
    with pytest.raises(DatabaseError, match="never changed"), restoring("composed"):
        Edition.objects.filter(pk=real.pk)._raw_delete("default")
    with restoring("composed"):
        Apparatus.objects.filter(edition=composed).delete()
        connection.cursor().execute("DELETE FROM editions_availability")
        composed.links.all().delete()
        Edition.objects.filter(pk=composed.pk)._raw_delete("default")
    assert list(Edition.objects.values_list("pk", flat=True)) == [real.pk]


def test_the_content_is_canonical_json() -> None:
    edition = world.published(world.cable_document())
    assert list(json.loads(edition.canonical)) == sorted(json.loads(edition.canonical))
