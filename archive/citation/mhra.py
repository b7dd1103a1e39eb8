"""The MHRA Style Guide, 4th edition: notes, and the bibliography.

Of a manuscript the town, the archive and the shelfmark stand first, the larger before the
smaller; between two people the kind of document goes unsaid. Dates have the day first; the
address stands in angle brackets, the day of access in square ones, with no stop after them.
"""

from __future__ import annotations

from archive.citation import phrases
from archive.citation.dating import bracketed, day_first
from archive.citation.naming import inverted, several, short, straight
from archive.citation.value import Book, Cited, Copy, Site, Source
from archive.citation.wording import closed, commas, italic, words


def note(cited: Cited) -> str:
    """``Moscow, Archive … (AP RF), fond 45, …, Liu Shaoqi to Mao Zedong, 22 January 1950 <…>``."""
    return _whole(cited, f"{_addition(cited)}{_document(cited)}")


def short_note(cited: Cited) -> str:
    """``Liu to Mao, 22 January 1950.``"""
    lead = commas(phrases.document(cited, full=False), bracketed(cited.date, "day-first", "c."))
    if cited.hand:
        lead = f"{commas(short(cited.hand.name), _said(cited))} {lead}"
    return closed(commas(lead, _paragraph(cited)))


def bibliography(cited: Cited) -> str:
    """``Orlov, N. V., letter to A. P. Zimin, 3 March 1951, Moscow, …``, without a stop."""
    if cited.hand or not cited.creators:
        lead = f"{_addition(cited)}{_document(cited)}"
    else:
        first, *others = inverted(cited.creators[0]), *map(straight, cited.creators[1:])
        what = phrases.communication(cited)
        what = what[:1].lower() + what[1:] if cited.recipients else what
        told = "" if cited.recipients else phrases.untold_genre(cited)
        when = bracketed(cited.date, "day-first", "c.")
        lead = commas(several([first, *others], 3), what, told, when)
    return _whole(cited, lead, archive_first=False).removesuffix(".")


def _whole(cited: Cited, lead: str, *, archive_first: bool = True) -> str:
    source = cited.source
    copy = source.place if source and isinstance(source.place, Copy) else None
    held = source is not None and source.relation == "holds" and copy is not None
    translators = [straight(name) for name in cited.rendering.translators]
    by = phrases.translation(cited, "trans. by", translators)
    described = commas(lead, _paragraph(cited), *cited.rendering.nature)
    if held and copy:
        place = _copy(copy)
        said = commas(place, described, by) if archive_first else commas(described, by, place)
    else:
        said = commas(described, _from(cited, source, by))
    whole = "; ".join([said, *map(_copy, cited.other_copies)])
    return _with_site(whole, cited.site, named=not held)


def _addition(cited: Cited) -> str:
    if cited.hand is None:
        return ""
    return f"{commas(straight(cited.hand.name), _said(cited))} "


def _said(cited: Cited) -> str:
    assert cited.hand is not None
    return phrases.addition(cited.hand, bracketed(cited.hand.date, "day-first", "c."))


def _document(cited: Cited) -> str:
    between = cited.creators and cited.recipients
    genre = "" if between else phrases.untold_genre(cited)
    when = bracketed(cited.date, "day-first", "c.")
    return commas(phrases.document(cited, full=True), genre, when)


def _paragraph(cited: Cited) -> str:
    return phrases.paragraphs(cited, "para.", "paras")


def _from(cited: Cited, source: Source | None, by: str) -> str:
    """``trans. by Kim Donggil from`` the book that was translated; ``in`` what holds the words."""
    if source is None:
        return by
    place = source.place
    line = _book(place) if isinstance(place, Book) else ""
    if isinstance(place, Copy):
        line = _copy(place)
    elif not isinstance(place, Book):
        line = commas(italic(place.title), place.site, place.address)
    if source.relation == "translated from":
        return words(by or f"{cited.rendering.language} translation", "from", line)
    return commas(by, f"document in {line}" if source.relation == "document" else f"in {line}")


def _copy(copy: Copy) -> str:
    archive = phrases.archive_name(copy)
    return commas(copy.standing, copy.town if archive else "", archive, phrases.shelfmark(copy))


def _book(book: Book) -> str:
    if book.citation:
        return book.citation.rstrip(" .")
    editors = several((straight(name) for name in book.editors), 3)
    printed = f"{book.place}: {book.publisher}" if book.place and book.publisher else ""
    imprint = commas(printed or book.publisher or book.place, book.year or "n.d.")
    title = words(italic(book.title), f"[{book.translated_title}]" if book.translated_title else "")
    described = commas(
        title,
        f"ed. by {editors}" if editors else "",
        phrases.volume(book),
        italic(book.volume_title),
        book.series,
    )
    return commas(f"{described} ({imprint})", phrases.marked_pages(book))


def _with_site(said: str, site: Site | None, *, named: bool) -> str:
    if site is None:
        return closed(said)
    edition = site.edition
    numbered = f"edition {edition.number}" if edition else ""
    day = day_first(edition.day) if edition and edition.beside == "text" else ""
    name = italic(site.name) if named or numbered or site.description else ""
    name = words("description in", name) if site.description else name
    accessed = f"[accessed {day_first(site.accessed)}]" if site.accessed else ""
    return words(commas(said, name, numbered, day), f"<{site.address}>", accessed)
