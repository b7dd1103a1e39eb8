"""Everything that is kept of an edition's pages: made at one go, and written in place of what was."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from django.db import connection

from archive.desk.columns import GRAINS, choose
from archive.desk.page import Desk
from archive.editions.reading import Reading, read_standing
from archive.web import pieces
from archive.web.answers import KEPT, Body
from archive.web.models import KeptPage
from archive.web.pieces import Pieces, TextName, choice_name, single_name
from archive.web.record_page import (
    Asked,
    address_of,
    citations,
    desk_of,
    dossier_page,
    in_slots,
    withdrawn_page,
)
from archive.web.standings import Known, known, software

logger = logging.getLogger(__name__)

#: Letters of wording, and texts, up to which every choice of one text or two is kept. The page of a
#: longer record takes a while to lay out for each, and of its choices few are ever asked for.
_MOST_LETTERS, _MOST_TEXTS = 60_000, 3


def make(found: Known, reading: Reading) -> KeptPage:
    """Make what is kept of an edition, and keep it. One query."""
    standing = found.standing
    stored = None if standing.withdrawn else _pieces(reading)
    own, numbered = (_whole(reading, stored, number) for number in (None, standing.number))
    made = KeptPage(
        edition_id=standing.edition_id,
        fingerprint=found.fingerprint,
        software=software(),
        revision=standing.revision,
        newest=standing.newest,
        status=own.status,
        page_digest=own.digest if standing.is_newest else "",
        page=own.brotli if standing.is_newest else b"",
        numbered_digest=numbered.digest,
        numbered=numbered.brotli,
        pieces=pieces.encode(stored) if stored else b"",
    )
    _keep(made)
    return made


def _keep(made: KeptPage) -> None:
    fields = [field.attname for field in KeptPage._meta.concrete_fields if not field.primary_key]
    KeptPage.objects.bulk_create(
        [made], update_conflicts=True, unique_fields=["edition"], update_fields=fields
    )


def _whole(reading: Reading, stored: Pieces | None, number: int | None) -> Body:
    """The page that the archive itself chooses the texts of, at the address of that number."""
    if stored is None:
        return replace(withdrawn_page(reading), effort=KEPT)
    chosen = stored.stored(stored.name(None, None))
    assert chosen is not None
    address = address_of(reading.standing, Asked(reading.standing.record_id, number))
    return Body(stored.joined(address, chosen), effort=KEPT)


def _pieces(reading: Reading) -> Pieces:
    names = tuple(TextName(t.key, t.language) for t in reading.content.record.texts)
    chosen: dict[str, bytes] = {}
    laid_out: dict[str, Desk] = {}
    cites: dict[tuple[str, ...], bytes] = {}
    for name, asked in dict(_choices(reading, names)).items():
        # Where there are no scans to offer, a text at its own address is laid out as it is alone.
        alone = "" if reading.content.record.scans else name.removeprefix("/")
        desk = laid_out[name] = laid_out.get(alone) or desk_of(reading, asked)
        keys = tuple(column.key for column in desk.columns)
        if keys not in cites:
            cites[keys] = citations(reading, asked, desk.columns)
        chosen[name] = pieces.pack_chosen(in_slots(reading, asked, desk, cites[keys]))
    return Pieces(names, pieces.pack_fixed(dossier_page(reading)), chosen)


def _choices(reading: Reading, texts: tuple[TextName, ...]) -> Iterator[tuple[str, Asked]]:
    """The choices that are kept, by name."""
    record_id, number = reading.standing.record_id, reading.standing.number
    first = choose(texts, None, None, ())
    yield choice_name([text.key for text in first], "passages"), Asked(record_id)
    letters = sum(len(text.body) for text in reading.content.record.texts)
    if len(texts) > 1 and (len(texts) > _MOST_TEXTS or letters > _MOST_LETTERS):
        return
    for text in texts:
        yield choice_name([text.key], "passages"), Asked(record_id, left=text.key, right=text.key)
        yield single_name(text.key), Asked(record_id, number, key=text.key)
    for one, other in permutations([text.key for text in texts], 2):
        for grain in GRAINS:
            asked = Asked(record_id, left=one, right=other, grain=grain)
            yield choice_name([one, other], grain), asked


_MISSING = """
SELECT e.id, e.record_id, e.number FROM editions_edition e
JOIN editions_availability v ON v.record_id = e.record_id
JOIN editions_edition n ON n.id = v.newest_id
LEFT JOIN editions_apparatus a ON a.edition_id = e.id
LEFT JOIN web_keptpage k ON k.edition_id = e.id AND k.software = %s
  AND k.newest = n.number AND k.revision = coalesce(a.revision, 0)
WHERE k.edition_id IS NULL AND e.id > %s ORDER BY e.id LIMIT 100
"""


def missing(after: int = 0) -> list[tuple[int, str, int]]:
    """Up to a hundred editions whose pages are not kept as they should be, after that one: each its
    key, its record's id and its number."""
    with connection.cursor() as cursor:
        cursor.execute(_MISSING, [software(), after])
        found: list[tuple[int, str, int]] = cursor.fetchall()
        return found


def make_ahead(record_id: str, number: int) -> None:
    """Make and keep an edition's pages, so that their first reader has them at once. Where that
    fails, they are made, and their fault told, when somebody reads them."""
    try:
        if (found := known(record_id, number)) is not None:
            make(found, read_standing(found.standing))
    except Exception:
        logger.exception("The pages of %s, edition %s, could not be made", record_id, number)
