"""Reads of search: the change log from a position on, and the records of a page of hits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from archive.editions.content import Content, thaw
from archive.editions.models import Availability, Change
from archive.editions.queries import shown


@dataclass(frozen=True, slots=True)
class Shown:
    """A record that may be shown now; ``open_texts`` are the keys whose wording may be read."""

    record_id: str
    source_id: str | None
    practice: bool
    content: Content
    open_texts: frozenset[str]
    open_scans: int


def records_shown(record_ids: Iterable[str]) -> dict[str, Shown]:
    """Those of the records that may be shown at this moment, by id. One query.

    Availability is asked again here, since an index may be a moment behind.
    """
    rows = shown().filter(record_id__in=list(record_ids))
    fields = ("record_id", "source_id", "composed", "newest__canonical")
    days = ("embargo_until", "text_embargoes", "scan_embargoes")
    today = timezone.localdate()
    return {row[0]: _shown(row, today) for row in rows.values_list(*fields, *days)}


def _shown(row: tuple[Any, ...], today: date) -> Shown:
    record_id, source_id, practice, canonical, until, texts, scans = row
    content = thaw(canonical)
    day = today.isoformat()
    open_at_all = until is None or until <= today
    record = content.record
    return Shown(
        record_id=record_id,
        source_id=source_id,
        practice=practice,
        content=content,
        open_texts=frozenset(
            t.key for t in record.texts if open_at_all and texts.get(t.key, "") <= day
        ),
        open_scans=sum(open_at_all and scans.get(s.sha256, "") <= day for s in record.scans),
    )


_PENDING = """
SELECT p.transaction, p.change, p.day, p.generation,
  p.transaction >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
  EXISTS (
    SELECT 1 FROM editions_change c
     WHERE (c.transaction, c.id) > (p.transaction, p.change)
       AND c.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
FROM search_position p
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the index stands. ``foreign``: the position is from another database cluster, whose
    transactions counted further. ``pending``: there are changes that it can take now."""

    transaction: int
    change: int
    day: date
    generation: str
    foreign: bool
    pending: bool


def progress() -> Progress | None:
    """The position and what awaits it; None before the index was first made. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_PENDING)
        row = cursor.fetchone()
    return Progress(*row) if row else None


_CHANGES = """
SELECT c.transaction, c.id, c.record_id FROM editions_change c
WHERE (c.transaction, c.id) > (%s, %s)
  AND c.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
ORDER BY c.transaction, c.id LIMIT %s
"""


def changes_after(transaction: int, change: int, limit: int) -> list[tuple[int, int, str]]:
    """The next changes as (transaction, id, record id), in the order of the log; only those that
    no transaction still running can come before."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGES, [transaction, change, limit])
        rows: list[tuple[int, int, str]] = cursor.fetchall()
        return rows


def log_end() -> tuple[int, int]:
    """A position that has all of the log behind it that this snapshot is sure of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1")
        (transaction,) = cursor.fetchone()
    last = Change.objects.filter(transaction__lte=transaction).order_by("-id").first()
    return transaction, last.pk if last else 0


def opened_between(day: date, today: date) -> list[str]:
    """The records of which something may have opened after ``day``, up to ``today``."""
    since, until = day + timedelta(days=1), today
    rows = Availability.objects.filter(
        Q(embargo_until__range=(since, until)) | ~Q(text_embargoes={}) | ~Q(scan_embargoes={})
    )
    return list(rows.order_by("record_id").values_list("record_id", flat=True))


def to_index() -> list[str]:
    """The ids of all records that belong in the index, in order."""
    return list(shown().order_by("record_id").values_list("record_id", flat=True))
