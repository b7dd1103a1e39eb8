"""What a page tells Zotero and others in ``<meta>``: names and contents in order.

Zotero reads its own ``z:`` names beside Dublin Core's; ``citation_…`` would make an article of it
and drop the translator, COinS would drop the archive, so neither is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.citation.entry import Entry, entry_of
from archive.citation.naming import always_inverted
from archive.citation.value import CitedName
from archive.citation.wording import clean, commas

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


def meta_tags(
    edition: Citable, *, text: str | None = None, passage: str | None = None
) -> tuple[tuple[str, str], ...]:
    """Those that say something. Raises ``CitationRefused``."""
    return tuple((name, said) for name, said in _tags(entry_of(edition, text, passage)) if said)


def _tags(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("z:itemType", "letter" if entry.is_letter else "manuscript"),
        ("DC.title", entry.title),
        *(("DC.creator", _name(name)) for name in entry.authors),
        *(("z:recipients", _name(name)) for name in entry.recipients if entry.is_letter),
        *(("z:translators", _name(name)) for name in entry.translators),
        ("DC.type", entry.kind),
        ("DC.date", entry.when.edtf),
        ("DC.language", entry.language),
        ("z:archive", commas(entry.archive, entry.town)),
        ("DC.coverage", entry.shelfmark),
        ("z:callNumber", "; ".join(entry.copies)),
        ("z:libraryCatalog", entry.site),
        ("DC.identifier", entry.address),
        ("DC.rights", entry.rights),
        ("DCTERMS.abstract", clean(entry.summary)),
    ]


def _name(name: CitedName) -> str:
    """``Liu, Shaoqi``; a body has a comma after it, which keeps it whole."""
    if name.organisation or not (name.family and name.given):
        return f"{name.full},"
    return always_inverted(name)
