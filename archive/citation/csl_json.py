"""CSL-JSON, which citeproc, pandoc and Zotero read: one item in a list.

A manuscript, or a personal communication for a letter; ``recipient`` stands on a letter alone.
A book that is cited makes a chapter of it. One from which the text was translated is told in
``note``: as ``container-title`` it would be printed as holding the translation.
"""

from __future__ import annotations

import json
import re
from datetime import date
from textwrap import indent
from typing import TYPE_CHECKING, Any, Unpack

from archive.citation import phrases
from archive.citation.dating import read
from archive.citation.entry import Asked, Entry, entry_of
from archive.citation.value import Book, CitedName
from archive.citation.wording import words
from archive.records.moments import Moment

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


def csl_json(edition: Citable, **asked: Unpack[Asked]) -> str:
    """One item, keys in a fixed order. Raises ``CitationRefused``."""
    return f"[{item(entry_of(edition, **asked))}\n]\n"


def item(entry: Entry) -> str:
    """A member of the list, beginning with a line end."""
    return "\n" + indent(json.dumps(fields(entry), ensure_ascii=False, indent=2), "  ")


def fields(entry: Entry) -> dict[str, Any]:
    """Those that say something, in their order."""
    said = {**_who_and_what(entry), **_where(entry)}
    return {key: value for key, value in said.items() if value}


def _who_and_what(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.key,
        "type": _type(entry),
        "title": entry.title,
        "author": [_name(name) for name in entry.authors],
        "recipient": [_name(name) for name in entry.recipients] if entry.is_letter else [],
        "translator": [_name(name) for name in entry.translators],
        "genre": entry.kind,
        "issued": _year(entry.book) if entry.book else _issued(entry),
        "original-date": _issued(entry) if entry.book else {},
        "language": entry.language,
    }


def _type(entry: Entry) -> str:
    letter = "personal_communication" if entry.is_letter else "manuscript"
    return "chapter" if entry.book else letter


def _book(book: Book) -> dict[str, Any]:
    return {
        "container-title": book.whole_title,
        "editor": [_name(name) for name in book.editors],
        "collection-title": book.series,
        "volume": book.volume,
        "publisher-place": book.place,
        "publisher": book.publisher,
        "page": phrases.bare_pages(book),
    }


def _year(book: Book) -> dict[str, Any]:
    if re.fullmatch("[0-9]{4}", book.year):
        return {"date-parts": [[int(book.year)]]}
    return {"literal": book.year} if book.year else {}


def _where(entry: Entry) -> dict[str, Any]:
    rights = f"Rights: {entry.rights}" if entry.rights else ""
    addressees = "" if entry.is_letter else entry.addressees
    return {
        "archive": entry.archive,
        "archive-place": entry.town,
        "archive_location": entry.shelfmark,
        "call-number": "; ".join(entry.copies),
        **(_book(entry.book) if entry.book else {}),
        "source": entry.site,
        "version": entry.edition,
        "URL": entry.address,
        "accessed": _day(entry.accessed) if entry.accessed else {},
        "abstract": entry.summary,
        "keyword": ", ".join(entry.keywords),
        "note": words(addressees, *entry.notes, rights),
    }


def _name(name: CitedName) -> dict[str, Any]:
    """In parts where they are recorded; "static-ordering" keeps a family name first."""
    if not (name.family and name.given) or name.organisation:
        return {"literal": name.full}
    parts: dict[str, Any] = {"family": name.family, "given": name.given}
    return {**parts, "static-ordering": True} if name.family_first else parts


def _day(day: date) -> dict[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _issued(entry: Entry) -> dict[str, Any]:
    """``date-parts`` for what is known to the day, month or year; else the date in words."""
    when = read(entry.when.edtf)
    if when is None or when.start is None or when.end is None:
        return {"literal": entry.when.words} if entry.when.edtf else {}
    moments = [when.start, when.end] if when.is_interval else [when.start]
    if any(moment.hidden or moment.season for moment in moments):
        return {"literal": entry.when.words}
    issued: dict[str, Any] = {"date-parts": [_parts(moment) for moment in moments]}
    return {**issued, "circa": True} if when.approximate or when.uncertain else issued


def _parts(moment: Moment) -> list[int]:
    return [part for part in (moment.year, moment.month, moment.day) if part is not None]
