"""What waits for the staff, and for whom."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.editions.deciding import judge
from archive.editions.models import Edition, Report
from archive.editions.reporting import report
from archive.editions.withholding import embargo
from archive.exchange.models import Upload
from archive.exchange.uploads import receive, run
from archive.staff.queries import shelves
from archive.staff.waiting import tasks
from tests import world

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 26)


def _tasks(user: User) -> list[tuple[int, str, str]]:
    return [(t.count, t.words, t.href) for t in tasks(user, TODAY, shelves(TODAY))]


def _upload(*steps: str) -> Upload:
    body = json.dumps({"title": "Sent"}).encode()
    upload = receive(SimpleUploadedFile("a.jsonl", body), by="Ada")
    for step in steps:
        run(upload, step, by="Ada")  # type: ignore[arg-type]
    return upload


def _cable() -> Edition:
    return world.published(world.cable_document())


def test_everything_that_waits_with_its_way(ada: User) -> None:
    edition = _cable()
    Report.objects.filter(pk=report(edition, passage="", message="?").pk).update(
        sent_at=datetime(2026, 11, 3, tzinfo=UTC)
    )
    checked, accepted = _upload("check"), _upload("check", "accept")
    embargo(world.published(world.document(title="Closed")).record, date(2026, 12, 1))
    assert _tasks(ada) == [
        (1, "report of a reader is open", "/admin/editions/report/?state__exact=open"),
        (1, "flag is open", "/admin/differences/?severity=flag"),
        (1, "upload is checked", f"/admin/exchange/upload/{checked.pk}/change/"),
        (1, "upload is accepted", f"/admin/exchange/upload/{accepted.pk}/change/"),
        (1, "draft was never published", "/admin/records/record/?state=never+published"),
        (1, "record opens soon", "/admin/records/record/?state=embargo+ends+soon"),
    ]
    details = [t.detail for t in tasks(ada, TODAY, ())]
    assert details[0] == "The oldest since 3 November 2026."


def test_several_are_said_so(ada: User) -> None:
    edition = _cable()
    for _ in range(2):
        report(edition, passage="", message="?")
        _upload("check")
    found = _tasks(ada)
    assert found[0][:2] == (2, "reports of readers are open")
    checked = (2, "uploads are checked", "/admin/exchange/upload/?state__exact=checked")
    assert checked in found


def test_what_is_done_or_can_go_no_further_waits_no_longer(ada: User) -> None:
    edition = _cable()
    sent = report(edition, passage="", message="?")
    Report.objects.filter(pk=sent.pk).update(state="set aside")
    judge(
        edition.record,
        kind="number",
        words={"en": "189", "ru": "180"},
        state="true difference",
        note="",
        by="Ada",
    )
    refused = receive(SimpleUploadedFile("b.jsonl", b"{}"), by="Ada")
    run(refused, "check", by="Ada")
    Upload.objects.create(name="samples", uploaded_by="Facing Pages", state=Upload.ACCEPTED)
    _upload()
    assert _tasks(ada) == []


def test_each_sees_what_they_may_do(bo: User) -> None:
    report(_cable(), passage="", message="?")
    _upload("check")
    assert len(_tasks(bo)) == 3
    bo.groups.clear()
    assert _tasks(User.objects.get(pk=bo.pk)) == []
    assert tasks(AnonymousUser(), TODAY, ()) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_four_queries_however_much_waits(
    ada: User, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        edition = world.published(world.document(title=f"Letter {number}"))
        report(edition, passage="", message="?")
        _upload("check")
    with django_assert_num_queries(4):
        tasks(ada, TODAY, ())


@pytest.mark.parametrize("count", [1, 3])
def test_the_first_page_shows_it_and_its_queries_do_not_grow(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        edition = world.published(world.document(title=f"<i>{number}", texts=[world.text()]))
        report(edition, passage="", message="?")
        world.stored(world.document(title=f"Draft {number}"))
    html = client.get("/admin/").content.decode()
    link = f'<a href="/admin/editions/report/?state__exact=open"><strong>{count}</strong> report'
    assert link in html
    assert "&lt;i&gt;0</bdi>" in html
    with django_assert_num_queries(13):
        client.get("/admin/")


def test_where_nothing_waits_the_first_page_says_so(client: Client) -> None:
    world.published(world.document())
    html = client.get("/admin/").content.decode()
    assert "Nothing waits: no report, no open difference, no upload, no draft." in html
