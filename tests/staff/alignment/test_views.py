"""The screen of rows, as a browser without scripts sends it."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client

from archive.parallel.models import Pin
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db


def _record() -> Record:
    bodies = {
        "en": "Hello.\n\nThe boats sank.\n\nGoodbye.",
        "ru": "Привет.\n\nЛодки тонут.\n\nПока.",
    }
    return world.stored(world.document(texts=[world.text(k, b) for k, b in bodies.items()]))


def _address(record: Record) -> str:
    return f"/admin/records/record/{record.pk}/alignment/"


def _work(answer: Any) -> str:
    found = re.search(r'name="work" value="([^"]*)"', answer.content.decode())
    assert found is not None
    return html.unescape(found[1])


def _do(client: Client, record: Record, work: str, do: str, at: str = "", **headers: str) -> Any:
    sent = {"work": work, "do": do, "at": at}
    return client.post(_address(record), sent, headers=headers)


def test_a_step_changes_the_page_alone_and_a_save_keeps_it(client: Client) -> None:
    record = _record()
    opened = client.get(_address(record))
    joined = _do(client, record, _work(opened), "join-above", "p2")
    assert "Joined: one row now, pinned." in joined.content.decode()
    assert not Pin.objects.exists()
    saved = _do(client, record, _work(joined), "save")
    assert saved.status_code == 302
    pin = Pin.objects.get()
    assert (pin.cells, pin.aligned, pin.by) == (
        {"en": ["p1", "p2"], "ru": ["p4", "p5"]},
        True,
        "ada",
    )
    assert LogEntry.objects.get().change_message.startswith("Rows: 1 decision saved")


def test_undo_and_redo_work_without_scripts(client: Client) -> None:
    record = _record()
    first = client.get(_address(record))
    joined = _do(client, record, _work(first), "join-above", "p2")
    undone = _do(client, record, _work(joined), "undo")
    assert [row.key for row in undone.context["page"].rows] == ["p1", "p2", "p3"]
    redone = _do(client, record, _work(undone), "redo")
    assert [row.key for row in redone.context["page"].rows] == ["p1", "p3"]


def test_a_script_gets_the_changed_rows_alone(client: Client) -> None:
    record = _record()
    work = _work(client.get(_address(record)))
    answer = _do(client, record, work, "join-above", "p3", **{"X-Requested-With": "fetch"})
    page = answer.content.decode()
    assert 'data-first="1" data-removed="2"' in page
    assert "Hello." not in page


def test_of_two_at_once_the_later_is_told_and_loses_nothing(
    client: Client, bos_client: Client
) -> None:
    record = _record()
    work = _work(client.get(_address(record)))
    theirs = _do(bos_client, record, _work(bos_client.get(_address(record))), "pin", "p1")
    _do(bos_client, record, _work(theirs), "save")
    mine = _do(client, record, work, "pin", "p3")
    told = _do(client, record, _work(mine), "save")
    page = told.content.decode()
    assert "Somebody else has saved meanwhile" in page
    assert "bo, " in page
    assert [pin.cells for pin in Pin.objects.all()] == [{"en": ["p1"], "ru": ["p4"]}]
    assert _do(client, record, _work(told), "save").status_code == 302
    assert [pin.by for pin in Pin.objects.all()] == ["bo", "ada"]


def test_a_pin_on_passages_that_are_gone_is_listed_apart_and_dropped(client: Client) -> None:
    record = _record()
    Pin.objects.create(record=record, cells={"en": ["p90"], "ru": ["p4"]}, by="Ada")
    opened = client.get(_address(record))
    assert "Pins that cannot hold any longer" in opened.content.decode()
    dropped = _do(client, record, _work(opened), "drop p90.p4")
    assert _do(client, record, _work(dropped), "save").status_code == 302
    assert not Pin.objects.exists()


@pytest.mark.parametrize(
    "work", ["", "{}", "[[],[],0]", "\0", '[[],[["en","ru"],[]],0,["split p1"]]']
)
def test_a_damaged_form_is_answered_with_the_page(client: Client, work: str) -> None:
    answer = _do(client, _record(), work, "save")
    assert answer.status_code == 200
    assert not Pin.objects.exists()


def test_only_who_may_change_records_may_come_here(bos_client: Client, bo: User) -> None:
    bo.groups.clear()
    assert bos_client.get(_address(_record())).status_code == 403
