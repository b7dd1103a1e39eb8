"""The Chicago Manual of Style, notes: the 18th edition, and the 17th, which Turabian 9 follows.

Letters and memoranda in archives and in published collections: 14.111, 14.119–14.130. Sender to
recipient, what it is (only "letter" may go unsaid), date; then the smallest unit of the archive
first. Devised titles get no quotation marks. The 18th edition leaves out the place of publication
after 1900; before that and in the 17th edition it stands.
"""

from __future__ import annotations

import re
from dataclasses import replace

from archive.citation import phrases
from archive.citation.dating import chicago, day_month_first
from archive.citation.naming import several, short, straight
from archive.citation.value import Book, Cited, Copy, Site, Source, WebPage
from archive.citation.wording import closed, commas, italic, words


def note(cited: Cited) -> str:
    """``Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. …``"""
    described = commas(
        _addition(cited) + document_line(cited),
        paragraph(cited),
        *cited.rendering.nature,
        _translated_from(cited, phrases.translation(cited, "trans.", translators(cited))),
    )
    copies = "; ".join([described, *map(phrases.copy_line, cited.other_copies)])
    return closed(commas(copies, _site(cited)))


def short_note(cited: Cited) -> str:
    """``Liu to Mao, January 22, 1950.``"""
    lead = commas(phrases.document(cited, full=False), dated(cited))
    if cited.hand:
        lead = f"{phrases.addition(cited.hand, chicago(cited.hand.date))} {lead}"
        lead = commas(short(cited.hand.name), lead)
    return closed(commas(lead, paragraph(cited)))


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


def document_line(cited: Cited) -> str:
    """Sender to recipient, genre, date."""
    genre = words(phrases.untold_genre(cited), _language(cited))
    return commas(phrases.document(cited, full=True), genre, dated(cited))


def dated(cited: Cited) -> str:
    """The date, unless it stands in a title that is printed."""
    when = chicago(cited.date)
    return "" if not cited.recipients and when in cited.title else when


def _language(cited: Cited) -> str:
    """``[in Russian]``, where the author did not write in the language of the text cited."""
    return f"[in {cited.rendering.language}]" if cited.rendering.foreign else ""


def paragraph(cited: Cited) -> str:
    """``para. 2``, ``paras. 2–4``."""
    return phrases.paragraphs(cited, "para.", "paras.")


def translators(cited: Cited) -> list[str]:
    """In the order said."""
    return [straight(name) for name in cited.rendering.translators]


def edition_named(site: Site | None, beside: str) -> str:
    """``edition 3, last modified March 1, 2026`` beside a text, ``edition 3`` beside the site."""
    named = site.edition if site else None
    if named is None or named.beside != beside:
        return ""
    day = f", last modified {day_month_first(named.day)}" if beside == "text" else ""
    return f"edition {named.number}{day}"


def _translated_from(cited: Cited, translated: str) -> str:
    """The translator and the source: ``from`` what was translated, ``in`` what holds it."""
    edition = edition_named(cited.site, "text") if translated else ""
    if cited.source is None:
        return commas(translated, edition)
    place = source_line(cited.source)
    if cited.source.relation == "translated from":
        if edition:
            return f"{commas(translated, edition)}, {after_edition(cited.source)} {place}"
        return words(translated or f"{cited.rendering.language} translation", "from", place)
    said_in = "" if is_copy(cited) or cited.source.relation == "document" else "in"
    return commas(translated, edition, words(said_in, place))


def after_edition(source: Source) -> str:
    """The word before what was translated, where the edition parts it from its translator: a book
    is then the container of what is cited."""
    return "in" if isinstance(source.place, Book) else "from"


def is_copy(cited: Cited) -> bool:
    source = cited.source
    return bool(source and source.relation == "holds" and isinstance(source.place, Copy))


def source_line(source: Source) -> str:
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
            f"({printed})" if (printed := imprint(book)) else "",
        ),
        phrases.bare_pages(book),
    )


def book_title(book: Book) -> str:
    """In italics, its translation in brackets and roman."""
    return words(italic(book.title), f"[{book.translated_title}]" if book.translated_title else "")


def imprint(book: Book) -> str:
    """``Beijing: Zhongyang wenxian chubanshe, 2005``; the place alone where it has no publisher."""
    house = f"{book.place}: {book.publisher}" if book.place and book.publisher else ""
    return commas(
        house or book.publisher or book.place, book.year or "n.d." if book.publisher else book.year
    )


def of_the_18th(cited: Cited) -> Cited:
    """The same with its book as the 18th edition has it."""
    source = cited.source
    if source is None or not isinstance(source.place, Book):
        return cited
    return replace(cited, source=replace(source, place=without_place(source.place)))


def without_place(book: Book) -> Book:
    """Without the town, of a book printed since 1900 whose publisher is known."""
    year = re.search(r"\d{4}", book.year)
    if not book.publisher or (year and int(year[0]) < 1900):
        return book
    return replace(book, place="")


def _site(cited: Cited) -> str:
    """The site by name where it publishes what is cited, its address always."""
    site = cited.site
    if site is None:
        return ""
    edition = commas(
        edition_named(site, "site"), "" if says_translation(cited) else edition_named(site, "text")
    )
    named = site.name if edition or not is_copy(cited) or site.description else ""
    return commas(
        f"description in {named}" if site.description else named,
        edition,
        f"accessed {day_month_first(site.accessed)}" if site.accessed else "",
        site.address,
    )


def says_translation(cited: Cited) -> bool:
    return bool(phrases.translation(cited, "trans.", translators(cited)))
