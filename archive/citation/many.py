"""The citations of many things as one file of a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.citation.entry import Entry
from archive.citation.formats import Format


def many(format: Format, entries: Iterable[Entry]) -> Iterator[str]:
    """One whole document in parts: its beginning, each entry, its end. Raises ``ValueError`` for a
    format whose file of many is a list in a style."""
    series = format.series
    if series is None:
        raise ValueError(f"{format.label} has no items.")
    yield series.opened
    for number, entry in enumerate(entries):
        yield (series.between if number else "") + series.item(entry)
    yield series.closed
