"""Pages of editions kept in Postgres, whole and in pieces, so that a process that has not seen one
need not make it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.db import connection

from archive.editions.reading import Reading, read_standing, read_wording
from archive.editions.standing import Beside, Standing
from archive.web import pieces
from archive.web.answers import Body, KeptBody
from archive.web.edition_pages import make
from archive.web.models import KeptPage
from archive.web.pieces import Pieces, single_name
from archive.web.record_page import (
    Asked,
    address_of,
    chosen_texts,
    cited_texts,
    withdrawn_page,
)
from archive.web.standings import Known, known_beside

#: What an address asks of what is kept of an edition: its page at the record's own address, that at
#: its own, the pieces of which all others are joined, and with these the edition, to cite from it.
Part = Literal["page", "numbered", "pieces", "cited"]
#: A fingerprint, a status, a digest (of a whole page), packed bytes, the edition's canonical document
#: (to cite). All but the last are None where nothing is kept.
_Row = tuple[Any, ...]

_COLUMNS: dict[Part, str] = {
    "page": "k.fingerprint, k.status, k.page_digest, k.page, ''",
    "numbered": "k.fingerprint, k.status, k.numbered_digest, k.numbered, ''",
    "pieces": "k.fingerprint, k.status, '', k.pieces, ''",
    "cited": "k.fingerprint, k.status, '', k.pieces, e.canonical",
}
_JOIN = "LEFT JOIN web_keptpage k ON k.edition_id = e.id"
_BESIDE = {part: Beside(columns, _JOIN) for part, columns in _COLUMNS.items()}
_ALONE = {
    part: f"SELECT {columns} FROM editions_edition e {_JOIN} WHERE e.id = %s"  # noqa: S608 (ours)
    for part, columns in _COLUMNS.items()
}


@dataclass(frozen=True, slots=True)
class Found:
    """An edition's standing, and what was found kept beside it in the same query; None where
    nothing was asked."""

    known: Known
    row: _Row | None


def find(asked: Asked) -> Found | None:
    """That edition, and what is kept of the page asked for; None where there is no such edition.
    One query, or none where its standing is remembered."""
    found = known_beside(asked.record_id, asked.number, _BESIDE[_part(asked)])
    return Found(*found) if found else None


def page_of(found: Found, asked: Asked) -> Body:
    """The page asked for, kept or joined of kept pieces; where they are not kept, or no longer
    true, they are made and kept. Raises the refusal of what there is not."""
    part, known, reading = _part(asked), found.known, None
    row = found.row or _ask(known, part)
    if row[0] != known.fingerprint:
        reading = read_standing(known.standing)
        row = (*_of_part(make(known, reading), part), row[4])
    _, status, digest, packed, canonical = row
    if part in ("page", "numbered"):
        return KeptBody(bytes(packed), digest=digest, status=status)
    if packed:
        return _joined(known.standing, asked, pieces.decode(packed), canonical, reading)
    return withdrawn_page(reading or read_standing(known.standing))


def _joined(
    standing: Standing, asked: Asked, kept: Pieces, canonical: str, reading: Reading | None
) -> Body:
    """Of the texts as stored, as stored with other citations, or laid out anew. ``canonical`` is
    empty unless something is cited; ``reading`` is None unless it had to be read."""
    stored = kept.stored(_choice(asked, kept))
    if stored is None:
        chosen = chosen_texts(reading or read_standing(standing), asked)
    elif canonical:
        chosen = cited_texts(read_wording(standing, canonical), asked, stored)
    else:
        chosen = stored
    return Body(kept.joined(address_of(standing, asked), chosen))


def _part(asked: Asked) -> Part:
    if asked == Asked(asked.record_id):
        return "page"
    if asked == Asked(asked.record_id, asked.number):
        return "numbered"
    return "pieces" if asked.cite is None and asked.passage is None else "cited"


def _of_part(made: KeptPage, part: Part) -> _Row:
    if part == "page":
        return made.fingerprint, made.status, made.page_digest, made.page
    if part == "numbered":
        return made.fingerprint, made.status, made.numbered_digest, made.numbered
    return made.fingerprint, made.status, "", made.pieces


def _ask(found: Known, part: Part) -> _Row:
    with connection.cursor() as cursor:
        cursor.execute(_ALONE[part], [found.standing.edition_id])
        row: _Row = cursor.fetchone()
        return row


def _choice(asked: Asked, kept: Pieces) -> str | None:
    """The name of the choice; None where nobody keeps such a one."""
    if asked.key is not None:
        return single_name(asked.key)
    if asked.also or asked.scans:
        return None
    return kept.name(asked.left, asked.right, asked.grain)
