"""``/records/<id>/find/``: words found within one record, with what renders them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from archive.desk.quoting import Quotation, quote
from archive.editions.reading import Reading, read_standing
from archive.editions.standing import Standing
from archive.search.within import Row, find_within
from archive.web.addresses import record_path
from archive.web.answers import Body
from archive.web.pages import page
from archive.web.words import counted

#: Rows that are shown; a word that stands in more is better sought with another.
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A row: its passages, English first, with the words lit; ``href`` shows it on the desk.
    ``before`` and ``after`` are the fragments of its neighbours, empty at the ends."""

    id: str
    quotations: tuple[Quotation, ...]
    href: str
    before: str
    after: str


def find_page(standing: Standing, q: str) -> Body:
    """The page; without words the form alone."""
    reading = read_standing(standing)
    found = find_within(reading, q)
    rows = found.rows[:MOST_ROWS]
    context = {
        "standing": standing,
        "record": reading.content.record,
        "words": q,
        "heading": _heading(q, found.places, len(found.rows)),
        "some": found.some,
        "notices": found.notices,
        "places": tuple(_place(reading, row, n, len(rows)) for n, row in enumerate(rows, 1)),
        "left_out": len(found.rows) - len(rows),
        "withheld": bool(standing.withheld),
    }
    return page("records/found.html", context)


def _heading(q: str, places: int, rows: int) -> str:
    if not q:
        return "Find in this record"
    where = f" in {counted(rows, 'row', 'rows')}" if rows > 1 else ""
    return f"{counted(places, 'place', 'places')}{where} for “{q}”"


def _place(reading: Reading, row: Row, number: int, of: int) -> Place:
    keys = sorted(row.cells, key=lambda key: not _is_english(reading, key))
    quotations = tuple(
        quote(reading.content, key, row.cells[key], row.stretches.get(key, ()), cut=True)
        for key in keys
        if row.cells[key]
    )
    return Place(
        id=f"found-{number}",
        quotations=quotations,
        href=_href(reading, quotations),
        before=f"#found-{number - 1}" if number > 1 else "",
        after=f"#found-{number + 1}" if number < of else "",
    )


def _is_english(reading: Reading, key: str) -> bool:
    text = reading.content.record.text(key)
    return text is not None and text.language.split("-")[0] == "en"


def _href(reading: Reading, quotations: Sequence[Quotation]) -> str:
    """The desk with these texts, at the first passage that has the words."""
    names = ("left", "right", *["also"] * len(quotations))
    query = urlencode(list(zip(names, (each.key for each in quotations), strict=False)))
    lit = [p.id for each in quotations for p in each.passages if p.marked]
    return f"{record_path(reading.standing.record_id)}?{query}#{lit[0] if lit else 'texts'}"
