"""JSON-LD in the words of schema.org: an archival item which may be a message, and its translation."""

from __future__ import annotations

import json
from textwrap import indent
from typing import TYPE_CHECKING, Any, Unpack

from archive.citation import phrases
from archive.citation.entry import Asked, Entry, entry_of
from archive.citation.value import Book, CitedName

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

CONTEXT = "https://schema.org"
#: How the document of several begins and ends.
OPENED, CLOSED = f'{{\n  "@context": "{CONTEXT}",\n  "@graph": [', "\n  ]\n}\n"


def json_ld(edition: Citable, **asked: Unpack[Asked]) -> str:
    """One item, keys in a fixed order; no word of schema.org has the day of access.

    Raises ``CitationRefused``.
    """
    item = {"@context": CONTEXT, **_said(entry_of(edition, **asked))}
    return json.dumps(item, ensure_ascii=False, indent=2) + "\n"


def item(entry: Entry) -> str:
    """A member of a graph, beginning with a line end."""
    return "\n" + indent(json.dumps(_said(entry), ensure_ascii=False, indent=2), "    ")


def _said(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in {**_what(entry), **_where(entry)}.items() if value}


def _what(entry: Entry) -> dict[str, Any]:
    message = bool(entry.authors and entry.recipients)
    return {
        "@type": [
            *([] if entry.book else ["ArchiveComponent"]),
            "Message" if message else "CreativeWork",
        ],
        "@id": entry.about,
        "url": entry.address,
        "name": entry.title,
        "sender" if message else "author": [_name(name) for name in entry.authors],
        "recipient": [_name(name) for name in entry.recipients],
        "translator": [_name(name) for name in entry.translators],
        "dateCreated": entry.when.edtf,
        "genre": entry.kind,
        "inLanguage": entry.language,
        "translationOfWork": {"@type": "CreativeWork", "name": entry.title}
        if entry.translated
        else {},
        "abstract": entry.summary,
        "keywords": list(entry.keywords),
    }


def _where(entry: Entry) -> dict[str, Any]:
    return {
        "holdingArchive": _archive(entry),
        "itemLocation": entry.shelfmark,
        "isPartOf": _book(entry.book) if entry.book else {},
        "pagination": phrases.bare_pages(entry.book) if entry.book else "",
        "version": entry.edition,
        "publisher": {"@type": "Organization", "name": entry.site} if entry.site else {},
        "copyrightNotice": entry.rights,
        "description": " ".join(entry.notes),
    }


def _book(book: Book) -> dict[str, Any]:
    said = {
        "@type": "Book",
        "name": book.whole_title,
        "volumeNumber": book.volume,
        "editor": [_name(name) for name in book.editors],
        "publisher": _publisher(book),
        "datePublished": book.year,
        "isPartOf": {"@type": "BookSeries", "name": book.series} if book.series else {},
    }
    return {name: value for name, value in said.items() if value}


def _publisher(book: Book) -> dict[str, str]:
    said = {"name": book.publisher, "location": book.place}
    known = {name: value for name, value in said.items() if value}
    return {"@type": "Organization", **known} if known else {}


def _archive(entry: Entry) -> dict[str, Any]:
    if entry.copy is None or not entry.copy.archive:
        return {}
    named = {
        "@type": "ArchiveOrganization",
        "name": entry.copy.archive,
        "alternateName": entry.copy.abbreviation,
        "address": entry.copy.town,
    }
    return {name: value for name, value in named.items() if value}


def _name(name: CitedName) -> dict[str, str]:
    """Whole as said, and in parts where they are recorded."""
    kind = "Organization" if name.organisation else "Person"
    named = {"@type": kind, "name": name.full}
    if name.family and name.given and not name.organisation:
        named |= {"familyName": name.family, "givenName": name.given}
    return named
