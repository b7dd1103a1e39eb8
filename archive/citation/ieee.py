"""The IEEE Reference Guide: the numbered reference, and its number in the text.

It has no rule for archives; an unpublished document comes closest. Initials stand before family
names, months are short, and nothing stands after an address.
"""

from __future__ import annotations

from archive.citation import phrases
from archive.citation.dating import bracketed, month_first_short
from archive.citation.naming import several, with_initials
from archive.citation.value import Book, Cited, CitedName, Copy, Site
from archive.citation.wording import closed, commas, italic, quoted, words


def reference(cited: Cited) -> str:
    """``[1] S. Liu, telegram to Mao Zedong, Jan. 22, 1950, Archive …, Moscow, Russia, …``"""
    described = commas(
        *_entry(cited),
        phrases.paragraphs(cited, "para.", "paras."),
        *cited.rendering.nature,
        *_source(cited),
        *map(_copy, cited.other_copies),
        phrases.named_site(cited, month_first_short),
    )
    return words(f"[{cited.place}]", closed(described), _address(cited.site))


def in_text(cited: Cited) -> str:
    """``[1]``, ``[1, para. 2]``."""
    return f"[{commas(str(cited.place), phrases.paragraphs(cited, 'para.', 'paras.'))}]"


def _authors(names: tuple[CitedName, ...]) -> str:
    return several(map(with_initials, names), 6)


def _date(edtf: str | None) -> str:
    return bracketed(edtf, "month-first-short")


def _entry(cited: Cited) -> tuple[str, ...]:
    """Who; what; when. A title stands in quotation marks, what is described does not."""
    if cited.hand:
        said = phrases.addition(cited.hand, _date(cited.hand.date))
        document = commas(phrases.document(cited, full=True), phrases.untold_genre(cited))
        return _authors((cited.hand.name,)), f"{said} {document}", _date(cited.date)
    who = _authors(cited.creators)
    if cited.recipients:
        what = phrases.communication(cited)
        return who, what[:1].lower() + what[1:] if who else what, _date(cited.date)
    when = commas(phrases.untold_genre(cited), _date(cited.date))
    return who, f"{quoted(cited.title, ',')} {when}"


def _source(cited: Cited) -> tuple[str, ...]:
    translators = [with_initials(name) for name in cited.rendering.translators]
    by = phrases.translation(cited, "trans.", translators)
    source = cited.source
    if source is None:
        return (by,)
    place = source.place
    if isinstance(place, Copy):
        line = _copy(place)
    elif isinstance(place, Book):
        line = _book(place)
    else:
        line = commas(italic(place.title), place.site, place.address)
    if source.relation == "translated from":
        return (words(by or f"{cited.rendering.language} translation", "from", line),)
    if source.relation == "document":
        return by, f"document in {line}"
    return by, line if isinstance(place, Copy) else f"in {line}"


def _copy(copy: Copy) -> str:
    country = phrases.country(copy)
    archive = phrases.archive_name(copy)
    return commas(copy.standing, archive, copy.town, country, phrases.shelfmark(copy))


def _book(book: Book) -> str:
    if book.citation:
        return book.citation.rstrip(" .")
    editors = _authors(book.editors)
    many = "Eds." if len(book.editors) > 1 else "Ed."
    title = words(italic(book.title), f"[{book.translated_title}]" if book.translated_title else "")
    described = commas(
        title,
        phrases.volume(book),
        italic(book.volume_title),
        book.series,
        f"{editors}, {many}" if editors else "",
    )
    printed = f"{book.place}: {book.publisher}" if book.place and book.publisher else ""
    imprint = commas(
        printed or book.publisher or book.place, book.year or "n.d.", phrases.marked_pages(book)
    )
    return words(closed(described), imprint)


def _address(site: Site | None) -> str:
    if site is None:
        return ""
    accessed = f"Accessed: {month_first_short(site.accessed)}." if site.accessed else ""
    return words(accessed, "[Online]. Available:", site.address)
