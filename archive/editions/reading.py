"""An edition as readers may have it. What is withheld is already gone from what leaves here, so
that no page, index, export or citation can let it slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
from django.db import connection
from django.utils import timezone

from archive.editions import apparatus, content
from archive.editions.apparatus import ApparatusContent
from archive.editions.content import Content
from archive.editions.standing import Standing, Withheld, stand, stand_several


@dataclass(frozen=True, slots=True)
class Reading:
    """One edition, its apparatus and its standing.

    A withheld text keeps its description and has an empty body and no passages; a withheld
    scan has no digest. ``standing.withheld`` says until when.
    """

    standing: Standing
    content: Content
    apparatus: ApparatusContent


def read(record_id: str, number: int | None = None) -> Reading | None:
    """That edition (None: the newest) as it may be read today; None where there is none.

    Two queries. Of a withdrawn record all wording is withheld.
    """
    standing = stand(record_id, number, today=timezone.localdate())
    return read_standing(standing) if standing else None


#: In SQL for speed: the ORM takes longer to write this statement than Postgres to answer it.
_SQL = """
SELECT e.id, e.canonical, a.stored FROM editions_edition e
LEFT JOIN editions_apparatus a ON a.edition_id = e.id WHERE e.id = ANY(%s)
"""
_WORDINGS = "SELECT e.id, e.canonical FROM editions_edition e WHERE e.id = ANY(%s)"


def read_standing(standing: Standing) -> Reading:
    """The edition whose standing was asked for already. One query."""
    return read_standings([standing])[0]


def read_several(asked: Sequence[tuple[str, int | None]]) -> list[Reading]:
    """Editions named by record and number (None: the newest), as ``read`` gives each, in that
    order; those that there are not are left out. Two queries."""
    return read_standings(stand_several(asked, today=timezone.localdate()))


def read_standings(standings: Sequence[Standing]) -> list[Reading]:
    """The editions whose standings were asked for already, in order. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [[standing.edition_id for standing in standings]])
        found = {row[0]: row[1:] for row in cursor.fetchall()}
    return [_reading(standing, *found[standing.edition_id]) for standing in standings]


def read_wordings(asked: Sequence[tuple[str, int]]) -> list[Reading]:
    """As ``read_several``, but with nothing beside the editions. Two queries."""
    standings = stand_several(asked, today=timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute(_WORDINGS, [[standing.edition_id for standing in standings]])
        found = dict(cursor.fetchall())
    return [read_wording(standing, found[standing.edition_id]) for standing in standings]


def read_wording(standing: Standing, canonical: str, stored: str = "") -> Reading:
    """The edition whose canonical document was asked for already, and its apparatus where that was
    too: all that a citation needs. No query."""
    return _reading(standing, canonical, stored or None)


def _reading(standing: Standing, canonical: str, stored: str | None) -> Reading:
    withheld = standing.withheld
    if standing.withdrawn:
        withheld = Withheld(record=date.max, texts={}, scans={})
    thawed = content.thaw(canonical)
    rows = apparatus.decode(stored) if stored else ApparatusContent()
    if withheld:
        closed = frozenset(t.key for t in thawed.record.texts if withheld.text(t.key))
        return Reading(standing, _without(thawed, withheld), apparatus.without(rows, closed))
    return Reading(standing, thawed, rows)


def _without(thawed: Content, withheld: Withheld) -> Content:
    replace = msgspec.structs.replace
    record = replace(
        thawed.record,
        texts=tuple(
            replace(text, body="") if withheld.text(text.key) else text
            for text in thawed.record.texts
        ),
        scans=tuple(
            replace(scan, sha256="") if withheld.scan(scan.sha256) else scan
            for scan in thawed.record.scans
        ),
        editorial=replace(thawed.record.editorial, passages={}),
    )
    passages = {
        key: () if withheld.text(key) else passages for key, passages in thawed.passages.items()
    }
    return replace(thawed, record=record, passages=passages)
