from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archive.editions.models import Change, Edition
from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from archive.search.models import Applied, Position
from archive.search.queries import (
    Batch,
    Progress,
    highest_done,
    log_end,
    next_changes,
    opened_between,
    progress,
    records_shown,
    to_index,
)
from tests import world

TODAY = date(2020, 5, 1)
ENDLESS = 2**62


def published(title: str, **fields: object) -> Edition:
    return world.published(world.document(title=title, **fields))


def changed(record_id: str) -> Change:
    """A line of the log that nobody drains: in bulk, no signal is sent."""
    (change,) = Change.objects.bulk_create([Change(record_id=record_id, kind="published")])
    change.refresh_from_db()
    return change


def position() -> None:
    Position.objects.create(day=TODAY, generation="g")


@pytest.mark.django_db
def test_records_that_may_be_shown_and_which_of_their_texts_may_be_read() -> None:
    sealed = world.text("ru", "Б.", rights={"embargo_until": "2999-01-01"})
    whole = published("Whole", source_id="x:1", texts=[world.text("en", "A."), sealed])
    closed = published("Closed", texts=[world.text()])
    embargo(Record.objects.get(pk=closed.record_id), date(2999, 1, 1))
    gone = published("Gone")
    withdraw(Record.objects.get(pk=gone.record_id), by="Ada", reason="Wrong")
    asked = [whole.record_id, closed.record_id, gone.record_id, "nobody"]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = records_shown(asked)
    assert len(queries) == 1
    assert {
        pk: (s.content.record.title, s.source_id, s.practice, set(s.open_texts), s.open_scans)
        for pk, s in found.items()
    } == {
        whole.record_id: ("Whole", "x:1", False, {"en"}, 0),
        closed.record_id: ("Closed", None, False, set(), 0),
    }
    assert set(to_index()) == {whole.record_id, closed.record_id}


@pytest.mark.django_db
def test_records_of_a_kind_are_indexed_beside_each_other_by_date() -> None:
    late = published("Late", date="1952")
    letter = published("Letter", kind="letter", date="1950")
    undated = published("Undated", date="")
    early = published("Early", date="1951-03")
    assert to_index() == [each.record_id for each in (early, late, undated, letter)]


@pytest.mark.django_db
def test_records_of_which_something_may_have_opened() -> None:
    def under_embargo(until: date) -> str:
        record_id = published(f"Until {until}").record_id
        embargo(Record.objects.get(pk=record_id), until)
        return record_id

    today = timezone.localdate()
    days = [today + timedelta(days=n) for n in range(1, 5)]
    made = [under_embargo(day) for day in days]
    published("Open")
    part = published("Part", texts=[world.text(rights={"embargo_until": "2999-01-01"})])
    assert opened_between(days[0], days[2]) == sorted([made[1], made[2], part.record_id])


@pytest.mark.django_db(transaction=True)
def test_progress() -> None:
    assert progress() is None
    position()
    assert progress() == Progress(TODAY, "g", None, foreign=False, pending=False)
    change = changed("a")
    assert progress() == Progress(TODAY, "g", None, foreign=False, pending=True)
    Applied.objects.create(change=change.pk)
    assert progress() == Progress(TODAY, "g", None, foreign=False, pending=False)
    Position.objects.update(transaction=ENDLESS)
    assert progress() == Progress(TODAY, "g", None, foreign=True, pending=False)


@pytest.mark.django_db
def test_the_log_is_not_read_through_to_find_that_nothing_waits() -> None:
    lines = [Change(record_id=f"r{n}", kind="published") for n in range(5_000)]
    last = Change.objects.bulk_create(lines)[-1]
    last.refresh_from_db()
    Position.objects.create(day=TODAY, generation="g", transaction=last.transaction, change=last.pk)
    with CaptureQueriesContext(connection) as queries:
        reached = progress()
    assert reached is not None
    assert not reached.pending
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN ANALYZE {queries[0]['sql']}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Only Scan Backward using change_by_transaction" in plan
    assert "Rows Removed by Filter" not in plan


@pytest.mark.django_db(transaction=True)
def test_the_next_changes_in_the_order_of_the_log() -> None:
    position()
    assert next_changes(2) is None
    first, second, third = changed("b"), changed("a"), changed("b")
    batch = next_changes(2)
    assert batch is not None
    assert batch == Batch(
        changes=(first.pk, second.pk),
        records=("b", "a"),
        last=(second.transaction, second.pk),
        sure=batch.sure,
        full=True,
    )
    Applied.objects.create(change=second.pk)
    batch = next_changes(9)
    assert batch is not None
    assert (batch.changes, batch.records, batch.full) == ((first.pk, third.pk), ("b",), False)
    Position.objects.update(transaction=third.transaction, change=third.pk)
    assert next_changes(9) is None


@pytest.mark.django_db(transaction=True)
def test_the_mark_stays_below_what_may_still_come() -> None:
    first, second = changed("a"), changed("b")
    marks = [(change.transaction, change.pk) for change in (first, second)]
    batch = Batch((first.pk,), ("a",), marks[0], ENDLESS, full=False)
    assert highest_done(batch) is None
    Applied.objects.bulk_create(Applied(change=change.pk) for change in (first, second))
    assert highest_done(batch) == marks[1]
    assert highest_done(Batch((first.pk,), ("a",), marks[0], ENDLESS, full=True)) == marks[0]
    unsure = second.transaction
    assert highest_done(Batch((first.pk,), ("a",), marks[0], unsure, full=False)) == marks[0]


@pytest.mark.django_db(transaction=True)
def test_the_end_of_the_log_stays_below_a_transaction_still_running() -> None:
    older = connection.copy()
    older.set_autocommit(False)
    try:
        with older.cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            (running,) = cursor.fetchone()
        younger = changed("a")
        transaction, change, beyond = log_end()
    finally:
        older.rollback()
        older.close()
    assert (change, beyond) == (2**63 - 1, [younger.pk])
    assert transaction < running < younger.transaction
