"""Harvard as *Cite Them Right* has it: the reference, and in the text.

Every name is inverted with initials; the year stands in brackets after the author, "no date"
where none is recorded; the title of a manuscript is in italics; days come before months. A book's
title stands in its own language alone.
"""

from __future__ import annotations

from archive.citation import phrases
from archive.citation.dating import beside_year, bracketed, chicago_year, day_first
from archive.citation.naming import (
    inverted_with_initials,
    several,
    short,
    with_initials,
)
from archive.citation.value import Book, Cited, CitedName, Copy, Site, Source
from archive.citation.wording import capital, closed, commas, italic, sentences, words


def reference(cited: Cited) -> str:
    """``Liu, S. (1950) *Cable to Mao Zedong*, 22 January. Fond 45, …``"""
    who = several(map(inverted_with_initials, _creators(cited)), 3)
    what = _description(cited)
    lead = f"{who} ({_year(cited)}) {what}" if who else _untitled(cited, what)
    body = sentences(
        lead,
        *map(capital, cited.rendering.nature),
        *_source(cited),
        *(capital(_copy(copy)) for copy in cited.other_copies),
        _named(cited),
    )
    return words(body, _address(cited.site))


def in_text(cited: Cited) -> str:
    """``(Liu, 1950)``, ``(Liu, 1950, para. 2)``."""
    who = several(map(short, _creators(cited)), 3) or phrases.communication(cited)
    return f"({commas(who, _year(cited), _paragraph(cited))})"


def _creators(cited: Cited) -> tuple[CitedName, ...]:
    return (cited.hand.name,) if cited.hand else cited.creators


def _when(cited: Cited) -> str | None:
    return cited.hand.date if cited.hand else cited.date


def _year(cited: Cited) -> str:
    if printed := phrases.year_of_book(cited):
        return printed
    year = chicago_year(_when(cited)).strip("[]").replace("ca. ", "c. ")
    return "no date" if year == "n.d." else year


def _description(cited: Cited) -> str:
    """``*Cable to Mao Zedong*, 22 January``; the whole date where the year is the book's."""
    printed = phrases.year_of_book(cited)
    day = bracketed(_when(cited), "day-first", "c.") if printed else _day(cited)
    if cited.hand:
        when = bracketed(cited.date, "day-first", "c.")
        document = commas(phrases.document(cited, full=True), phrases.untold_genre(cited), when)
        said = f"{capital(phrases.undated_addition(cited.hand))} {document}"
        return commas(italic(said), day, _paragraph(cited))
    told = "" if cited.recipients else phrases.untold_genre(cited)
    return commas(italic(phrases.communication(cited)), told, day, _paragraph(cited))


def _untitled(cited: Cited, what: str) -> str:
    """Without an author the title leads: ``*Title* (1950), report, 22 January``."""
    title = italic(phrases.communication(cited))
    return commas(f"{title} ({_year(cited)})", what.removeprefix(title))


def _day(cited: Cited) -> str:
    return beside_year(_when(cited), "day-first")


def _paragraph(cited: Cited) -> str:
    return phrases.paragraphs(cited, "para.", "paras")


def _source(cited: Cited) -> tuple[str, ...]:
    translators = [with_initials(name) for name in cited.rendering.translators]
    by = capital(phrases.translation(cited, "translated by", translators))
    source = cited.source
    if source is None:
        return (by,)
    first, *rest = _place(source)
    if source.relation == "translated from":
        by = by or f"{cited.rendering.language} translation"
        if isinstance(source.place, Book):
            return by, f"In {first}", *rest
        return words(by, "from", first), *rest
    if source.relation == "document":
        return by, f"Document in {first}", *rest
    said_in = "" if isinstance(source.place, Copy) else "In "
    return by, capital(f"{said_in}{first}"), *rest


def _place(source: Source) -> tuple[str, ...]:
    place = source.place
    if isinstance(place, Copy):
        return phrases.shelfmark(place), commas(phrases.archive_name(place), place.town)
    if isinstance(place, Book):
        return _book(place)
    return (commas(italic(place.title), place.site, place.address),)


def _copy(copy: Copy) -> str:
    return commas(copy.standing, phrases.shelfmark(copy), phrases.archive_name(copy), copy.town)


def _book(book: Book) -> tuple[str, ...]:
    if book.citation:
        return (book.citation.rstrip(" ."),)
    editors = several((with_initials(name) for name in book.editors), 3)
    many = "eds" if len(book.editors) > 1 else "ed."
    printed = f"{book.place}: {book.publisher}" if book.place and book.publisher else ""
    return (
        words(f"{editors} ({many})" if editors else "", italic(book.title)),
        commas(capital(phrases.volume(book)), italic(book.volume_title), book.series),
        commas(
            printed or book.publisher or book.place,
            book.year or "no date",
            phrases.marked_pages(book),
        ),
    )


def _named(cited: Cited) -> str:
    said = phrases.named_site(cited, day_first)
    return capital(said) if cited.site and cited.site.description else said


def _address(site: Site | None) -> str:
    if site is None:
        return ""
    accessed = f"(Accessed: {day_first(site.accessed)})" if site.accessed else ""
    return closed(words(f"Available at: {site.address}", accessed))
