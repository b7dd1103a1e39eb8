"""The change log drained into the index: in order, idempotently, by one process at a time.

Whoever publishes drains after its commit; a search drains first where something was left. The
index is committed before the position, so that a drainer killed in between only repeats what it
did. So is what was written while copies of the index were away, once they are back: a cluster may
lose it though it was acknowledged. What cannot be repeated, a lost index or one of another version,
is made anew.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta

from django.db import connection, transaction
from django.db.models import Min, Q
from django.utils import timezone

from archive.editions.models import Change
from archive.search.backend import backend, put
from archive.search.generations import version
from archive.search.models import Applied, Position
from archive.search.queries import (
    Batch,
    Progress,
    highest_done,
    next_changes,
    opened_between,
    progress,
    to_index,
)
from archive.search.rebuilding import rebuild_locked
from archive.search.search_indexes import index_document
from archive.search.unavailable import REBUILD, SearchUnavailable

logger = logging.getLogger(__name__)

#: The advisory lock of whoever writes the index; any number that nobody else takes.
LOCK = 0x6661_6369_6E67
#: Changes between two commits of the index; and at most while a reader waits, some tenths of a second.
_BATCH, _WHILE_ASKED = 2_000, 100
#: Who publishes many drains about so many changes at a time: what waited for the end would be
#: drained by whoever else publishes one record meanwhile.
_AT_A_TIME = 200
#: An index of so many records is made anew at once by whoever finds it missing; a larger one by
#: the command, which an error names.
_SOON_REBUILT = 1_000

_later: ContextVar[list[bool] | None] = ContextVar("draining_later", default=None)


@contextmanager
def draining_later() -> Iterator[None]:
    """Publish many records, and drain some hundreds at a time and what is left at the end of the
    block, after an exception too.

    Who publishes many has the time to make a missing index anew, however large.
    """
    if _later.get() is not None:
        yield
        return
    waiting: list[bool] = []
    token = _later.set(waiting)
    try:
        yield
    finally:
        _later.reset(token)
        if waiting:
            transaction.on_commit(_drain_many, robust=True)


def drain_after_commit() -> None:
    """Drain once when the transaction has been committed, however many changes it wrote."""
    waiting = _later.get()
    if waiting is None:
        _once_committed(drain_quietly)
        return
    waiting.append(True)
    if len(waiting) % _AT_A_TIME == 0:
        _once_committed(_drain_many)


def _once_committed(drained: Callable[[], None]) -> None:
    if not any(entry[1] is drained for entry in connection.run_on_commit):
        transaction.on_commit(drained, robust=True)


def drain_quietly(*, command: bool = False) -> None:
    """Drain; what fails is logged, not raised: the change is committed and waits in the log."""
    try:
        drain(command=command)
    except SearchUnavailable as error:
        logger.warning("The index was not brought up to date: %s", error)


def _drain_many() -> None:
    drain_quietly(command=True)


def catch_up() -> None:
    """Before a search: take in what a killed drainer or a new day left, no more than a reader may wait
    for: the next search goes on, and who publishes thousands drains as well. One query where there
    is nothing. Raises ``SearchUnavailable``."""
    reached = progress()
    again = _repeatable(reached)
    if again or _behind(reached):
        _drain_once(_WHILE_ASKED, again=again)


def drain(*, command: bool = False) -> int:
    """Apply all changes that can be seen; the number of records written.

    Call it outside a transaction: what is rolled back afterwards would stay in the index. Does
    nothing where another process is at it. ``command``: make a missing index anew however
    large. Raises ``SearchUnavailable``.
    """
    written, reached = 0, progress()
    again = _repeatable(reached)
    while again or _behind(reached):
        done = _drain_once(_BATCH, command=command, again=again)
        if done is None:
            break
        written += done
        again, reached = False, progress()
    return written


def _behind(reached: Progress | None) -> bool:
    if reached is None or _unusable(reached):
        return True
    return reached.pending or reached.day < timezone.localdate()


def _repeatable(reached: Progress | None) -> bool:
    """Whether copies were missing when something was written, and are all there again."""
    unsure = reached is not None and reached.unsure and not _unusable(reached)
    return bool(unsure) and backend().whole()


def _unusable(reached: Progress) -> bool:
    """Whether the position speaks of no index that is there."""
    return reached.foreign or reached.generation != backend().generation


@transaction.atomic
def _drain_once(most: int, *, command: bool = False, again: bool = False) -> int | None:
    """One batch of so many changes under the lock; None where another process holds it.
    ``again``: from what copies have not acknowledged on."""
    if not lock():
        return None
    reached = progress()
    if reached is None or _unusable(reached):
        _allow_rebuilding(command)
        return rebuild_locked()
    day, today = reached.day, timezone.localdate()
    if again and reached.unsure:
        day = _rewind(reached.unsure)
    batch = next_changes(most)
    records = dict.fromkeys(batch.records if batch else ())
    if day < today:
        records |= dict.fromkeys(opened_between(day, today))
    if records and not write(records):
        _doubt(batch, reached)
    _move(batch, today)
    return len(records)


def _rewind(since: datetime) -> date:
    """Let all that was logged since then be applied again; the day up to which embargoes are
    applied for certain."""
    Position.objects.update(unsure=None)
    logged = Change.objects.filter(at__gte=since)
    if first := logged.aggregate(first=Min("transaction"))["first"]:
        again = Change.objects.filter(transaction__gte=first)
        Applied.objects.filter(change__in=again.values("id")).delete()
        before = {"transaction": first - 1, "change": 2**63 - 1}
        Position.objects.filter(transaction__gte=first).update(**before)
    return timezone.localdate(since) - timedelta(days=1)


def _doubt(batch: Batch | None, reached: Progress) -> None:
    """Note that copies were missing when these changes were written, and what opened since the day
    that was reached. The oldest counts: what an older transaction logged may come late."""
    changes = Change.objects.filter(pk__in=batch.changes if batch else ())
    logged = changes.aggregate(since=Min("at"))["since"]
    next_day = datetime.combine(reached.day + timedelta(days=1), time.min)
    opened = reached.unsure or timezone.make_aware(next_day)
    Position.objects.update(unsure=min(logged or opened, opened))


def _allow_rebuilding(command: bool) -> None:
    records = len(to_index())
    if not command and records > _SOON_REBUILT:
        raise SearchUnavailable(
            f"The index of {records:,} records is missing, or of another version than"
            f" {version()}. Run {REBUILD}."
        )


def lock() -> bool:
    """Take the writer's lock until the end of the transaction; False where another has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def write(record_ids: Iterable[str]) -> bool:
    """Index these records as they stand now, and commit; whether every copy of the index has them."""
    with backend().writing() as writer:
        for record_id in record_ids:
            put(writer, record_id, index_document(record_id))
    return writer.sure


def _move(batch: Batch | None, day: date) -> None:
    """Note what was applied, and raise the mark as far as nothing can come before it."""
    done = Position.objects.filter(pk=1)
    done.update(day=day)
    if batch is None:
        return
    Applied.objects.bulk_create(
        (Applied(change=change) for change in batch.changes), ignore_conflicts=True
    )
    if mark := highest_done(batch):
        below = Change.objects.filter(
            Q(transaction__lt=mark[0]) | Q(transaction=mark[0], id__lte=mark[1])
        )
        Applied.objects.filter(change__in=below.values("id")).delete()
        done.update(transaction=mark[0], change=mark[1])
