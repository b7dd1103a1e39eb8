"""Pages of records kept in Postgres, so that a process that has not seen one need not make it."""

from __future__ import annotations

import logging
from dataclasses import replace

import brotli
from django.db import connection

from archive.web.answers import KEPT, Body
from archive.web.models import KeptPage
from archive.web.record_page import Asked, made
from archive.web.standings import Known, known, software

logger = logging.getLogger(__name__)

_SQL = "SELECT digest, status, packed FROM web_keptpage WHERE record_id = %s AND fingerprint = %s"


def kept_page(found: Known) -> Body | None:
    """The page kept for that standing; None where there is none. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [found.standing.record_id, found.fingerprint])
        row = cursor.fetchone()
    if row is None:
        return None
    packed = bytes(row[2])
    return Body.unpacked(packed, brotli.decompress(packed), digest=row[0], status=row[1])


def keep_page(found: Known, body: Body) -> None:
    """Keep the page, in place of what was kept for its record. One query."""
    page = KeptPage(
        record_id=found.standing.record_id,
        fingerprint=found.fingerprint,
        software=software(),
        edition_id=found.standing.edition_id,
        revision=found.standing.revision,
        digest=body.digest,
        status=body.status,
        packed=body.brotli,
    )
    KeptPage.objects.bulk_create(
        [page],
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=[
            "fingerprint",
            "software",
            "edition_id",
            "revision",
            "digest",
            "status",
            "packed",
        ],
    )


def page_of(found: Known) -> Body:
    """A record's page, kept or made; what is made is kept."""
    body = kept_page(found)
    if body is None:
        body = replace(made(found.standing, Asked(found.standing.record_id)), effort=KEPT)
        keep_page(found, body)
    return body


_MISSING = """
SELECT v.record_id FROM editions_availability v
LEFT JOIN editions_apparatus a ON a.edition_id = v.newest_id
LEFT JOIN web_keptpage k ON k.record_id = v.record_id AND k.software = %s
  AND k.edition_id = v.newest_id AND k.revision = coalesce(a.revision, 0)
WHERE k.record_id IS NULL AND v.record_id > %s ORDER BY v.record_id LIMIT 100
"""


def missing(after: str = "") -> list[str]:
    """Up to a hundred records whose page is not kept as it should be, by id, after that one."""
    with connection.cursor() as cursor:
        cursor.execute(_MISSING, [software(), after])
        return [row[0] for row in cursor.fetchall()]


def make_ahead(record_id: str) -> None:
    """Make and keep a record's page, so that its first reader has it at once. Where that fails,
    it is made, and its fault told, when somebody reads it."""
    try:
        if (found := known(record_id, None)) is not None:
            page_of(found)
    except Exception:
        logger.exception("The page of %s could not be made ahead", record_id)
