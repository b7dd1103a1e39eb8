from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from archive.editions.models import Availability, Change
from archive.editions.news import CHANNEL
from archive.editions.withholding import embargo, release, withdraw
from archive.records.models import Record
from archive.search import Query, SearchUnavailable, drain, draining_later, outbox, search
from archive.search.backend import backend
from archive.search.models import Applied, Position
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db(transaction=True)]


def publish(title: str, **fields: object) -> str:
    return world.published(world.document(title=title, **fields)).record_id


def indexed() -> list[tuple[str, int]]:
    """Record and edition of each document, as they lie in the index."""
    return sorted((record_id, number) for record_id, number, _ in backend().states())


def lose(record_id: str) -> None:
    """Take a document out of the index behind everybody's back."""
    with backend().writing() as writer:
        writer.remove(record_id)


@contextmanager
def older_transaction(record_id: str) -> Iterator[BaseDatabaseWrapper]:
    """Of another connection, begun by now, in which a record is published and which is still open."""
    older = connection.copy()
    older.set_autocommit(False)
    try:
        with older.cursor() as cursor:
            cursor.execute(
                "INSERT INTO editions_change (record_id, kind, at) VALUES (%s, 'published', now())",
                [record_id],
            )
        yield older
    finally:
        older.close()


def test_a_publication_is_indexed_when_it_is_committed() -> None:
    with transaction.atomic():
        first = publish("First")
        second = publish("Second")
        assert backend().generation is None, "nothing of an open transaction"
    assert indexed() == sorted([(first, 1), (second, 1)])
    position = Position.objects.get()
    assert position.generation == backend().generation


