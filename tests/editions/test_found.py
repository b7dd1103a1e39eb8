"""The table of differences says what the apparatuses say, whatever is done to a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from pytest_django import DjangoAssertNumQueries

from archive.editions import apparatus
from archive.editions.deciding import judge, pin
from archive.editions.decisions import follow_key
from archive.editions.found import found_differences, list_differences
from archive.editions.models import Apparatus, Availability, FoundDifference
from archive.editions.publishing import publish
from archive.editions.reporting import report
from archive.editions.revising import realign, refresh
from archive.editions.withholding import embargo, release, withdraw
from archive.exchange.practice import remove_practice
from archive.parallel.models import Verdict
from archive.records.models import Record
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

LORRIES = {"en": "30", "ru": "40"}


@pytest.fixture
def letter() -> Record:
    """A record whose texts differ in two figures, beside the real cable."""
    world.published(world.cable_document())
    texts = [
        world.text("en", "We have 30 lorries.\n\nWe have 51 horses.\n\nGreetings."),
        world.text("ru", "У нас 40 грузовиков.\n\nУ нас 61 лошадь.\n\nПривет."),
    ]
    return world.published(world.document(texts=texts)).record


def listed() -> list[dict[str, Any]]:
    """The table, but for keys and times."""
    left_out = ("id", "since", "record_id")
    rows = FoundDifference.objects.order_by("record", "position").values()
    return [
        {**{k: v for k, v in row.items() if k not in left_out}, "record": row["record_id"]}
        for row in rows
    ]


def said() -> list[dict[str, Any]]:
    """What the table should hold, read from the newest edition of every record."""
    wanted = []
    for standing in Availability.objects.select_related("newest").order_by("record"):
        made = apparatus.decode(Apparatus.objects.get(edition=standing.newest).stored)
        for row in found_differences(standing.record_id, standing.newest.content, made):
            fields = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
            record = fields.pop("record_id")
            del fields["id"], fields["since"]
            wanted.append({**fields, "record": record})
    return wanted


def _edit(record: Record, key: str, old: str, new: str) -> None:
    text = record.texts.get(key=key)
    text.body = text.body.replace(old, new)
    write(record, text)


def _new_edition(record: Record) -> None:
    _edit(record, "ru", "40", "30")
    publish(record, by="Ada")


def _published_unchanged(record: Record) -> None:
    Verdict.objects.create(
        record=record, number=1, kind="number", words=LORRIES, state="dismissed", by="Ada"
    )
    publish(record, by="Ada")


def _other_key(record: Record) -> None:
    text = record.texts.get(key="ru")
    text.key = "ru-2"
    text.save()
    follow_key(record, "ru", "ru-2")
    publish(record, by="Ada")


def _judged(record: Record) -> None:
    judge(record, kind="number", words=LORRIES, state="explained", note="A slip.", by="Ada")
    judge(record, kind="number", words=LORRIES, state="true difference", note="", by="Ben")


def _withdrawn(record: Record) -> None:
    withdraw(record, by="Ada", reason="Entered twice.")
    _new_edition(record)


def _embargoed(record: Record) -> None:
    embargo(record, date(2999, 1, 1))
    _judged(record)


def _released(record: Record) -> None:
    _withdrawn(record)
    release(record)


def _pinned(record: Record) -> None:
    pin(record, [({"en": ["p1"], "ru": ["p4", "p5"]}, True)], by="Ada")


def _realigned(record: Record) -> None:
    Apparatus.objects.filter(edition__record=record).update(stored="{}")
    assert realign(record)


def _refreshed(record: Record) -> None:
    record.pins.create(cells={"en": ["p1"], "ru": ["p5"]}, aligned=True, by="Ada")
    assert refresh(record)


def _reported(record: Record) -> None:
    report(record.editions.get(), passage="p1", message="30 or 40?")


def _texts_gone(record: Record) -> None:
    record.texts.filter(key="ru").delete()
    publish(record, by="Ada")


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (_judged, ["30 40 true difference", "51 61 open"]),
        (_new_edition, ["51 61 open"]),
        (_published_unchanged, ["30 40 dismissed", "51 61 open"]),
        (_other_key, ["30 40 open", "51 61 open"]),
        (_withdrawn, ["51 61 open"]),
        (_embargoed, ["30 40 true difference", "51 61 open"]),
        (_released, ["51 61 open"]),
        (_realigned, ["30 40 open", "51 61 open"]),
        (_reported, ["30 40 open", "51 61 open"]),
        (_texts_gone, []),
    ],
)
def test_the_table_says_what_the_apparatuses_say(
    letter: Record, done: Callable[[Record], None], found: list[str]
) -> None:
    done(letter)
    assert listed() == said()
    mine = letter.found_differences.order_by("position")
    assert [f"{d.left_words} {d.right_words} {d.state}" for d in mine] == found


@pytest.mark.parametrize("done", [_pinned, _refreshed])
def test_the_table_follows_a_pin(letter: Record, done: Callable[[Record], None]) -> None:
    before = listed()
    done(letter)
    assert listed() == said() != before


def test_a_row_in_full() -> None:
    record = world.published(world.cable_document()).record
    (row,) = listed()
    assert row == {
        "record": record.pk,
        "name": row["name"],
        "kind": "number",
        "severity": "flag",
        "state": "open",
        "reason": "differs",
        "left_text": "en",
        "left_language": "en",
        "left_words": "189",
        "right_text": "ru",
        "right_language": "ru",
        "right_words": "180",
        "languages": "en ru",
        "row": 3,
        "passage": "p2",
        "places": 1,
        "position": 0,
    }


def test_what_was_found_before_keeps_its_day(letter: Record) -> None:
    since = dict(letter.found_differences.values_list("left_words", "since"))
    _edit(letter, "ru", "40", "42")
    publish(letter, by="Ada")
    now = dict(letter.found_differences.values_list("left_words", "since"))
    assert now["51"] == since["51"]
    assert now["30"] > since["30"]


def test_practice_records_take_theirs_with_them() -> None:
    world.published(world.practice_document("01"))
    assert FoundDifference.objects.exists()
    remove_practice()
    assert listed() == []


def test_the_migration_fills_the_table(letter: Record) -> None:
    withdraw(letter, by="Ada", reason="Entered twice.")
    before = listed()
    FoundDifference.objects.all().delete()
    import_module("archive.editions.migrations.0008_found_differences_filled").fill(apps, None)
    assert listed() == before == said()
    published = set(Availability.objects.values_list("newest__published_at", flat=True))
    assert set(FoundDifference.objects.values_list("since", flat=True)) == published


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_however_many(
    count: int, letter: Record, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    figures = range(30, 30 + count)
    texts = [
        world.text("en", "\n\n".join(f"{n} lorries came to us." for n in figures)),
        world.text("ru", "\n\n".join(f"К нам пришло {n + 10} грузовиков." for n in figures)),
    ]
    edition = world.published(world.document(texts=texts))
    made = apparatus.decode(edition.apparatus.stored)
    assert edition.record.found_differences.count() == count
    with django_assert_num_queries(2):
        list_differences(edition.record_id, edition.content, made)
