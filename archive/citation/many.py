"""The citations of many editions as one file of a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from archive.citation.formats import Format

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

#: How the list of one item in CSL-JSON begins and ends.
_OPENED, _CLOSED = "[\n", "\n]\n"


def many(format: Format, editions: Iterable[Citable]) -> Iterator[str]:
    """The document in parts, one for each edition, the first text of each cited. Raises
    ``CitationRefused``."""
    if format.extension == "csl.json":
        yield from _list(format, editions)
        return
    for edition in editions:
        yield format.write(edition)


def _list(format: Format, editions: Iterable[Citable]) -> Iterator[str]:
    before = "["
    for edition in editions:
        item = format.write(edition).removeprefix(_OPENED).removesuffix(_CLOSED)
        yield f"{before}\n{item}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"
