"""The Publication Manual of the APA, 7th edition, and its page on archival documents.

Every name is inverted with initials, Chinese and Korean ones too; an untitled item is described
in brackets, where the translator stands; the archive, its shelfmark in brackets, the town; no
full stop after an address.
"""

from __future__ import annotations

from archive.citation import phrases
from archive.citation.dating import apa, apa_year, chicago, day_month_first
from archive.citation.naming import (
    inverted_with_initials,
    several,
    short,
    with_initials,
)
from archive.citation.value import Book, Cited, CitedName, Copy, Site, WebPage
from archive.citation.wording import capital, commas, italic, listed, sentences, words


def reference(cited: Cited) -> str:
    """``Liu, S. (1950, January 22). [Cable to Mao Zedong (D. Kim, Trans.)]. …``"""
    described = _description(cited)
    authors = _authors(_creators(cited))
    when = f"({_date(cited)})"
    lead = (f"{authors} {when}", described) if authors else (described, when)
    entry = sentences(
        *lead,
        *_source(cited),
        *(_copy(copy) for copy in cited.other_copies),
        _named(cited),
    )
    return words(entry, _original(cited), _address(cited.site))


def in_text(cited: Cited) -> str:
    """``(Liu, 1950)``, ``(Liu, 1950, para. 2)``."""
    creators = _creators(cited)
    who = several(map(short, creators), 2, "&") if creators else phrases.communication(cited)
    year = apa_year(cited.hand.date if cited.hand else cited.date)
    if phrases.year_of_book(cited):
        year = f"{year}/{phrases.year_of_book(cited)}"
    return f"({commas(who, year, _paragraph(cited))})"


def _creators(cited: Cited) -> tuple[CitedName, ...]:
    return (cited.hand.name,) if cited.hand else cited.creators


def _date(cited: Cited) -> str:
    if cited.hand:
        return apa(cited.hand.date)
    return phrases.year_of_book(cited) or apa(cited.date)


def _original(cited: Cited) -> str:
    if not phrases.year_of_book(cited) or not cited.date:
        return ""
    return f"(Original work {apa_year(cited.date)})"


def _authors(creators: tuple[CitedName, ...]) -> str:
    names = [inverted_with_initials(name) for name in creators]
    if len(names) == 2 and "," in names[0]:
        return f"{names[0]}, & {names[1]}"
    return listed(names, "&")


def _description(cited: Cited) -> str:
    """``[Cable to Mao Zedong (D. Kim, Trans.)]``, ``*A title* [Report]``."""
    made = _translation(cited)
    paragraph = _paragraph(cited)
    nature = cited.rendering.nature
    language = _language(cited, made)
    if cited.hand or cited.recipients:
        when = chicago(cited.date) if phrases.year_of_book(cited) else ""
        said = _addition(cited) if cited.hand else phrases.communication(cited)
        return f"[{words(commas(said, when, language, paragraph, *nature), made)}]"
    genre = capital(phrases.untold_genre(cited))
    told = commas(genre, language, paragraph, *nature)
    bracket = f"[{capital(words(told, made))}]" if told else made
    return words(italic(cited.title), bracket)


def _language(cited: Cited, made: str) -> str:
    """``in Russian``; ``Russian translation`` where nothing else says that it is one, lest a book
    that was translated be said to hold it."""
    rendering = cited.rendering
    if not rendering.foreign:
        return ""
    translated = cited.source is not None and cited.source.relation == "translated from"
    if translated and not made:
        return f"{rendering.language} translation"
    return f"in {rendering.language}"


def _addition(cited: Cited) -> str:
    """``Annotation on Liu Shaoqi to Mao Zedong, cable, January 22, 1950``."""
    assert cited.hand is not None
    said = capital(phrases.undated_addition(cited.hand))
    genre = phrases.untold_genre(cited)
    return f"{said} {commas(phrases.document(cited, full=True), genre, chicago(cited.date))}"


def _translation(cited: Cited) -> str:
    """``(D. Kim, Trans.)``; a machine's work and an unsigned one are said to be so."""
    translators = [with_initials(name) for name in cited.rendering.translators]
    if translators and cited.rendering.made == "translation":
        return f"({several(translators, 20, '&')}, Trans.)"
    made = phrases.translation(cited, "translated by", translators)
    return f"({made})" if made else ""


def _source(cited: Cited) -> tuple[str, ...]:
    source = cited.source
    if source is None:
        return ()
    place = source.place
    if isinstance(place, Book):
        return _book(place)
    said = _place(place)
    if source.relation == "translated from":
        return (f"Translated from {said}",)
    return (f"Document in {said}" if source.relation == "document" else said,)


def _place(place: Copy | WebPage) -> str:
    if isinstance(place, Copy):
        return _copy(place)
    return commas(italic(place.title), place.site, place.address)


def _copy(copy: Copy) -> str:
    archive, mark = phrases.archive_name(copy), phrases.shelfmark(copy)
    located = words(archive, f"({mark})") if archive else mark
    return commas(capital(copy.standing), located if archive else capital(located), copy.town)


def _book(book: Book) -> tuple[str, ...]:
    """``In`` the book, be the words cited its own or translated from it."""
    if book.citation:
        citation = book.citation.rstrip(" .")
        return (f"In {citation}",)
    editors = several((with_initials(name) for name in book.editors), 20, "&")
    editors = f"{editors} ({'Eds.' if len(book.editors) > 1 else 'Ed.'})" if editors else ""
    translated = f"[{book.translated_title}]" if book.translated_title else ""
    place_in = commas(capital(phrases.volume(book)), phrases.marked_pages(book))
    title = commas(words(italic(book.title), translated), italic(book.volume_title), book.series)
    located = words(title, f"({place_in})" if place_in else "")
    return f"In {commas(editors, located)}", book.publisher or book.place


def _named(cited: Cited) -> str:
    """The site by name where it publishes what is cited, and its edition."""
    site = cited.site
    if site is None:
        return ""
    edition = _edition(site)
    held = (
        cited.source and cited.source.relation == "holds" and isinstance(cited.source.place, Copy)
    )
    if held and not edition and not site.description:
        return ""
    return words("Description in" if site.description else "", site.name, edition)


def _edition(site: Site) -> str:
    named = site.edition
    if named is None:
        return ""
    day = day_month_first(named.day) if named.beside == "text" else ""
    return f"({commas(f'edition {named.number}', day)})"


def _address(site: Site | None) -> str:
    if site is None:
        return ""
    if site.accessed:
        return f"Retrieved {day_month_first(site.accessed)}, from {site.address}"
    return site.address


def _paragraph(cited: Cited) -> str:
    return phrases.paragraphs(cited, "para.", "paras.")
