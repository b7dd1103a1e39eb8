"""Simple Dublin Core in XML, as OAI-PMH carries it (``oai_dc``).

The fifteen elements cannot tell a recipient from a subject or a shelfmark from another source:
who and what each is stands in words where the element does not say it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from archive.citation import chicago
from archive.citation.entry import Asked, Entry, entry_of
from archive.citation.naming import always_inverted
from archive.citation.value import Book
from archive.citation.wording import commas, plain
from archive.citation.xml_writing import DECLARATION, document_around, element, leaf

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

_NAMESPACES = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ "
    "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}
#: No schema has an element for several of these; this one has no namespace and says no more.
OPENED, CLOSED = document_around("records")


def dublin_core(edition: Citable, **asked: Unpack[Asked]) -> str:
    """One description; it has no element for the day of access. Raises ``CitationRefused``."""
    return f"{DECLARATION}{item(entry_of(edition, **asked))}"


def item(entry: Entry) -> str:
    """A description that is whole by itself, whatever it stands in."""
    fields = (leaf(f"dc:{name}", value, 1) for name, value in elements(entry))
    return element("oai_dc:dc", *fields, attributes=_NAMESPACES) + "\n"


def elements(entry: Entry) -> list[tuple[str, str]]:
    """Names of elements and values in a fixed order; empty ones are to be left out."""
    held = commas(entry.archive, entry.town, entry.shelfmark)
    book = _book(entry.book) if entry.book else ""
    return [
        ("title", entry.title),
        *(("creator", always_inverted(name)) for name in entry.authors),
        *(("contributor", f"{always_inverted(name)} (translator)") for name in entry.translators),
        *(("contributor", f"{always_inverted(name)} (recipient)") for name in entry.recipients),
        *(("subject", keyword) for keyword in entry.keywords),
        ("description", entry.summary),
        *(("description", note) for note in entry.notes),
        ("publisher", entry.site),
        ("date", entry.when.edtf),
        ("type", "Text"),
        ("type", entry.kind),
        ("identifier", entry.address),
        ("source", held),
        ("source", book),
        *(("source", copy) for copy in entry.copies),
        ("language", entry.language),
        ("rights", entry.rights),
    ]


def _book(book: Book) -> str:
    """As a note has it; its title too where the words that it was given in lack that."""
    line = plain(chicago.book_line(book))
    return line if book.title in line else commas(line, book.title)
