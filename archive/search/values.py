"""The fields of a query whose value is a date or a shelfmark."""

from __future__ import annotations

from archive.records.dates import DateRefused
from archive.records.dates import parse as parse_date
from archive.records.shelfmarks import parse as parse_shelfmark
from archive.search.expression import And, Days, Leaf, Marked, QueryRefused, Tree
from archive.search.pieces import each_word, piece
from archive.search.signs import Sign

_MARKS = "shelfmark"


def read_value(field: str, value: Sign) -> Tree:
    """The tree of ``date:1950-01..1950-03`` or ``shelfmark:…``. Raises ``QueryRefused``."""
    if field == _MARKS:
        return _shelfmark(value)
    return _days(value, certain=field == "certainly")


def _days(value: Sign, *, certain: bool) -> Days:
    """EDTF, with two dots between the ends of a range, of which one may be left out."""
    first, dots, last = value.text.partition("..")
    written = f"{first or '..'}/{last or '..'}" if dots and "/" not in value.text else value.text
    try:
        read = parse_date(written)
    except DateRefused:
        raise QueryRefused(
            value.at + 1,
            f"“{value.text[:40]}” is no date. Write 1950, 1950-01 or 1950-01-22, "
            "or a range: 1950-01..1950-03.",
        ) from None
    if read.earliest is None and read.latest is None:
        raise QueryRefused(value.at + 1, "no day of this date is in the years 1 to 9999.")
    return Days(read.earliest, read.latest, certain)


def _shelfmark(value: Sign) -> Tree:
    words = each_word(value.text)
    whole = piece(value.text, quoted=True)
    if whole is None:
        raise QueryRefused(value.at + 1, "there is no shelfmark here: shelfmark:f. 45, op. 1")
    read = parse_shelfmark(value.text)
    if read.parts:
        return Marked(read.key, whole)
    leaves = tuple(Leaf(word, _MARKS) for word in words)
    return leaves[0] if len(leaves) == 1 else And(leaves)
