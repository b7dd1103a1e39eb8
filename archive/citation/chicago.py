"""The Chicago Manual of Style, 18th edition, notes and bibliography.

Letters and memoranda in archives and in published collections: 14.111, 14.119–14.130. Sender to
recipient, what it is (only "letter" may go unsaid), date; then the smallest unit of the archive
first. Devised titles get no quotation marks. The place of publication is left out after 1900.
"""

from __future__ import annotations

import re

from archive.citation import phrases
from archive.citation.dating import chicago, day_month_first
from archive.citation.naming import inverted, several, short, straight
from archive.citation.value import Book, Cited, CitedName, Copy, Site, Source, WebPage
from archive.citation.wording import capital, closed, commas, italic, listed, sentences, words


def note(cited: Cited) -> str:
    """``Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. …``"""
    described = commas(
        _addition(cited) + _document(cited),
        _paragraph(cited),
        *cited.rendering.nature,
        _translated_from(cited, phrases.translation(cited, "trans.", _translators(cited))),
    )
    copies = "; ".join([described, *map(phrases.copy_line, cited.other_copies)])
    return closed(commas(copies, _site(cited)))


def short_note(cited: Cited) -> str:
    """``Liu to Mao, January 22, 1950.``"""
    lead = commas(phrases.document(cited, full=False), _date(cited))
    if cited.hand:
        lead = f"{phrases.addition(cited.hand, chicago(cited.hand.date))} {lead}"
        lead = commas(short(cited.hand.name), lead)
    return closed(commas(lead, _paragraph(cited)))


def bibliography(cited: Cited) -> str:
    """``Liu Shaoqi. Cable to Mao Zedong, January 22, 1950. Translated by …``"""
    by = phrases.translation(cited, "translated by", _translators(cited))
    return sentences(
        *_entry(cited),
        *map(capital, cited.rendering.nature),
        *_bibliography_source(cited, capital(by)),
        *(capital(phrases.copy_line(copy)) for copy in cited.other_copies),
        *_bibliography_site(cited),
    )


def note_of_source(cited: Cited) -> str:
    """The source alone as a sentence: ``Translated from …``, ``In …``; empty without one."""
    if cited.source is None:
        return ""
    if cited.source.relation == "translated from":
        lead = "Translated from"
    else:
        lead = "Document in" if cited.source.relation == "document" else "In"
    return closed(f"{lead} {_place_line(cited.source)}")


def _addition(cited: Cited) -> str:
    """``Mao Zedong, annotation of January 25, 1950, on `` before what it was written on."""
    if cited.hand is None:
        return ""
    said = phrases.addition(cited.hand, chicago(cited.hand.date))
    return f"{commas(straight(cited.hand.name), said)} "


def _document(cited: Cited) -> str:
    genre = words(phrases.untold_genre(cited), _language(cited))
    return commas(phrases.document(cited, full=True), genre, _date(cited))


def _date(cited: Cited) -> str:
    """The date, unless it stands in a title that is printed."""
    when = chicago(cited.date)
    return "" if not cited.recipients and when in cited.title else when


def _language(cited: Cited) -> str:
    """``[in Russian]``, where the author did not write in the language of the text cited."""
    return f"[in {cited.rendering.language}]" if cited.rendering.foreign else ""


def _paragraph(cited: Cited) -> str:
    return f"para. {cited.paragraph}" if cited.paragraph else ""


def _translators(cited: Cited) -> list[str]:
    return [straight(name) for name in cited.rendering.translators]


def _edition(site: Site | None, beside: str) -> str:
    """``edition 3, last modified March 1, 2026`` beside a text, ``edition 3`` beside the site."""
    named = site.edition if site else None
    if named is None or named.beside != beside:
        return ""
    day = f", last modified {day_month_first(named.day)}" if beside == "text" else ""
    return f"edition {named.number}{day}"


def _translated_from(cited: Cited, translated: str) -> str:
    """The translator and the source: ``from`` what was translated, ``in`` what holds it."""
    edition = _edition(cited.site, "text") if translated else ""
    if cited.source is None:
        return commas(translated, edition)
    place = _source_line(cited.source)
    if cited.source.relation == "translated from":
        if edition:
            return f"{commas(translated, edition)}, from {place}"
        return words(translated or f"{cited.rendering.language} translation", "from", place)
    said_in = "" if _is_copy(cited) or cited.source.relation == "document" else "in"
    return commas(translated, edition, words(said_in, place))


def _is_copy(cited: Cited) -> bool:
    source = cited.source
    return bool(source and source.relation == "holds" and isinstance(source.place, Copy))


def _source_line(source: Source) -> str:
    line = _place_line(source)
    return f"document in {line}" if source.relation == "document" else line


