"""Reads of search: the change log from a position on, and the records of a page of hits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from psycopg.abc import Buffer
from psycopg.adapt import Loader

from archive.editions.content import Content, thaw
from archive.editions.models import Availability, Change
from archive.editions.queries import shown
from archive.search.models import Applied


@dataclass(frozen=True, slots=True)
class Shown:
    """A record that may be shown now; ``open_texts`` are the keys whose wording may be read.
    ``apparatus`` is that of its newest edition as stored, of withheld texts too; empty where
    there is none. ``published_at`` is when that edition was.
    """

    record_id: str
    source_id: str | None
    practice: bool
    content: Content
    open_texts: frozenset[str]
    open_scans: int
    published_at: datetime
    apparatus: bytes


class _Bytes(Loader):
    """A value as Postgres sent it: JSON that is decoded as bytes need not become a string first."""

    def load(self, data: Buffer) -> bytes:
        return bytes(data)


#: In SQL for speed: the ORM takes longer to write this statement than Postgres to answer it. What is
#: of the type text is left as bytes, in UTF-8 as all that Django asks for; ids are varchar.
_SHOWN = """
SELECT v.record_id, v.source_id, v.composed, e.canonical, e.published_at, a.stored,
  v.embargo_until, v.text_embargoes::text, v.scan_embargoes::text
FROM editions_availability v
JOIN editions_edition e ON e.id = v.newest_id
LEFT JOIN editions_apparatus a ON a.edition_id = e.id
WHERE v.withdrawn_at IS NULL AND v.record_id = ANY(%s)
"""


def records_shown(record_ids: Iterable[str]) -> dict[str, Shown]:
    """Those of the records that may be shown at this moment, by id. One query, none for no ids.

    Availability is asked again here, since an index may be a moment behind.
    """
    today, asked = timezone.localdate(), list(record_ids)
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.cursor.adapters.register_loader("text", _Bytes)
        cursor.execute(_SHOWN, [asked])
        return {row[0]: _shown(row, today) for row in cursor.fetchall()}


def titles_shown(record_ids: Iterable[str]) -> dict[str, str]:
    """The titles of those of the records that may be shown at this moment, by id. One query."""
    rows = shown().filter(record_id__in=list(record_ids))
    return dict(rows.values_list("record_id", "newest__title"))


def _shown(row: tuple[Any, ...], today: date) -> Shown:
    record_id, source_id, practice, canonical, published, apparatus, until, texts, scans = row
    content = thaw(canonical)
    text_days, scan_days = (
        msgspec.json.decode(each, type=dict[str, str]) for each in (texts, scans)
    )
    day = today.isoformat()
    open_at_all = until is None or until <= today
    record = content.record
    return Shown(
        record_id=record_id,
        source_id=source_id,
        practice=practice,
        content=content,
        open_texts=frozenset(
            t.key for t in record.texts if open_at_all and text_days.get(t.key, "") <= day
        ),
        open_scans=sum(open_at_all and scan_days.get(s.sha256, "") <= day for s in record.scans),
        published_at=published,
        apparatus=apparatus or b"",
    )


#: The newest change is looked at first, in its index: asked at once for one that is missing, Postgres
#: takes a third of the log to be newer than the position and reads all of it.
_PENDING = """
SELECT p.day, p.generation, p.unsure,
  p.transaction >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
  coalesce((p.transaction, p.change) < (
    SELECT n.transaction, n.id FROM editions_change n
     ORDER BY n.transaction DESC, n.id DESC LIMIT 1), false)
  AND EXISTS (
    SELECT 1 FROM editions_change c
     WHERE (c.transaction, c.id) > (p.transaction, p.change)
       AND NOT EXISTS (SELECT 1 FROM search_applied a WHERE a.change = c.id))
FROM search_position p
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the index stands. ``unsure``: since when not every copy of it has acknowledged what was
    written. ``foreign``: the position is from another database cluster, whose transactions counted
    further. ``pending``: there are changes that it has not taken."""

    day: date
    generation: str
    unsure: datetime | None
    foreign: bool
    pending: bool


def progress() -> Progress | None:
    """The position and what awaits it; None before the index was first made. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_PENDING)
        row = cursor.fetchone()
    return Progress(*row) if row else None


_CHANGES = """
SELECT c.transaction, c.id, c.record_id, pg_snapshot_xmin(pg_current_snapshot())::text::bigint
FROM search_position p, editions_change c
WHERE (c.transaction, c.id) > (p.transaction, p.change)
  AND NOT EXISTS (SELECT 1 FROM search_applied a WHERE a.change = c.id)
ORDER BY c.transaction, c.id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes to be applied, in the order of the log. ``sure`` is the first transaction that may
    still write to the log; ``full``: there may be more after ``last``."""

    changes: tuple[int, ...]
    records: tuple[str, ...]
    last: tuple[int, int]
    sure: int
    full: bool


def next_changes(limit: int) -> Batch | None:
    """The next changes not yet applied, None where there are none. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGES, [limit])
        rows: list[tuple[int, int, str, int]] = cursor.fetchall()
    if not rows:
        return None
    return Batch(
        changes=tuple(row[1] for row in rows),
        records=tuple(dict.fromkeys(row[2] for row in rows)),
        last=(rows[-1][0], rows[-1][1]),
        sure=rows[0][3],
        full=len(rows) == limit,
    )


def highest_done(batch: Batch) -> tuple[int, int] | None:
    """The furthest applied change that no change still to come can stand before. With a full
    batch, not beyond it: what follows has not been looked at."""
    applied = Change.objects.filter(
        pk__in=Applied.objects.values("change"), transaction__lt=batch.sure
    )
    pairs = applied.order_by("-transaction", "-id").values_list("transaction", "id")
    if batch.full:
        pairs = pairs.filter(
            Q(transaction__lt=batch.last[0]) | Q(transaction=batch.last[0], id__lte=batch.last[1])
        )
    return pairs.first()


def log_end() -> tuple[int, int, list[int]]:
    """The mark that has all of the log behind it of which this snapshot is sure, as transaction
    and change, and the changes beyond it that can be seen. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1")
        (transaction,) = cursor.fetchone()
    beyond = Change.objects.filter(transaction__gt=transaction)
    return transaction, 2**63 - 1, list(beyond.values_list("id", flat=True))


def opened_between(day: date, today: date) -> list[str]:
    """The records of which something may have opened after ``day``, up to ``today``."""
    since, until = day + timedelta(days=1), today
    rows = Availability.objects.filter(
        Q(embargo_until__range=(since, until)) | ~Q(text_embargoes={}) | ~Q(scan_embargoes={})
    )
    return list(rows.order_by("record_id").values_list("record_id", flat=True))


def to_index() -> list[str]:
    """The ids of all records that belong in the index: those of a kind beside each other, by date,
    so that what is looked for together stands together there."""
    together = ("record__kind", "record__earliest", "record_id")
    return list(shown().order_by(*together).values_list("record_id", flat=True))


def writer_number() -> int:
    """A number greater than that of every writer who held the lock before: this transaction's.
    One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (number,) = cursor.fetchone()
    return int(number)
