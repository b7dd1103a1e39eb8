from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.http import HttpRequest

from archive.editions.deciding import DecisionRefused, draft_content
from archive.parallel.models import Pin
from archive.records.models import Record
from archive.staff.alignment import saving
from archive.staff.alignment.drafts import opened, stored_pins
from archive.staff.alignment.saving import Meanwhile, Saved
from archive.staff.alignment.table import Row, Table, decided
from archive.staff.alignment.work import Work, stepped
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db

JOINED = decided([("en", ["p1", "p2"]), ("ru", ["p4", "p5"])])


@pytest.fixture
def record() -> Record:
    texts = [
        world.text("en", "Hello.\n\nThe 12 boats sank.\n\nGoodbye."),
        world.text("ru", "Привет.\n\n12 лодок затонуло.\n\nПока."),
    ]
    return world.published(world.document(texts=texts)).record


@pytest.fixture
def request_of_ada(ada: User) -> HttpRequest:
    request = HttpRequest()
    request.user = ada
    return request


def work_on(record: Record, *steps: str) -> Work:
    work = opened(draft_content(record), ("en", "ru"), stored_pins(record), 0)
    for step in steps:
        work = stepped(work, step)
    return work


def save(request: HttpRequest, record: Record, work: Work) -> Saved:
    return saving.save(request, record, draft_content(record), work)


@pytest.mark.parametrize(
    ("saved", "message"),
    [
        (Saved(1, 0, ()), "1 decision saved."),
        (
            Saved(2, 1, ("p3",)),
            "2 decisions saved, 1 decision taken back, 1 row beside them moved.",
        ),
        (
            Saved(0, 3, ("p1", "p3")),
            "0 decisions saved, 3 decisions taken back, 2 rows beside them moved.",
        ),
    ],
)
def test_what_was_saved_is_said_in_words(saved: Saved, message: str) -> None:
    assert saved.message == message


def test_decisions_are_kept_with_who_made_them_and_written_down(
    record: Record, request_of_ada: HttpRequest
) -> None:
    assert save(request_of_ada, record, work_on(record, "join-above p2")) == Saved(1, 0, ())
    assert stored_pins(record) == (JOINED,)
    assert [(pin.by, pin.aligned) for pin in Pin.objects.all()] == [("ada", True)]
    assert LogEntry.objects.get().change_message == "Rows: 1 decision saved."


def test_a_decision_taken_back_is_counted_and_what_moves_is_named(
    record: Record, request_of_ada: HttpRequest
) -> None:
    save(request_of_ada, record, work_on(record, "join-above p2"))
    saved = save(request_of_ada, record, work_on(record, "unpin p1"))
    assert saved == Saved(0, 1, ("p1", "p2"))
    assert not Pin.objects.exists()


@pytest.mark.parametrize("change", ["pin", "edit"])
def test_what_others_did_meanwhile_stops_a_save(
    record: Record, request_of_ada: HttpRequest, change: str
) -> None:
    work = work_on(record, "join-above p2")
    if change == "pin":
        Pin.objects.create(record=record, cells={"en": ["p3"], "ru": ["p6"]}, by="Bo")
    else:
        text: Any = record.texts.get(key="en")
        text.body += "\n\nOnce more."
        write(record, text)
    with pytest.raises(Meanwhile):
        save(request_of_ada, record, work)
    assert JOINED not in stored_pins(record)
    assert not LogEntry.objects.exists()


def test_decisions_that_contradict_each_other_are_refused_and_nothing_is_kept(
    record: Record, request_of_ada: HttpRequest
) -> None:
    crossed = (
        decided([("en", ["p1"]), ("ru", ["p5"])]),
        decided([("en", ["p2"]), ("ru", ["p4"])]),
    )
    start = work_on(record).start
    work = Work((), Table(start.texts, start.rows, crossed), 0)
    with pytest.raises(DecisionRefused, match="p2, p4 cannot be pinned so"):
        save(request_of_ada, record, work)
    assert not Pin.objects.exists()


def test_a_pin_on_passages_that_are_gone_stays_until_it_is_dropped(
    record: Record, request_of_ada: HttpRequest
) -> None:
    gone = decided([("en", ["p90"]), ("ru", ["p4"])])
    Pin.objects.create(record=record, cells={"en": ["p90"], "ru": ["p4"]}, by="Bo")
    assert save(request_of_ada, record, work_on(record, "pin p3")) == Saved(1, 0, ())
    assert gone in stored_pins(record)
    assert save(request_of_ada, record, work_on(record, "drop p90.p4")) == Saved(0, 1, ())
    assert gone not in stored_pins(record)


def test_rows_of_a_tampered_form_save_no_more_than_its_decisions(
    record: Record, request_of_ada: HttpRequest
) -> None:
    rows = (Row((("p1", "p2", "p3"), ("p4", "p5", "p6")), 0.9),)
    saved = save(request_of_ada, record, Work((), Table(("en", "ru"), rows), 0))
    assert saved == Saved(0, 0, ("p1", "p2", "p3"))
    assert not Pin.objects.exists()
