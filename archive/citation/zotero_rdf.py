"""Zotero's RDF, the one format that loses nothing on the way into Zotero.

A manuscript, or a letter where it has a recipient and no translator. Zotero reads
``dc:coverage`` as the place in the archive, ``dcterms:LCC`` as the call number, and
``dc:description`` as the field "Extra".
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from archive.citation.entry import Entry, entry_of
from archive.citation.value import CitedName
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
}
OPENED, CLOSED = document_around("rdf:RDF", attributes=_NAMESPACES)


def zotero_rdf(
    edition: Citable,
    *,
    text: str | None = None,
    passage: str | None = None,
    accessed: date | None = None,
) -> str:
    """One item. Raises ``CitationRefused``."""
    return OPENED + item(entry_of(edition, text, passage), accessed) + CLOSED


def item(entry: Entry, accessed: date | None = None) -> str:
    """An item of the document."""
    kind = "Letter" if entry.is_letter else "Manuscript"
    said = element(
        f"bib:{kind}",
        leaf("z:itemType", kind.lower(), 2),
        *_who(entry),
        *_what(entry),
        *_where(entry, accessed),
        indent=1,
        attributes={"rdf:about": entry.address},
    )
    return f"{said}\n"


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


def _what(entry: Entry) -> list[str]:
    return [
        leaf("dc:title", entry.title, 2),
        leaf("dcterms:abstract", entry.summary, 2),
        *(leaf("dc:subject", keyword, 2) for keyword in entry.keywords),
        leaf("dc:date", entry.when.edtf or "", 2),
        leaf("z:type", entry.kind, 2),
        leaf("z:language", entry.language, 2),
        leaf("dc:rights", entry.rights, 2),
    ]


def _where(entry: Entry, accessed: date | None) -> list[str]:
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
        leaf("dcterms:dateSubmitted", accessed.isoformat() if accessed else "", 2),
        leaf("dc:description", extra, 2),
    ]
