"""The columns of a CSV file of records: what each header means. Documented for staff in
docs/staff-guide.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

SCALARS = (
    "id",
    "source_id",
    "title",
    "kind",
    "date",
    "date_note",
    "summary",
    "classification",
    "number",
    "first_published",
    "provenance_note",
    "supported_by_note",
    "internal_note",
)
LISTS = ("subjects", "collections", "supported_by")
PEOPLE = (
    "sender",
    "recipient",
    "author",
    "drafter",
    "signatory",
    "annotator",
    "participant",
    "mentioned",
)
PLACES = {"origin": "origin", "destination": "destination", "places mentioned": "mentioned"}
RIGHTS = ("statement", "note", "holder", "contact", "embargo_until")
TEXT = (
    "language",
    "kind",
    "title",
    "translated_from",
    "translated_from_holding",
    "translators",
    "date",
    "completeness",
    "status",
    "note",
    "document_kind",
    *(f"rights_{part}" for part in RIGHTS),
)
HELD = (
    "type",
    "repository",
    "reference",
    "as_given",
    "citation",
    "title",
    "editors",
    "volume",
    "place",
    "publisher",
    "year",
    "pages",
    "url",
    "texts",
    "series",
    "volume_title",
    "translated_title",
    "note",
    "relation",
)
LINKS = ("reply to", "enclosed in", "annotates", "duplicate of", "part of", "see also")
SCAN = ("file", "sha256", "text", "leaf", "credit")
#: Columns that hold several values, with `` | `` between them.
SEVERAL = frozenset({*LISTS, *PEOPLE, *PLACES, "translators", "editors", "texts", *LINKS})

_KEY = re.compile(r"[a-z][a-z0-9-]{0,31}")
_NUMBER = re.compile(r"[1-9][0-9]?")


class CsvRefused(ValueError):
    """A file none of whose rows can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds. ``group`` is "record", "person", "place", "rights", "text", "held",
    "link" or "scan"; ``which`` the text's key or the number of the holding or scan, else empty;
    ``field`` the name in the schema, a role, or a type of link; ``header`` as it stands."""

    header: str
    group: str
    field: str
    which: str = ""

    @property
    def several(self) -> bool:
        """Whether a cell may hold several values."""
        return self.field in SEVERAL and self.group != "scan"


def columns(headers: Sequence[str]) -> tuple[Column, ...]:
    """The meaning of each header. Raises ``CsvRefused`` with everything that is wrong."""
    found, faults = [], []
    seen: set[str] = set()
    for place, header in enumerate(headers, start=1):
        name = " ".join(header.split())
        column = _column(name)
        if name.casefold() in seen:
            faults.append(f"Column {place}, “{name[:60]}”, stands twice. Keep one.")
        elif column is None:
            faults.append(_unknown(place, name))
        else:
            found.append(column)
        seen.add(name.casefold())
    if not faults and not any(column.field == "title" and not column.which for column in found):
        faults.append("There is no column “title”, and every record needs one. Add it.")
    if faults:
        raise CsvRefused(" ".join(faults))
    return tuple(found)


def _column(header: str) -> Column | None:
    pieces = [piece.strip() for piece in header.casefold().split(":")]
    match pieces:
        case [name]:
            return _plain(header, name)
        case ["rights", part] if part in RIGHTS:
            return Column(header, "rights", part)
        case ["link", kind] if kind in LINKS:
            return Column(header, "link", kind)
        case ["text", key] if _KEY.fullmatch(key):
            return Column(header, "text", "body", key)
        case ["text", key, part] if _KEY.fullmatch(key) and part in TEXT:
            return Column(header, "text", part, key)
        case ["held", number, part] if _NUMBER.fullmatch(number) and part in HELD:
            return Column(header, "held", part, number)
        case ["scan", number, part] if _NUMBER.fullmatch(number) and part in SCAN:
            return Column(header, "scan", part, number)
    return None


def _plain(header: str, name: str) -> Column | None:
    if name in SCALARS or name in LISTS:
        return Column(header, "record", name)
    if name in PEOPLE:
        return Column(header, "person", name)
    if name in PLACES:
        return Column(header, "place", name)
    return None


def _unknown(place: int, header: str) -> str:
    known = [*SCALARS, *LISTS, *PEOPLE, *PLACES, *(f"rights:{part}" for part in RIGHTS)]
    known += [f"link:{kind}" for kind in LINKS]
    pieces = [piece.strip() for piece in header.casefold().split(":")]
    if len(pieces) > 1 and pieces[0] in ("text", "held", "scan"):
        which = pieces[1] or "1"
        parts = {"text": TEXT, "held": HELD, "scan": SCAN}[pieces[0]]
        known = [f"{pieces[0]}:{which}:{part}" for part in parts]
    near = get_close_matches(header.casefold(), known, n=1, cutoff=0.5)
    remedy = f"Did you mean “{near[0]}”?" if near else "Remove it, or see the list of columns."
    return f"Column {place}, “{header[:60]}”, is not known. {remedy}"
