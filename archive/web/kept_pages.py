"""Pages of editions kept in Postgres, whole and in pieces, so that a process that has not seen one
need not make it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db import connection

from archive.editions.reading import Reading, read_standing, read_wording
from archive.editions.standing import Beside, Standing
from archive.web.answers import Body, KeptBody
from archive.web.edition_pages import Made, make
from archive.web.pieces import Chosen, choice_name, joined, single_name, unpack_chosen
from archive.web.record_page import (
    Asked,
    address_of,
    chosen_texts,
    cited_texts,
    withdrawn_page,
)
from archive.web.standings import Known, known_beside

#: What an address asks of what is kept of an edition: its page at the record's own address, that at
#: its own, the pieces of which all others are joined, with these the edition, to cite from it, and
#: with that its apparatus, which says where other texts differ from a passage cited.
Part = Literal["page", "numbered", "pieces", "cited", "compared"]
#: A fingerprint, a status, a digest (of a whole page), packed bytes (a whole page, or what all have
#: alike), what the choice puts into it, the edition's canonical document and its apparatus (to cite).
#: All but these two are None where nothing is kept, the choice also where that one is not.
_Row = tuple[Any, ...]

_OF_THE_CHOICE = (
    "k.fingerprint, k.status, '', k.fixed, "
    "substring(k.choices FROM k.starts[c.place] FOR k.lengths[c.place])"
)
_COLUMNS: dict[Part, str] = {
    "page": "k.fingerprint, k.status, k.page_digest, k.page, NULL, '', ''",
    "numbered": "k.fingerprint, k.status, k.numbered_digest, k.numbered, NULL, '', ''",
    "pieces": f"{_OF_THE_CHOICE}, '', ''",
    "cited": f"{_OF_THE_CHOICE}, e.canonical, ''",
    "compared": f"{_OF_THE_CHOICE}, e.canonical, coalesce(x.stored, '')",
}
_PAGE = "LEFT JOIN web_keptpage k ON k.edition_id = e.id"
_CHOICE = f"{_PAGE} LEFT JOIN LATERAL (SELECT array_position(k.names, %s)) AS c (place) ON TRUE"
_COMPARED = f"{_CHOICE} LEFT JOIN editions_apparatus x ON x.edition_id = e.id"


def _beside(asked: Asked) -> Beside:
    if (part := _part(asked)) in ("page", "numbered"):
        return Beside(_COLUMNS[part], _PAGE)
    join = _COMPARED if part == "compared" else _CHOICE
    return Beside(_COLUMNS[part], join, (_choice(asked),))


@dataclass(frozen=True, slots=True)
class Found:
    """An edition's standing, and what was found kept beside it in the same query; None where
    nothing was asked."""

    known: Known
    row: _Row | None


def find(asked: Asked) -> Found | None:
    """That edition, and what is kept of the page asked for; None where there is no such edition.
    One query, or none where its standing is remembered."""
    found = known_beside(asked.record_id, asked.number, _beside(asked))
    return Found(*found) if found else None


def page_of(found: Found, asked: Asked) -> Body:
    """The page asked for, kept or joined of kept pieces; where they are not kept, or no longer
    true, they are made and kept. Raises the refusal of what there is not."""
    known, reading = found.known, None
    row = found.row or _ask(known, asked)
    if row[0] != known.fingerprint:
        reading = read_standing(known.standing)
        row = (*_of_part(make(known, reading), asked), *row[5:])
    _, status, digest, packed, chosen, *frozen = row
    if _part(asked) in ("page", "numbered"):
        return KeptBody(bytes(packed), digest=digest, status=status)
    if not packed:
        return withdrawn_page(reading or read_standing(known.standing))
    choice = _chosen(known.standing, asked, chosen, frozen, reading)
    return Body(joined(packed, address_of(known.standing, asked), choice))


def _chosen(
    standing: Standing,
    asked: Asked,
    packed: bytes | None,
    frozen: Sequence[str],
    reading: Reading | None,
) -> Chosen:
    """Of the texts as stored, as stored with other citations, or laid out anew. ``frozen`` are the
    edition and its apparatus, empty unless something is cited; ``reading`` is None unless it had to
    be read."""
    if packed is None:
        if reading is None:
            reading = read_wording(standing, *frozen) if frozen[1] else read_standing(standing)
        return chosen_texts(reading, asked)
    stored = unpack_chosen(packed)
    return cited_texts(read_wording(standing, *frozen), asked, stored) if frozen[0] else stored


def _part(asked: Asked) -> Part:
    if asked == Asked(asked.record_id):
        return "page"
    if asked == Asked(asked.record_id, asked.number):
        return "numbered"
    if asked.passage is not None:
        return "compared"
    return "cited" if asked.cites else "pieces"


def _of_part(made: Made, asked: Asked) -> _Row:
    page, part = made.page, _part(asked)
    if part == "page":
        return page.fingerprint, page.status, page.page_digest, page.page, None
    if part == "numbered":
        return page.fingerprint, page.status, page.numbered_digest, page.numbered, None
    return page.fingerprint, page.status, "", page.fixed, made.choices.get(_choice(asked) or "")


def _ask(found: Known, asked: Asked) -> _Row:
    beside = _beside(asked)
    sql = f"SELECT {beside.columns} FROM editions_edition e {beside.join} WHERE e.id = %s"  # noqa: S608 (ours)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*beside.values, found.standing.edition_id])
        row: _Row = cursor.fetchone()
        return row


def _choice(asked: Asked) -> str | None:
    """The name of the choice; None where nobody keeps such a one."""
    if asked.key is not None:
        return single_name(asked.key)
    if asked.scans:
        return None
    return choice_name(asked.left, asked.right, asked.grain, asked.also)
