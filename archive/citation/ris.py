"""RIS, as Zotero, EndNote and Mendeley read it: UTF-8, CRLF, one field a line.

A manuscript (MANSCPT), or personal communication (PCOMM) for a letter: generic types become
articles; what a book prints is a chapter (CHAP). DB the archive with its town, AN the shelfmark, CN the second, DP this archive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from archive.citation import phrases
from archive.citation.entry import Asked, Entry, entry_of
from archive.citation.naming import always_inverted
from archive.citation.value import Book
from archive.citation.wording import clean, commas

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


def ris(edition: Citable, **asked: Unpack[Asked]) -> str:
    """One reference. Raises ``CitationRefused``."""
    return item(entry_of(edition, **asked))


def item(entry: Entry) -> str:
    """A reference, from its type to its end."""
    fields = [*_people(entry), *_document(entry), *_place(entry), *_rest(entry)]
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    kind = "CHAP" if entry.book else "PCOMM" if entry.is_letter else "MANSCPT"
    return "\r\n".join([f"TY  - {kind}", *lines, "ER  - ", ""])


def _people(entry: Entry) -> list[tuple[str, str]]:
    recipients = entry.recipients if entry.is_letter else ()
    return [
        ("TI", entry.title),
        *(("AU", always_inverted(name)) for name in entry.authors),
        *(("A2", always_inverted(name)) for name in recipients),
        *(("A4", always_inverted(name)) for name in entry.translators),
    ]


def _document(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("M3", entry.kind),
        *(_book(entry.book) if entry.book else _dated(entry)),
        ("LA", entry.language),
    ]


def _dated(entry: Entry) -> list[tuple[str, str]]:
    return [("DA", _date(entry)), ("PY", entry.when.year)]


def _book(book: Book) -> list[tuple[str, str]]:
    return [
        ("T2", book.whole_title),
        *(("A2", always_inverted(name)) for name in book.editors),
        ("T3", book.series),
        ("VL", book.volume),
        ("CY", book.place),
        ("PB", book.publisher),
        ("PY", book.year),
        ("SP", phrases.bare_pages(book)),
    ]


def _place(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("DB", commas(entry.archive, entry.town)),
        ("AN", entry.shelfmark),
        ("CN", "; ".join(entry.copies)),
        ("DP", entry.site),
        ("UR", entry.address),
        ("Y2", f"{entry.accessed:%Y/%m/%d}" if entry.accessed else ""),
    ]


def _rest(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("AB", clean(entry.summary)),
        *(("KW", keyword) for keyword in entry.keywords),
        ("N1", "" if entry.is_letter else entry.addressees),
        *(("N1", note) for note in entry.notes),
        ("N1", f"Rights: {entry.rights}" if entry.rights else ""),
    ]


def _date(entry: Entry) -> str:
    """``1950/01/22``; ``1956/05//[May 1956?]`` where the words say more than the numbers."""
    if not entry.when.year:
        return ""
    month = f"{entry.when.month:02}" if entry.when.month else ""
    day = f"{entry.when.day:02}" if entry.when.day else ""
    exact = entry.when.edtf == "-".join(filter(None, (entry.when.year, month, day)))
    if exact:
        return "/".join(filter(None, (entry.when.year, month, day)))
    return f"{entry.when.year}/{month}/{day}/{entry.when.words}"
