"""Records as a table, one a line: their descriptions and addresses, no wording of any text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.editions.content import Content
from archive.editions.models import Edition
from archive.exchange.csv_writing import csv_lines
from archive.records import kinds
from archive.search.holdings import shown as holdings
from archive.texts.languages import language_name

COLUMNS = (
    "id",
    "source id",
    "title",
    "date",
    "date in words",
    "kind",
    "number",
    "senders",
    "recipients",
    "others named",
    "places",
    "languages",
    "subjects",
    "collections",
    "held at",
    "summary",
    "edition",
    "published",
    "composed for demonstration",
    "address",
)


def results_csv(editions: Iterable[Edition], site: str) -> Iterator[bytes]:
    """The table, line by line; several values of a cell are parted by semicolons. ``site`` is the
    public address without a closing slash."""
    yield from csv_lines([COLUMNS])
    yield from csv_lines((_row(edition, site) for edition in editions), first=False)


def _row(edition: Edition, site: str) -> list[str]:
    content = edition.content
    record = content.record
    kind = record.kind or "cable"
    cells = (
        edition.record_id,
        record.source_id or "",
        record.title,
        record.date or "",
        content.date.display,
        kinds.label(kind),
        record.number,
        *_people(content),
        "; ".join(place.name for place in record.places),
        "; ".join(dict.fromkeys(language_name(text.language) for text in record.texts)),
        "; ".join(record.subjects),
        "; ".join(record.collections),
        "; ".join(holdings(content)),
        record.summary,
        str(edition.number),
        edition.published_at.date().isoformat(),
        "yes" if record.editorial.composed else "",
        f"{site}/records/{edition.record_id}/",
    )
    return [" ".join(cell.split()) for cell in cells]


def _people(content: Content) -> Iterator[str]:
    """Senders, recipients and all others."""
    by_role: dict[str, list[str]] = {"sender": [], "recipient": [], "": []}
    for person in content.record.people:
        by_role[person.role if person.role in by_role else ""].append(person.name)
    yield from ("; ".join(dict.fromkeys(names)) for names in by_role.values())