def test_a_transaction_drains_once_and_one_rolled_back_never(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drained: list[bool] = []
    monkeypatch.setattr(outbox, "drain", lambda **_: drained.append(True))
    with transaction.atomic():
        publish("First")
        publish("Second")
    assert drained == [True]
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish("Third")
        raise ZeroDivisionError
    assert drained == [True]


def test_many_publications_drain_once_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[list[str]] = []
    write = outbox.write

    def noted(record_ids: Iterable[str]) -> bool:
        written.append(sorted(record_ids))
        return write(record_ids)

    publish("Before")
    monkeypatch.setattr(outbox, "write", noted)
    with draining_later(), draining_later():
        published = [publish("First"), publish("Second")]
        assert written == []
    assert written == [sorted(published)]
    assert len(indexed()) == 3


def test_thousands_of_publications_drain_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    publish("Before")
    monkeypatch.setattr(outbox, "_AT_A_TIME", 2)
    seen: list[int] = []
    with draining_later():
        for batch in ("ab", "cde", "fghi"):
            with transaction.atomic():
                for letter in batch:
                    publish(f"Letter {letter}")
            seen.append(len(indexed()))
        publish("Last")
    assert [*seen, len(indexed())] == [3, 6, 10, 11]


def test_a_new_edition_a_withdrawal_and_a_release_follow_one_another() -> None:
    record_id = publish("Sunflower", source_id="x:1")
    assert search(Query(q="sunflower")).total == 1
    publish("Snowdrop", source_id="x:1")
    assert indexed() == [(record_id, 2)]
    assert [search(Query(q=q)).total for q in ("sunflower", "snowdrop")] == [0, 1]
    record = Record.objects.get(pk=record_id)
    withdraw(record, by="Ada", reason="Wrong")
    assert indexed() == []
    assert search(Query()).total == 0
    release(record)
    assert indexed() == [(record_id, 2)]


def test_drained_twice_the_index_is_the_same() -> None:
    publish("First")
    publish("Second")
    before = sorted(backend().states())
    Position.objects.update(transaction=0, change=0)
    Applied.objects.all().delete()
    assert drain() == 2
    assert sorted(backend().states()) == before
    assert drain() == 0


def test_killed_between_the_index_and_the_position_nothing_is_lost_or_doubled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publish("First")
    position = Position.objects.values().get()

    def killed(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "_move", killed)
        with pytest.raises(KeyboardInterrupt):
            publish("Second")
    assert len(indexed()) == 2
    assert Position.objects.values().get() == position
    assert drain() == 1
    assert len(indexed()) == 2
    assert drain() == 0


def test_killed_before_the_index_was_written_the_next_search_catches_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publish("First")

    def killed(record_ids: Iterable[str]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            publish("Second")
    assert len(indexed()) == 1
    assert search(Query()).total == 2


def test_a_failing_index_never_fails_a_publication(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(record_ids: Iterable[str]) -> None:
        raise SearchUnavailable("The disk is full.")

    publish("First")
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "write", failing)
        publish("Second")
        with pytest.raises(SearchUnavailable, match=r"The disk is full\."):
            search(Query())
    assert search(Query()).total == 2


def test_no_change_is_overtaken_by_a_younger_one() -> None:
    first = publish("First")
    with older_transaction(first) as older:
        publish("Second")
        assert len(indexed()) == 2, "a younger transaction does not wait for an older one"
        assert drain() == 0
        older.commit()
    assert drain() == 1
    assert drain() == 0


def test_the_mark_follows_when_nothing_is_running(monkeypatch: pytest.MonkeyPatch) -> None:
    publish("First")
    monkeypatch.setattr(outbox, "_BATCH", 2)
    with draining_later():
        for number in range(5):
            publish(f"Letter {number}")
    assert len(indexed()) == 6
    assert drain() == 0
    position = Position.objects.get()
    above = Change.objects.filter(transaction__gt=position.transaction)
    assert set(Applied.objects.values_list("change", flat=True)) == set(
        above.values_list("id", flat=True)
    )


def test_a_reader_takes_in_no_more_than_can_be_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publish("First")
    monkeypatch.setattr(outbox, "_WHILE_ASKED", 2)
    with another_draining():
        for number in range(5):
            publish(f"Letter {number}")
    assert [search(Query()).total for _ in range(4)] == [3, 5, 6, 6]


@contextmanager
def another_draining() -> Iterator[None]:
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [outbox.LOCK])
    try:
        yield
    finally:
        other.rollback()
        other.close()


def test_one_drains_at_a_time() -> None:
    publish("First")
    with another_draining():
        publish("Second")
        assert drain() == 0
        assert search(Query()).total == 1, "a reader has the index as it is meanwhile"
    assert search(Query()).total == 2


def test_that_the_index_has_come_up_is_told_as_a_change_is() -> None:
    """What was counted from an index that was behind is not kept for longer than it is."""
    publish("First")
    with another_draining():
        publish("Second")
    listener = connection.copy()
    with listener.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
    try:
        # Whoever begins to listen may first be told what other tests have left in the queue.
        list(listener.connection.notifies(timeout=0.5))
        drain()
        told = {said.payload for said in listener.connection.notifies(timeout=60, stop_after=1)}
        assert told == {"changed"}
    finally:
        listener.close()


def test_embargo_days_come_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    text = world.text("en", "The watchword is chrysanthemum.")
    text["rights"] = {"embargo_until": "2999-01-01"}
    publish("One text", texts=[text])
    whole = publish("Whole", texts=[world.text("en", "The countersign is delphinium.")])
    embargo(Record.objects.get(pk=whole), date(2999, 1, 2))
    words = ("chrysanthemum", "delphinium")
    assert [search(Query(q=q)).total for q in words] == [0, 0]
    monkeypatch.setattr(timezone, "localdate", lambda: date(2999, 1, 1))
    assert [search(Query(q=q)).total for q in words] == [1, 0]
    monkeypatch.setattr(timezone, "localdate", lambda: date(2999, 1, 3))
    assert [search(Query(q=q)).total for q in words] == [1, 1]
    (hit,) = search(Query(q="delphinium")).hits
    assert hit.snippets[0].hit == "delphinium"


def test_an_embargo_takes_wording_out_at_once() -> None:
    record_id = publish("Whole", texts=[world.text("en", "The countersign is delphinium.")])
    assert search(Query(q="delphinium")).total == 1
    embargo(Record.objects.get(pk=record_id), date(2999, 1, 2))
    assert search(Query(q="delphinium")).total == 0


def test_what_was_written_while_copies_were_away_is_written_again_when_they_are_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, write = publish("First"), outbox.write
    whole = False
    monkeypatch.setattr(outbox, "write", lambda record_ids: write(record_ids) and whole)
    monkeypatch.setattr(type(backend()), "whole", lambda _: whole)
    second = publish("Second")
    third = publish("Third")
    assert drain() == 0, "what is there already is not written again and again"
    lose(second)
    assert indexed() == sorted([(first, 1), (third, 1)])
    whole = True
    assert search(Query()).total == 3
    assert indexed() == sorted([(first, 1), (second, 1), (third, 1)])
    assert drain() == 0
    assert Position.objects.get().unsure is None


def test_what_copies_never_acknowledge_is_repeated_once_in_a_drain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write = outbox.write
    publish("First")
    monkeypatch.setattr(outbox, "write", lambda record_ids: write(record_ids) and False)
    publish("Second")
    assert [drain(), drain()] == [1, 1]


def test_an_embargo_that_ended_while_copies_were_away_is_written_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record_id, write = publish("First"), outbox.write
    embargo(Record.objects.get(pk=record_id), date(2999, 1, 2))
    whole = False
    monkeypatch.setattr(outbox, "write", lambda record_ids: write(record_ids) and whole)
    monkeypatch.setattr(type(backend()), "whole", lambda _: whole)
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2999, 1, 2))
    assert search(Query()).total == 1
    lose(record_id)
    whole = True
    assert search(Query()).total == 1
    assert indexed() == [(record_id, 1)]


def test_what_an_older_transaction_wrote_late_while_copies_were_away_is_written_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, write = publish("First"), outbox.write
    whole = False
    monkeypatch.setattr(outbox, "write", lambda record_ids: write(record_ids) and whole)
    monkeypatch.setattr(type(backend()), "whole", lambda _: whole)
    with older_transaction(first) as older:
        second = publish("Second")
        older.commit()
    assert drain() == 1
    lose(first)
    whole = True
    assert search(Query()).total == 2
    assert indexed() == sorted([(first, 1), (second, 1)])


def test_what_opened_days_ago_and_was_written_while_copies_were_away_is_written_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record_id, write, today = publish("First"), outbox.write, timezone.localdate()
    whole = False
    monkeypatch.setattr(outbox, "write", lambda record_ids: write(record_ids) and whole)
    monkeypatch.setattr(type(backend()), "whole", lambda _: whole)
    Availability.objects.update(embargo_until=today - timedelta(days=3))
    Position.objects.update(day=today - timedelta(days=5))
    assert drain() == 1
    lose(record_id)
    whole = True
    assert search(Query()).total == 1
    assert indexed() == [(record_id, 1)]


def test_a_small_index_without_a_position_is_made_anew() -> None:
    publish("First")
    before = backend().generation
    Position.objects.all().delete()
    assert search(Query()).total == 1
    assert backend().generation != before
    assert drain() == 0


def test_who_publishes_many_makes_a_missing_index_anew_however_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outbox, "_SOON_REBUILT", 0)
    with draining_later():
        publish("First")
    assert len(indexed()) == 1
