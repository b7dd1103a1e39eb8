"""The MLA Handbook, 9th edition: works cited, and in the text.

A description in place of a title is roman and without quotation marks; the date of a letter
stands in the middle; the printed collection is the first container, the site the second; archive
and shelfmark are a location, the larger before the smaller. An address has no scheme.
"""

from __future__ import annotations

import re

from archive.citation import phrases
from archive.citation.dating import day_first_short, mla
from archive.citation.naming import inverted, several, short, straight
from archive.citation.value import Book, Cited, CitedName, Copy, Site, Source, WebPage
from archive.citation.wording import capital, commas, italic, listed, sentences, words


def works_cited(cited: Cited) -> str:
    """``Liu Shaoqi. Cable to Mao Zedong. 22 Jan. 1950. Translated by …``"""
    translators = [straight(name) for name in cited.rendering.translators]
    by = capital(phrases.translation(cited, "translated by", translators))
    return sentences(
        *_entry(cited),
        *map(capital, cited.rendering.nature),
        *_source(cited, by),
        *(_copy(copy) for copy in cited.other_copies),
        *_site(cited),
    )


def in_text(cited: Cited) -> str:
    """``(Liu)``, ``(Liu, par. 2)``."""
    creators = (cited.hand.name,) if cited.hand else cited.creators
    who = several(map(short, creators), 2) if creators else phrases.communication(cited)
    return f"({commas(who, _paragraph(cited))})"


def _entry(cited: Cited) -> tuple[str, ...]:
    """Who; what; when."""
    if cited.hand:
        genre = phrases.untold_genre(cited)
        on = commas(phrases.document(cited, full=True), genre, mla(cited.date))
        said = capital(phrases.addition(cited.hand, mla(cited.hand.date)))
        return inverted(cited.hand.name), f"{said} {on}"
    told = "" if cited.recipients else phrases.untold_genre(cited)
    what = capital(commas(phrases.communication(cited), told))
    return _authors(cited.creators), what, capital(mla(cited.date))


def _authors(creators: tuple[CitedName, ...]) -> str:
    """``Orlov, N. V., and P. Zimin``; three or more are the first ``et al.``"""
    if not creators:
        return ""
    first, *others = inverted(creators[0]), *map(straight, creators[1:])
    if len(others) > 1:
        return f"{first}, et al."
    comma = "," if others and "," in first else ""
    return listed([f"{first}{comma}", *others])


def _source(cited: Cited, by: str) -> tuple[str, ...]:
    source = cited.source
    if source is None:
        return (by,)
    place = _place(source)
    if source.relation == "translated from":
        by = by or f"{cited.rendering.language} translation"
        # A book is the document's container, in a sentence of its own that says nothing of the
        # translation; a location would be where the translation lies.
        return (by, place) if isinstance(source.place, Book) else (words(by, "from", place),)
    return by, f"Document in {place}" if source.relation == "document" else place


def _place(source: Source) -> str:
    place = source.place
    if isinstance(place, Copy):
        return _copy(place)
    if isinstance(place, WebPage):
        return commas(
            italic(place.title or place.site),
            place.site if place.title else "",
            _bare(place.address),
        )
    return _book(place)


def _copy(copy: Copy) -> str:
    archive = copy.archive or copy.abbreviation
    located = commas(copy.standing, archive, copy.town, phrases.shelfmark(copy))
    return located if archive and not copy.standing else capital(located)


def _book(book: Book) -> str:
    if book.citation:
        return book.citation.rstrip(" .")
    editors = several((straight(name) for name in book.editors), 2)
    return commas(
        italic(book.title),
        f"edited by {editors}" if editors else "",
        phrases.volume(book),
        italic(book.volume_title),
        book.series,
        book.publisher or book.place,
        book.year,
        phrases.marked_pages(book),
    )


def _site(cited: Cited) -> tuple[str, ...]:
    """The site as a container: edition and its day, place in it, address, day of access."""
    site = cited.site
    if site is None:
        return ()
    address, accessed = _bare(site.address), _accessed(site)
    if _is_located(cited):
        return address, accessed
    named = site.edition
    edition = f"edition {named.number}" if named else ""
    day = day_first_short(named.day) if named and named.beside == "text" else ""
    lead = words("Description in" if site.description else "", italic(site.name))
    return commas(lead, edition, day, _paragraph(cited), address), accessed


def _is_located(cited: Cited) -> bool:
    """Whether its archive is place enough: of the document's own words, of which nothing is told
    that the site alone has, such as an edition or the numbers of passages."""
    site, source = cited.site, cited.source
    told = site and (site.edition or site.description or cited.paragraphs)
    if told or source is None or source.relation != "holds" or cited.rendering.made:
        return False
    return isinstance(source.place, Copy) and bool(phrases.archive_name(source.place))


def _accessed(site: Site) -> str:
    return f"Accessed {day_first_short(site.accessed)}" if site.accessed else ""


def _bare(address: str) -> str:
    """Without its scheme."""
    return re.sub("^https?://", "", address)


def _paragraph(cited: Cited) -> str:
    return phrases.paragraphs(cited, "par.", "pars.")
