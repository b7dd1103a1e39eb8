from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from archive.editions.models import Availability, Change
from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.editions.withholding import NotPublished, embargo, release, withdraw
from archive.exchange.record_json import record_json
from tests import world

pytestmark = pytest.mark.django_db

SECRET = "The fleet sails at dawn."
LATER = (timezone.localdate() + timedelta(days=1)).isoformat()
TODAY = timezone.localdate().isoformat()


def two_texts(**fields: Any) -> dict[str, Any]:
    return {"texts": [world.text("en", SECRET, **fields), world.text("fr", "Un mot ouvert.")]}


def test_an_embargo_on_the_record_leaves_its_description_and_no_wording_and_no_hash() -> None:
    record = world.document(title="A telegram", rights={"embargo_until": LATER}, **two_texts())
    reading = world.read_published(record)
    assert [text.body for text in reading.content.record.texts] == ["", ""]
    assert reading.content.record.title == "A telegram"
    assert (reading.standing.sha256, reading.apparatus.differences) == ("", ())
    assert SECRET.encode() not in record_json(reading)


def test_an_embargo_on_one_text_leaves_the_other() -> None:
    reading = world.read_published(world.document(**two_texts(rights={"embargo_until": LATER})))
    assert [text.body for text in reading.content.record.texts] == ["", "Un mot ouvert."]
    assert reading.content.passages["en"] == ()
    assert all("en" not in row.cells for row in reading.apparatus.rows)
    assert reading.standing.withheld.text("en") == date.fromisoformat(LATER)
    assert reading.standing.withheld.text("fr") is None


def test_the_day_comes_by_itself() -> None:
    reading = world.read_published(world.document(rights={"embargo_until": TODAY}, **two_texts()))
    assert reading.content.record.texts[0].body == SECRET
    assert reading.standing.sha256


def test_a_later_embargo_covers_old_editions_too() -> None:
    edition = world.published(world.document(source_id="s", **two_texts()))
    world.published(
        world.document(source_id="s", rights={"embargo_until": LATER}, title="2", **two_texts())
    )
    old = read(edition.record_id, 1)
    assert old is not None
    assert SECRET.encode() not in record_json(old)


def test_an_embargo_can_be_laid_and_lifted_without_an_edition() -> None:
    edition = world.published(world.document(**two_texts()))
    embargo(edition.record, date.fromisoformat(LATER))
    closed = read(edition.record_id)
    embargo(edition.record, None)
    opened = read(edition.record_id)
    assert closed is not None
    assert opened is not None
    assert [r.content.record.texts[0].body for r in (closed, opened)] == ["", SECRET]


def test_a_withdrawn_record_keeps_its_description_and_says_why() -> None:
    edition = world.published(world.document(title="A telegram", **two_texts()))
    withdraw(edition.record, by="Ada", reason="At the family's request")
    reading = read(edition.record_id, 1)
    assert reading is not None
    assert reading.standing.withdrawn_reason == "At the family's request"
    assert reading.content.record.title == "A telegram"
    assert SECRET.encode() not in record_json(reading)
    release(edition.record)
    released = read(edition.record_id)
    assert released is not None
    assert released.content.record.texts[0].body == SECRET
    kinds = list(Change.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["published", "withdrawn", "released"]


def test_a_withdrawal_needs_a_reason() -> None:
    edition = world.published(world.document())
    with pytest.raises(ValueError, match="needs a reason"):
        withdraw(edition.record, by="Ada", reason="  ")


def test_what_was_never_published_cannot_be_withdrawn() -> None:
    with pytest.raises(NotPublished, match="publish it first"):
        withdraw(world.stored(world.document()), by="Ada", reason="No")


def test_publishing_a_withdrawn_record_does_not_show_it() -> None:
    edition = world.published(world.document(source_id="s", **two_texts()))
    withdraw(edition.record, by="Ada", reason="No")
    publish(world.stored(world.document(source_id="s", title="New", **two_texts())), by="Ada")
    reading = read(edition.record_id)
    assert reading is not None
    assert reading.standing.withdrawn
    assert reading.content.record.texts[0].body == ""


def test_a_withheld_scan_has_no_digest() -> None:
    document = world.practice_document("08")
    reading = world.read_published(document)
    scans = reading.content.record.scans
    embargoed = [s for s in document.scans if s.rights.embargo_until]
    assert sum(1 for s in scans if not s.sha256) == len(embargoed)


def test_reading_takes_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    edition = world.published(world.cable_document())
    with django_assert_num_queries(2):
        read(edition.record_id)


def test_the_last_day_of_all_embargoes_is_known() -> None:
    texts = [world.text("en", SECRET, rights={"embargo_until": "2090-05-01"})]
    edition = world.published(world.document(rights={"embargo_until": "2080-01-01"}, texts=texts))
    assert Availability.objects.get().closed_until == date(2090, 5, 1)
    embargo(edition.record, date(2095, 1, 1))
    assert Availability.objects.get().closed_until == date(2095, 1, 1)
    embargo(edition.record, None)
    assert Availability.objects.get().closed_until == date(2090, 5, 1)
