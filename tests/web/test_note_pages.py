"""Verdicts and variance notes at their own addresses."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.deciding import judge, take_back_variance, write_variance
from archive.editions.models import Edition
from archive.editions.publishing import publish
from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from archive.texts.writing import write
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def cable() -> Edition:
    edition = world.published(world.cable_document())
    said = {"en": "189", "ru": "180"}
    judge(edition.record, kind="number", words=said, state="explained", note="A slip.", by="Ada")
    return edition


def test_a_verdict(reader: Reader, cable: Edition) -> None:
    path = f"/records/{cable.record_id}/verdicts/1/"
    page = reader.page(path)
    said = words(page)
    assert '<mark class="differs">189</mark> heavy machine guns' in page
    assert '<mark class="differs">180</mark> станковых' in page
    assert f"/records/{cable.record_id}/?left=en&amp;right=ru#p2" in page
    for expected in ("Explained. A slip.", "By Ada,", "is no part of the source"):
        assert expected in said
    assert f"Ada, “Verdict 1” on “{cable.title}” (record {cable.record_id})" in said
    assert f"{settings.SITE_URL}{path}." in said


def test_a_verdict_on_words_that_are_gone_says_so(reader: Reader, cable: Edition) -> None:
    record = Record.objects.get(pk=cable.record_id)
    for text in record.texts.all():
        text.body = text.body.replace("180", "189")
        write(Record.objects.get(pk=record.pk), text)
    publish(record, by="Ada")
    said = words(reader.page(f"/records/{record.pk}/verdicts/1/"))
    assert "The newest edition no longer has these words against each other" in said
    assert "A slip." in said


def test_a_variance_note_and_one_that_was_taken_back(reader: Reader, cable: Edition) -> None:
    written = write_variance(
        cable.record,
        passages={"en": ["p2"], "ru": ["p11"]},
        words={"en": "Comrade Lin Biao has agreed"},
        note="Agreed, or proposed.",
        by="Ben",
    )
    path = f"/records/{cable.record_id}/notes/{written.number}/"
    page = reader.page(path)
    assert '<mark class="differs">Comrade Lin Biao has agreed</mark>' in page
    assert "Agreed, or proposed." in words(page)
    take_back_variance(cable.record, written.number, by="Ben")
    after = words(reader.page(path))
    assert "This note was taken back on" in after
    assert "Agreed, or proposed." not in after


def test_what_there_is_not_and_what_may_not_be_read(reader: Reader, cable: Edition) -> None:
    base = f"/records/{cable.record_id}"
    assert "shows no verdict 2." in words(reader.page(f"{base}/verdicts/2/", 404))
    assert "shows no variance note 99." in words(reader.page(f"{base}/notes/99/", 404))
    embargo(cable.record, date(2999, 1, 1))
    page = reader.page(f"{base}/verdicts/1/", 404)
    assert "what was said of that is withheld too" in words(page)
    assert "A slip." not in page
    withdraw(cable.record, by="Ada", reason="In error.")
    gone = reader.page(f"{base}/verdicts/1/", 410)
    assert ("In error." in gone, "A slip." in gone) == (True, False)


def test_composed_is_said_in_the_citation(reader: Reader) -> None:
    edition = world.published(world.practice_document("01"))
    note = write_variance(
        edition.record, passages={"en": ["p1"]}, words={}, note="<b>Note</b>", by="Ada"
    )
    page = reader.page(f"/records/{edition.record_id}/notes/{note.number}/")
    assert "[Composed for demonstration] Ada, “Variance note" in words(page)
    assert "<b>Note" not in page


def test_validator_and_queries(reader: Reader, cable: Edition) -> None:
    path = f"/records/{cable.record_id}/verdicts/1/"
    with CaptureQueriesContext(connection) as cold:
        tag = reader.get(path).headers["ETag"]
    with CaptureQueriesContext(connection) as warm:
        reader.get(path, 304, **{"If-None-Match": tag})
    assert (len(cold), len(warm)) == (2, 1)
