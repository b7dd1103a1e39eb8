"""What a page tells Zotero and others in ``<meta>``: names and contents in order.

Zotero reads its own ``z:`` names beside Dublin Core's, and looks for editors as ``bib`` calls them;
``citation_…`` would make an article of it
and drop the translator, COinS would drop the archive, so neither is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from archive.citation import phrases, zotero_rdf
from archive.citation.entry import Asked, Entry, EntryDate, entry_of
from archive.citation.naming import always_inverted
from archive.citation.value import Book, CitedName
from archive.citation.wording import clean, commas

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


def meta_tags(edition: Citable, **asked: Unpack[Asked]) -> tuple[tuple[str, str], ...]:
    """Those that say something. Raises ``CitationRefused``."""
    return tuple((name, said) for name, said in _tags(entry_of(edition, **asked)) if said)


def _tags(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("z:itemType", zotero_rdf.item_type(entry)),
        ("DC.title", entry.title),
        *(("DC.creator", _name(name)) for name in entry.authors),
        *(("z:recipients", _name(name)) for name in entry.recipients if entry.is_letter),
        *(("z:translators", _name(name)) for name in entry.translators),
        ("DC.type", entry.kind),
        *(_of_the_book(entry.book, entry.when) if entry.book else [("DC.date", entry.when.edtf)]),
        ("DC.language", entry.language),
        ("z:archive", commas(entry.archive, entry.town)),
        ("DC.coverage", entry.shelfmark),
        ("z:callNumber", "; ".join(entry.copies)),
        ("z:libraryCatalog", entry.site),
        ("DC.identifier", entry.address),
        ("DC.rights", entry.rights),
        ("DCTERMS.abstract", clean(entry.summary)),
    ]


def _of_the_book(book: Book, when: EntryDate) -> list[tuple[str, str]]:
    """Its year is the entry's, and the document's date stands beside."""
    return [
        ("DC.date", book.year),
        ("DCTERMS.created", when.edtf),
        ("z:bookTitle", book.whole_title),
        *(("bib:editors", _name(name)) for name in book.editors),
        ("z:series", book.series),
        ("z:volume", book.volume),
        ("z:place", book.place),
        ("DC.publisher", book.publisher),
        ("z:pages", phrases.bare_pages(book)),
    ]


def _name(name: CitedName) -> str:
    """``Liu, Shaoqi``; a body has a comma after it, which keeps it whole."""
    if name.organisation or not (name.family and name.given):
        return f"{name.full},"
    return always_inverted(name)
