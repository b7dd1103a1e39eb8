from __future__ import annotations

import pytest
from django.test import Client

from archive.editions.models import Report
from archive.editions.reading import read
from archive.editions.reporting import report
from tests import world

pytestmark = pytest.mark.django_db


def sent() -> Report:
    edition = world.published(world.cable_document())
    return report(edition, passage="p2", message="189 or 180?", words="189")


def test_an_answer_is_read_by_readers_at_once(admin_client: Client) -> None:
    given = sent()
    address = f"/admin/editions/report/{given.pk}/change/"
    page = admin_client.get(address).content.decode()
    assert "There are 14,000 ethnic Korean officers" in page
    admin_client.post(address, {"state": "answered", "outcome": "The print has 189."})
    reading = read(given.edition.record_id)
    assert reading is not None
    assert [(each.number, each.outcome) for each in reading.apparatus.outcomes] == [
        (1, "The print has 189.")
    ]


def test_an_answer_without_words_is_refused_at_its_field(admin_client: Client) -> None:
    given = sent()
    address = f"/admin/editions/report/{given.pk}/change/"
    page = admin_client.post(address, {"state": "answered", "outcome": " "}).content.decode()
    assert "Say what became of the report" in page
    given.refresh_from_db()
    assert given.state == "open"


def test_what_is_set_aside_is_told_to_nobody_and_open_ones_come_first(admin_client: Client) -> None:
    first = sent()
    later = report(first.edition, passage="", message="Another one")
    address = f"/admin/editions/report/{first.pk}/change/"
    admin_client.post(address, {"state": "set aside", "outcome": ""})
    page = admin_client.get("/admin/editions/report/").content.decode()
    assert page.index(later.message) < page.index(first.message)
    reading = read(first.edition.record_id)
    assert reading is not None
    assert reading.apparatus.outcomes == ()
