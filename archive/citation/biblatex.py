"""BibLaTeX: as BibTeX, with its own fields for the town, the edition and dates in EDTF.

It knows no archive either: ``library`` and ``note`` hold it. Biber reads EDTF, so that an
uncertain date stays one; a date that is none stands in ``note``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from archive.citation import dating
from archive.citation.bibtex import (
    address,
    entry_text,
    held_at,
    note,
    of_book,
    text_field,
    who_and_what,
)
from archive.citation.entry import Asked, Entry, entry_of
from archive.citation.value import Book

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


def biblatex(edition: Citable, **asked: Unpack[Asked]) -> str:
    """One entry. Raises ``CitationRefused``."""
    return item(entry_of(edition, **asked))


def item(entry: Entry) -> str:
    """An entry of a file."""
    printed = _book(entry, entry.book) if entry.book else _dated(entry)
    return entry_text(entry, who_and_what(entry), printed, _fields(entry))


def _book(entry: Entry, book: Book) -> list[tuple[str, str]]:
    dated = dating.read(entry.when.edtf) is not None
    return [
        *of_book(book),
        ("location", text_field(book.place)),
        ("date", text_field(book.year)),
        ("origdate", text_field(entry.when.edtf if dated else "")),
    ]


def _dated(entry: Entry) -> list[tuple[str, str]]:
    dated = dating.read(entry.when.edtf) is not None
    return [
        ("date", text_field(entry.when.edtf if dated else "")),
        ("location", text_field(entry.town)),
    ]


def _fields(entry: Entry) -> list[tuple[str, str]]:
    dated = dating.read(entry.when.edtf) is not None
    return [
        ("note", text_field(note(entry, "" if dated else entry.when.edtf))),
        ("library", text_field(held_at(entry))),
        ("language", text_field(entry.language)),
        ("howpublished", text_field(entry.site)),
        ("version", text_field(entry.edition)),
        ("url", address(entry.address)),
        ("urldate", text_field(entry.accessed.isoformat() if entry.accessed else "")),
        ("abstract", text_field(entry.summary)),
        ("keywords", text_field(", ".join(entry.keywords))),
        ("addendum", text_field(entry.rights)),
    ]
