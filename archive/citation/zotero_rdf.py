"""Zotero's RDF, the one format that loses nothing on the way into Zotero.

A manuscript, a letter where it has a recipient and no translator, or a section of the book that is
cited. Zotero reads
``dc:coverage`` as the place in the archive, ``dcterms:LCC`` as the call number, and
``dc:description`` as the field "Extra".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from archive.citation import phrases
from archive.citation.entry import Asked, Entry, entry_of
from archive.citation.value import Book, CitedName
from archive.citation.wording import commas
from archive.citation.xml_writing import document_around, element, leaf

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

_NAMESPACES = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:z": "http://www.zotero.org/namespaces/export#",
    "xmlns:bib": "http://purl.org/net/biblio#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:foaf": "http://xmlns.com/foaf/0.1/",
    "xmlns:prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "xmlns:vcard": "http://nwalsh.com/rdf/vCard#",
}
OPENED, CLOSED = document_around("rdf:RDF", attributes=_NAMESPACES)


def zotero_rdf(edition: Citable, **asked: Unpack[Asked]) -> str:
    """One item. Raises ``CitationRefused``."""
    return OPENED + item(entry_of(edition, **asked)) + CLOSED


def item(entry: Entry) -> str:
    """An item of the document."""
    kind = item_type(entry)
    said = element(
        f"bib:{kind[0].upper()}{kind[1:]}",
        leaf("z:itemType", kind, 2),
        *_who(entry),
        *(_book(entry.book) if entry.book else ()),
        *_what(entry),
        *_where(entry),
        indent=1,
        attributes={"rdf:about": entry.about},
    )
    return f"{said}\n"


def item_type(entry: Entry) -> str:
    """As Zotero calls it."""
    kind = "letter" if entry.is_letter else "manuscript"
    return "bookSection" if entry.book else kind


def _who(entry: Entry) -> list[str]:
    return [
        _people("bib:authors", entry.authors),
        _people("z:recipients", entry.recipients if entry.is_letter else ()),
        _people("z:translators", entry.translators),
    ]


def _people(role: str, names: tuple[CitedName, ...]) -> str:
    people = (element("rdf:li", _person(name), indent=4) for name in names)
    return element(role, element("rdf:Seq", *people, indent=3), indent=2)


def _person(name: CitedName) -> str:
    """In parts where they are recorded; a body and a whole name are a surname alone."""
    parted = name.family and name.given and not name.organisation
    return element(
        "foaf:Person",
        leaf("foaf:surname", name.family if parted else name.full, 6),
        leaf("foaf:givenName", name.given if parted else "", 6),
        indent=5,
    )


def _book(book: Book) -> list[str]:
    series = element("bib:Series", leaf("dc:title", book.series, 6), indent=5)
    within = element(
        "bib:Book",
        element("dcterms:isPartOf", series, indent=4),
        leaf("prism:volume", book.volume, 4),
        leaf("dc:title", book.whole_title, 4),
        indent=3,
    )
    return [
        element("dcterms:isPartOf", within, indent=2),
        element("dc:publisher", _publisher(book), indent=2),
        _people("bib:editors", book.editors),
        leaf("bib:pages", phrases.bare_pages(book), 2),
    ]


def _publisher(book: Book) -> str:
    town = element("vcard:Address", leaf("vcard:locality", book.place, 6), indent=5)
    return element(
        "foaf:Organization",
        element("vcard:adr", town, indent=4),
        leaf("foaf:name", book.publisher, 4),
        indent=3,
    )


def _what(entry: Entry) -> list[str]:
    return [
        leaf("dc:title", entry.title, 2),
        leaf("dcterms:abstract", entry.summary, 2),
        *(leaf("dc:subject", keyword, 2) for keyword in entry.keywords),
        leaf("dc:date", entry.book.year if entry.book else entry.when.edtf, 2),
        leaf("z:type", entry.kind, 2),
        leaf("z:language", entry.language, 2),
        leaf("dc:rights", entry.rights, 2),
    ]


def _where(entry: Entry) -> list[str]:
    """The archive with its town; the shelfmark; those of other copies; the site; the address."""
    notes = "" if entry.is_letter else entry.addressees
    extra = " ".join(filter(None, (notes, *entry.notes)))
    number = element("dcterms:LCC", leaf("rdf:value", "; ".join(entry.copies), 4), indent=3)
    address = element("dcterms:URI", leaf("rdf:value", entry.address, 4), indent=3)
    return [
        leaf("z:archive", commas(entry.archive, entry.town), 2),
        leaf("dc:coverage", entry.shelfmark, 2),
        element("dc:subject", number, indent=2),
        leaf("z:libraryCatalog", entry.site, 2),
        element("dc:identifier", address, indent=2),
        leaf("dcterms:dateSubmitted", entry.accessed.isoformat() if entry.accessed else "", 2),
        leaf("dc:description", extra, 2),
    ]
