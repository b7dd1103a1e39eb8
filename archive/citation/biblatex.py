"""BibLaTeX: as BibTeX, with its own fields for the town, the edition and dates in EDTF.

It knows no archive either: ``library`` and ``note`` hold it. Biber reads EDTF, so that an
uncertain date stays one; a date that is none stands in ``note``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from archive.citation import dating
from archive.citation.bibtex import address, entry_text, held_at, named, note, text_field, title
from archive.citation.entry import Entry, entry_of

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


def biblatex(
    edition: Citable,
    *,
    text: str | None = None,
    passage: str | None = None,
    accessed: date | None = None,
) -> str:
    """One entry. Raises ``CitationRefused``."""
    return item(entry_of(edition, text, passage), accessed)


def item(entry: Entry, accessed: date | None = None) -> str:
    """An entry of a file."""
    return entry_text(entry.key, _fields(entry, accessed))


def _fields(entry: Entry, accessed: date | None) -> list[tuple[str, str]]:
    dated = dating.read(entry.when.edtf) is not None
    return [
        ("author", named(entry.authors)),
        ("title", title(entry.title)),
        ("translator", named(entry.translators)),
        ("type", text_field(entry.kind)),
        ("date", text_field(entry.when.edtf if dated else "")),
        ("note", text_field(note(entry, "" if dated else entry.when.edtf))),
        ("library", text_field(held_at(entry))),
        ("location", text_field(entry.town)),
        ("language", text_field(entry.language)),
        ("howpublished", text_field(entry.site)),
        ("version", text_field(str(entry.edition))),
        ("url", address(entry.address)),
        ("urldate", text_field(accessed.isoformat() if accessed else "")),
        ("abstract", text_field(entry.summary)),
        ("keywords", text_field(", ".join(entry.keywords))),
        ("addendum", text_field(entry.rights)),
    ]
