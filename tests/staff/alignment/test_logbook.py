from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType

from archive.parallel.models import Pin
from archive.records.models import Record
from archive.staff.alignment.logbook import log, newest, of_rows, saves_since
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> Record:
    return world.stored(world.document(title="A letter", texts=[world.text()]))


def _edited(user: User, record: Record) -> None:
    """As the record's own form writes it down."""
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(Record),
        object_id=record.pk,
        object_repr="A letter",
        action_flag=CHANGE,
        change_message="Changed the title.",
    )


def test_a_save_is_written_down_as_of_the_records_pins(record: Record, ada: User) -> None:
    log(ada, record, "Rows: 1 decision saved.")
    entry = LogEntry.objects.get()
    assert (entry.content_type, entry.object_id, entry.object_repr, entry.action_flag) == (
        ContentType.objects.get_for_model(Pin),
        record.pk,
        "A letter",
        CHANGE,
    )
    assert list(LogEntry.objects.filter(of_rows(record.pk))) == [entry]
    assert not LogEntry.objects.filter(of_rows("another")).exists()


def test_the_newest_is_of_the_record_or_its_rows(record: Record, ada: User) -> None:
    assert newest(record) == 0
    _edited(ada, record)
    edited = newest(record)
    log(ada, record, "Rows: 1 decision saved.")
    other = world.stored(world.document(title="Another", texts=[world.text()]))
    log(ada, other, "Rows: 2 decisions saved.")
    assert 0 < edited < newest(record) < newest(other)


def test_who_saved_since_is_told_the_latest_first(record: Record, ada: User, bo: User) -> None:
    log(ada, record, "Rows: 1 decision saved.")
    seen = newest(record)
    _edited(ada, record)
    log(bo, record, "Rows: 2 decisions saved.")
    LogEntry.objects.update(action_time=datetime(2026, 11, 26, 9, 5, tzinfo=UTC))
    assert saves_since(record, seen) == (
        "bo, 26 November 2026, 09:05: Rows: 2 decisions saved.",
        "ada, 26 November 2026, 09:05: Changed the title.",
    )


def test_what_nobody_wrote_down_was_a_program(record: Record) -> None:
    assert saves_since(record, 0) == ("an import or an upload",)


def test_of_many_saves_the_last_five_are_told(record: Record, ada: User) -> None:
    for number in range(7):
        log(ada, record, f"Rows: save {number}.")
    assert [words.rpartition(" ")[2] for words in saves_since(record, 0)] == [
        "6.",
        "5.",
        "4.",
        "3.",
        "2.",
    ]