def _place_line(source: Source) -> str:
    if isinstance(source.place, Book):
        return book_line(source.place)
    if isinstance(source.place, WebPage):
        return commas(source.place.title, source.place.site, source.place.address)
    return phrases.copy_line(source.place)


def book_line(book: Book) -> str:
    """Title, editors, volume, imprint, pages, as in a note."""
    if book.citation:
        return book.citation.rstrip(" .")
    editors = several((straight(name) for name in book.editors), 6)
    return commas(
        words(
            commas(
                book_title(book),
                f"ed. {editors}" if editors else "",
                phrases.volume(book),
                italic(book.volume_title),
                book.series,
            ),
            f"({imprint})" if (imprint := _imprint(book)) else "",
        ),
        phrases.bare_pages(book),
    )


def book_title(book: Book) -> str:
    """In italics, its translation in brackets and roman."""
    return words(italic(book.title), f"[{book.translated_title}]" if book.translated_title else "")


def _imprint(book: Book) -> str:
    """``Zhongyang wenxian chubanshe, 2005``; the place where the book is old or has no publisher."""
    year = re.search(r"\d{4}", book.year)
    old = bool(year and int(year[0]) < 1900)
    if book.publisher and book.place and old:
        return commas(f"{book.place}: {book.publisher}", book.year)
    return commas(
        book.publisher or book.place, book.year or "n.d." if book.publisher else book.year
    )


def _site(cited: Cited) -> str:
    """The site by name where it publishes what is cited, its address always."""
    site = cited.site
    if site is None:
        return ""
    edition = commas(
        _edition(site, "site"), "" if _says_translation(cited) else _edition(site, "text")
    )
    named = site.name if edition or not _is_copy(cited) or site.description else ""
    return commas(
        f"description in {named}" if site.description else named,
        edition,
        f"accessed {day_month_first(site.accessed)}" if site.accessed else "",
        site.address,
    )


def _says_translation(cited: Cited) -> bool:
    return bool(phrases.translation(cited, "trans.", _translators(cited)))


def _entry(cited: Cited) -> tuple[str, ...]:
    """Who, then what and when."""
    when = commas(_date(cited), _paragraph(cited))
    if cited.hand:
        said = capital(phrases.addition(cited.hand, chicago(cited.hand.date)))
        on = f"{said} {commas(_document(cited), _paragraph(cited))}"
        return inverted(cited.hand.name), on
    told = "" if cited.recipients else phrases.untold_genre(cited)
    what = commas(phrases.communication(cited), told, when)
    if not cited.creators:
        return (capital(what),)
    return _authors(cited.creators), what


def _authors(creators: tuple[CitedName, ...]) -> str:
    """``Orlov, N. V., and P. Zimin``: the first inverted, the others as said."""
    first, *others = inverted(creators[0]), *map(straight, creators[1:])
    if len(others) > 5:
        return f"{first}, et al."
    if len(others) == 1 and "," in first:
        return f"{first}, and {others[0]}"
    return listed([first, *others])


def _bibliography_source(cited: Cited, by: str) -> tuple[str, ...]:
    source, edition = cited.source, _edition(cited.site, "text") if by else ""
    if source is None:
        return (commas(by, edition),)
    first, *rest = _bibliography_place(source)
    if source.relation == "translated from":
        lead = commas(by or f"{cited.rendering.language} translation", edition)
        return words(f"{lead}," if edition else lead, "from", first), *rest
    if _is_copy(cited):
        return commas(by, edition), capital(first), *rest
    said_in = "Document in" if source.relation == "document" else "In"
    return commas(by, edition), f"{said_in} {first}", *rest


def _bibliography_place(source: Source) -> tuple[str, ...]:
    place = source.place
    if isinstance(place, Copy):
        return phrases.shelfmark(place), commas(phrases.archive_name(place), place.town)
    if isinstance(place, WebPage):
        return (_source_line(source),)
    if place.citation:
        return (place.citation.rstrip(" ."),)
    editors = several((straight(name) for name in place.editors), 6)
    item = "" if re.match(r"[\divxlc]+\b", phrases.bare_pages(place)) else phrases.bare_pages(place)
    return (
        commas(
            book_title(place),
            f"edited by {editors}" if editors else "",
            phrases.volume(place),
            italic(place.volume_title),
            place.series,
            item,
        ),
        _imprint(place),
    )


def _bibliography_site(cited: Cited) -> tuple[str, ...]:
    site = cited.site
    if site is None:
        return ()
    edition = commas(
        _edition(site, "site"), "" if _says_translation(cited) else _edition(site, "text")
    )
    named = site.name if edition or not _is_copy(cited) or site.description else ""
    accessed = f"Accessed {day_month_first(site.accessed)}" if site.accessed else ""
    named = f"Description in {named}" if site.description else named
    return commas(named, edition), accessed, site.address
