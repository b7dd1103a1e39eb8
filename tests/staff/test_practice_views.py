"""The front page and the page that removes the practice records."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/remove-practice/"


def test_the_front_page_begins_with_what_needs_doing(client: Client) -> None:
    world.stored(world.document(title="A draft"))
    world.published(world.document(title="A published letter", texts=[world.text()]))
    response = client.get("/admin/")
    shelves = {s.title: [r.title for r in s.records] for s in response.context["shelves"]}
    assert shelves == {
        "Drafts, never published": ["A draft"],
        "Changed since they were published": [],
        "Under embargo": [],
        "Withdrawn": [],
    }
    assert [row.title for row in response.context["published"]] == ["A published letter"]
    assert "The archive is empty" not in response.content.decode()


def test_an_empty_archive_says_how_to_begin(client: Client) -> None:
    world.stored(world.practice_document("04"))
    html = client.get("/admin/").content.decode()
    assert "The archive is empty. Begin with one document." in html
    assert "1 practice record shows what the archive can do." in html


def test_practice_records_go_and_real_ones_stay(client: Client) -> None:
    world.published(world.practice_document("04"))
    world.stored(world.document(title="A real letter"))
    page = client.get(ADDRESS)
    titles = [record.title for record in page.context["records"]]
    assert titles == [world.practice_document("04").title]
    assert Record.objects.count() == 2
    answer = client.post(ADDRESS, follow=True)
    assert "1 practice record removed, with all that only they used." in answer.content.decode()
    assert [record.title for record in Record.objects.all()] == ["A real letter"]
    assert "There are no practice records." in client.get(ADDRESS).content.decode()


def test_whoever_may_not_delete_sees_and_removes_nothing(bos_client: Client) -> None:
    record = world.published(world.practice_document("04")).record
    may = Group.objects.get(name="Staff").permissions
    may.remove(*may.filter(codename="delete_record"))
    for answer in (bos_client.get(ADDRESS), bos_client.post(ADDRESS)):
        assert answer.status_code == 403
        assert record.title not in answer.content.decode()
    assert Record.objects.filter(pk=record.pk).exists()
