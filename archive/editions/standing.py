"""How an edition stands towards its readers, in one statement: which it is, whether it may be
shown, what it is linked with. It holds all that decides whether a cached page is still true."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import connection


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link seen from this record. ``record_id`` is None where no such record is published."""

    type: str
    to: str
    record_id: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """What may not be read today: the day on which each opens. ``record`` covers all wording."""

    record: date | None
    texts: Mapping[str, date]
    scans: Mapping[str, date]

    def text(self, key: str) -> date | None:
        """The day on which the text of that key opens, None where it is open."""
        days = [day for day in (self.record, self.texts.get(key)) if day]
        return max(days, default=None)

    def scan(self, sha256: str) -> date | None:
        """The day on which the scan of that digest opens, None where it is open."""
        days = [day for day in (self.record, self.scans.get(sha256)) if day]
        return max(days, default=None)

    def __bool__(self) -> bool:
        return bool(self.record or self.texts or self.scans)


@dataclass(frozen=True, slots=True)
class Standing:
    """One edition, named, and its record's availability today."""

    record_id: str
    source_id: str | None
    edition_id: int
    number: int
    newest: int
    title: str
    published_at: datetime
    published_by: str
    note: str
    sha256: str
    revision: int
    composed: bool
    withdrawn_at: datetime | None
    withdrawn_reason: str
    withheld: Withheld
    links: tuple[Neighbour, ...]
    linked_from: tuple[Neighbour, ...]

    @property
    def withdrawn(self) -> bool:
        """No wording of any edition may be shown."""
        return self.withdrawn_at is not None

    @property
    def is_newest(self) -> bool:
        """An older edition bears a banner."""
        return self.number == self.newest


@dataclass(frozen=True, slots=True)
class Beside:
    """What a higher package keeps beside an edition ``e``: columns, and the join that finds them
    where they are there, both in SQL; ``values`` are those of the join's placeholders."""

    columns: str
    join: str
    values: tuple[str | None, ...] = ()


_STANDING = """
SELECT v.record_id, v.source_id, e.id, e.number, n.number, e.title, e.published_at,
  e.published_by, e.note, e.sha256, coalesce(a.revision, 0), v.composed,
  v.withdrawn_at, v.withdrawn_reason, v.embargo_until, v.text_embargoes::text,
  v.scan_embargoes::text,
  (SELECT json_agg(json_build_array(l.type, l.to, v2.record_id, coalesce(e2.title, ''))
                   ORDER BY l.position)::text
     FROM editions_editionlink l
     LEFT JOIN editions_availability v2 ON v2.record_id = l.to OR v2.source_id = l.to
     LEFT JOIN editions_edition e2 ON e2.id = v2.newest_id
    WHERE l.edition_id = e.id),
  (SELECT json_agg(json_build_array(l.type, l.to, v3.record_id, e3.title)
                   ORDER BY e3.title, v3.record_id)::text
     FROM editions_editionlink l
     JOIN editions_availability v3 ON v3.newest_id = l.edition_id AND v3.withdrawn_at IS NULL
     JOIN editions_edition e3 ON e3.id = l.edition_id
    WHERE l.to = v.record_id OR l.to = v.source_id)
"""
#: How many columns a standing has.
_COLUMNS = 19
_ONE = (
    _STANDING
    + """{columns}
FROM editions_availability v
JOIN editions_edition n ON n.id = v.newest_id
JOIN editions_edition e ON e.record_id = v.record_id AND e.number = coalesce(%s, n.number)
LEFT JOIN editions_apparatus a ON a.edition_id = e.id
{join}
WHERE v.record_id = %s
"""
)
_ALONE = _ONE.format(columns="", join="")
_SEVERAL = f"""{_STANDING}
FROM unnest(%s::text[], %s::int[]) WITH ORDINALITY AS asked (record_id, number, position)
JOIN editions_availability v ON v.record_id = asked.record_id
JOIN editions_edition n ON n.id = v.newest_id
JOIN editions_edition e ON e.record_id = v.record_id AND e.number = coalesce(asked.number, n.number)
LEFT JOIN editions_apparatus a ON a.edition_id = e.id
ORDER BY asked.position
"""


def stand(record_id: str, number: int | None = None, *, today: date) -> Standing | None:
    """The standing of that edition (None: the newest); None where there is no such edition.

    One query. A withdrawn record has a standing too: it is the caller who answers 410.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ALONE, [number, record_id])
        row = cursor.fetchone()
    return _standing(row, today) if row else None


def stand_several(asked: Sequence[tuple[str, int | None]], *, today: date) -> list[Standing]:
    """The standings of editions named by record and number (None: the newest), in that order,
    without those that there are not. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_SEVERAL, [[record for record, _ in asked], [n for _, n in asked]])
        return [_standing(row, today) for row in cursor.fetchall()]


def stand_beside(
    record_id: str, number: int | None, beside: Beside, *, today: date
) -> tuple[Standing, tuple[Any, ...]] | None:
    """As ``stand``, with what is kept beside that edition: its columns, each None where nothing is
    kept. Still one query."""
    with connection.cursor() as cursor:
        sql = _with(beside.columns, beside.join)
        cursor.execute(sql, [number, *beside.values, record_id])
        row = cursor.fetchone()
    return (_standing(row, today), row[_COLUMNS:]) if row else None


@cache
def _with(columns: str, join: str) -> str:
    return _ONE.format(columns=f", {columns}", join=join)


def _standing(row: tuple[Any, ...], today: date) -> Standing:
    withheld = _withheld(row[14], row[15], row[16], today)
    return Standing(
        record_id=row[0],
        source_id=row[1],
        edition_id=row[2],
        number=row[3],
        newest=row[4],
        title=row[5],
        published_at=row[6],
        published_by=row[7],
        note=row[8],
        sha256="" if withheld or row[12] else row[9],
        revision=row[10],
        composed=row[11],
        withdrawn_at=row[12],
        withdrawn_reason=row[13],
        withheld=withheld,
        links=_neighbours(row[17]),
        linked_from=_neighbours(row[18]),
    )


def _withheld(record: date | None, texts: str, scans: str, today: date) -> Withheld:
    return Withheld(
        record=record if record and record > today else None,
        texts=_closed(texts, today),
        scans=_closed(scans, today),
    )


def _closed(stored: str, today: date) -> dict[str, date]:
    days = {key: date.fromisoformat(day) for key, day in json.loads(stored).items()}
    return {key: day for key, day in days.items() if day > today}


def _neighbours(stored: str | None) -> tuple[Neighbour, ...]:
    return tuple(Neighbour(*link) for link in json.loads(stored or "[]"))
