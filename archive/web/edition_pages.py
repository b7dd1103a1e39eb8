"""Everything that is kept of an edition's pages: made at one go, and written in place of what was."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from django.db import connection

from archive.desk.columns import GRAINS, Grain, TextChoice, choices, choose
from archive.desk.page import Desk
from archive.editions.reading import Reading, read_standing
from archive.web import pieces
from archive.web.answers import KEPT, Body
from archive.web.models import KeptPage
from archive.web.pieces import choice_name, single_name
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

#: All names of each choice of texts, and packed what it puts into the page.
_Choices = list[tuple[list[str], bytes]]

#: Letters of wording, and texts, up to which every choice of one text or two is kept, and all texts by
#: sentences. The page of a longer record takes a while to lay out for each, and of its choices few are
#: ever asked for: only the archive's own, and all texts side by side.
_MOST_LETTERS, _MOST_TEXTS = 60_000, 3


@dataclass(frozen=True, slots=True)
class Made:
    """What is kept of an edition: its row, and packed by each of its names what a choice of texts
    puts into its page."""

    page: KeptPage
    choices: Mapping[str, bytes]


def make(found: Known, reading: Reading) -> Made:
    """Make what is kept of an edition, and keep it. One query."""
    standing = found.standing
    fixed, choices = (b"", []) if standing.withdrawn else _pieces(reading)
    by_name = {name: packed for names, packed in choices for name in names}
    own, numbered = (_whole(reading, fixed, by_name, n) for n in (None, standing.number))
    page = KeptPage(
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
        fixed=fixed,
        **_end_to_end(choices),
    )
    _keep(page)
    return Made(page, by_name)


def _end_to_end(choices: _Choices) -> dict[str, Any]:
    """The fields of ``KeptPage`` in which choices stand."""
    places = []
    start = 1
    for names, packed in choices:
        places += [(name, start, len(packed)) for name in names]
        start += len(packed)
    names, starts, lengths = map(list, zip(*places, strict=True)) if places else ([], [], [])
    whole = b"".join(packed for _, packed in choices)
    return {"choices": whole, "names": names, "starts": starts, "lengths": lengths}


def _keep(made: KeptPage) -> None:
    fields = [field.attname for field in KeptPage._meta.concrete_fields if not field.primary_key]
    KeptPage.objects.bulk_create(
        [made], update_conflicts=True, unique_fields=["edition"], update_fields=fields
    )


def _whole(
    reading: Reading, fixed: bytes, by_name: Mapping[str, bytes], number: int | None
) -> Body:
    """The page that the archive itself chooses the texts of, at the address of that number."""
    if not fixed:
        return replace(withdrawn_page(reading), effort=KEPT)
    chosen = pieces.unpack_chosen(by_name[choice_name(None, None, "passages")])
    address = address_of(reading.standing, Asked(reading.standing.record_id, number))
    return Body(pieces.joined(fixed, address, chosen), effort=KEPT)


def _pieces(reading: Reading) -> tuple[bytes, _Choices]:
    chosen: _Choices = []
    alone: dict[str | None, Desk] = {}
    cites: dict[tuple[str, ...], tuple[bytes, bytes]] = {}
    for names, asked in _kept(reading):
        desk = alone.get(asked.key) or desk_of(reading, asked)
        cited = desk.columns[:2]
        keys = tuple(column.key for column in cited)
        # Where there are no scans to offer, a text at its own address is laid out as it is alone.
        if len(keys) == 1 and not reading.content.record.scans:
            alone[keys[0]] = desk
        if keys not in cites:
            cites[keys] = citations(reading, asked, cited)
        chosen.append((names, pieces.pack_chosen(in_slots(reading, asked, desk, *cites[keys]))))
    return pieces.pack_fixed(dossier_page(reading)), chosen


def _kept(reading: Reading) -> Iterator[tuple[list[str], Asked]]:
    """The choices that are kept, each with all its names."""
    record_id, number = reading.standing.record_id, reading.standing.number
    texts = reading.content.record.texts
    offered = choices(reading)
    named = _named([text.key for text in texts], offered)
    first = next(iter(named))
    letters = sum(len(text.body) for text in texts)
    if len(texts) > 1 and (len(texts) > _MOST_TEXTS or letters > _MOST_LETTERS):
        yield named[first], Asked(record_id)
        yield from _side_by_side(record_id, offered, GRAINS[:1])
        return
    for (keys, grain), names in named.items():
        if grain == "passages" or len(keys) > 1:
            left, right = (keys[0], keys[-1]) if keys else (None, None)
            yield names, Asked(record_id, left=left, right=right, grain=grain)
    yield from _side_by_side(record_id, offered, GRAINS)
    for text in texts:
        yield [single_name(text.key)], Asked(record_id, number, key=text.key)


def _side_by_side(
    record_id: str, texts: Sequence[TextChoice], grains: Sequence[Grain]
) -> Iterator[tuple[list[str], Asked]]:
    """All texts of a record that has more than two, or as many as fit, in the archive's own order."""
    shown = [text.key for text in choose(texts, None, None, [text.key for text in texts])]
    left, right, also = shown[:1], shown[1:2], tuple(shown[2:])
    for grain in grains if also else ():
        names = product((None, *left), (None, *right))
        yield (
            [choice_name(one, other, grain, also) for one, other in names],
            Asked(record_id, left=left[0], right=right[0], also=also, grain=grain),
        )


def _named(
    keys: Sequence[str], texts: Sequence[TextChoice]
) -> dict[tuple[tuple[str, ...], Grain], list[str]]:
    """By texts and grain all names that addresses may call them, the archive's own choice first."""
    named: dict[tuple[tuple[str, ...], Grain], list[str]] = {}
    for grain, left, right in product(GRAINS, (None, *keys), (None, *keys)):
        chosen = tuple(text.key for text in choose(texts, left, right, ()))
        named.setdefault((chosen, grain), []).append(choice_name(left, right, grain))
    return named


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
