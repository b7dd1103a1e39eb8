"""A holding of an edition as a place to cite: a book, an archival copy, a page of another site."""

from __future__ import annotations

import re
from dataclasses import replace

from archive.citation.naming import cited_name
from archive.citation.value import Book, Copy, WebPage
from archive.citation.wording import clean, field, is_latin
from archive.editions.content import Content, HoldingContent
from archive.editions.document import HoldingDocument, Name, ordered_reference


def place_of(content: Content, index: int) -> Book | Copy | WebPage | None:
    """None where the holding says nothing that a citation could print."""
    held = content.record.held[index]
    read = content.holdings[index] if index < len(content.holdings) else HoldingContent()
    if held.type == "publication":
        return _book(held)
    if held.type == "archive":
        return _copy(held, read)
    page = WebPage(
        title=field(held.title or held.citation),
        site=_repository(held, read).archive,
        address=clean(held.url).replace(" ", "%20"),
    )
    return page if page.title or page.site or page.address else None


def _book(held: HoldingDocument) -> Book | None:
    title = field(held.title)
    citation = "" if title else field(held.citation or held.as_given)
    if not (title or citation or held.volume_title or held.series):
        return None
    return Book(
        title=title or field(held.volume_title or held.series),
        translated_title=field(held.translated_title),
        editors=tuple(cited_name(editor) for editor in held.editors),
        volume=field(held.volume),
        volume_title=field(held.volume_title) if title else "",
        series=field(held.series) if title or held.volume_title else "",
        place=field(held.place),
        publisher=field(held.publisher),
        year=field(held.year),
        pages=field(held.pages),
        citation=citation,
    )


def _copy(held: HoldingDocument, read: HoldingContent) -> Copy | None:
    copy = _repository(held, read)
    shelfmark = _without_archive(_shelfmark(held, read), copy).rstrip(" .,;")
    if not (copy.archive or shelfmark):
        return None
    return replace(copy, shelfmark=shelfmark)


def _repository(held: HoldingDocument, read: HoldingContent) -> Copy:
    """Who keeps it: as the authority says, else as the record does."""
    if entry := read.repository:
        name, abbreviation = _apart(field(entry.name))
        town = field(entry.town) or field(held.place)
        return Copy(
            name,
            field(entry.abbreviation) or abbreviation,
            town,
            own_name=field(entry.own_name),
            own_abbreviation=field(entry.own_abbreviation),
        )
    given = held.repository
    named = cited_name(given).full if given else ""
    name, abbreviation = _apart(named)
    forms = (
        {tag: field(form) for tag, form in given.forms.items()} if isinstance(given, Name) else {}
    )
    abbreviation = abbreviation or forms.get("en", "")
    own = next((form for form in forms.values() if not is_latin(form)), "")
    return Copy(
        name,
        "" if abbreviation == name else abbreviation,
        field(held.place),
        own_abbreviation=own,
    )


def _apart(name: str) -> tuple[str, str]:
    """``Foreign Policy Archive (AVP RF)`` as a name and what it is called for short."""
    found = re.fullmatch(r"(.+?) \(([^()]*[^\W\d_a-z][^()]*)\)", name)
    if found and len(found[2]) < len(found[1]):
        return found[1], found[2]
    return name, ""


def _shelfmark(held: HoldingDocument, read: HoldingContent) -> str:
    """As parsed, else the parts, else the words as received."""
    if read.shelfmark and clean(read.shelfmark.display):
        return clean(read.shelfmark.display)
    if isinstance(held.reference, dict):
        parts = ordered_reference(held.reference)
        return clean(", ".join(f"{part} {value}" for part, value in parts.items()))
    return clean(held.reference or held.as_given or held.citation)


def _without_archive(shelfmark: str, copy: Copy) -> str:
    """A shelfmark that begins with its archive's name says that once."""
    for name in filter(None, (copy.archive, copy.abbreviation)):
        rest = shelfmark[len(name) :].lstrip(" ,;:")
        if shelfmark.casefold().startswith(f"{name.casefold()},") and rest:
            return rest
    return shelfmark
