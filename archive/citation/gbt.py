"""GB/T 7714-2015, the Chinese standard of references, with [A] for archives.

It has next to no rule for archives: the shelfmark follows the title, the archive stands where a
publisher does, and the year alone is said. A Chinese text is cited in Chinese as far as the
record goes; any other with Latin names in capitals, initials without stops.
"""

from __future__ import annotations

from archive.authority.repositories import find
from archive.citation import chinese, phrases
from archive.citation.chicago import document_line
from archive.citation.dating import chicago, chicago_year
from archive.citation.naming import capitals
from archive.citation.value import Book, Cited, CitedName, Copy, Source
from archive.citation.wording import capital, closed, commas, sentences, words


def reference(cited: Cited) -> str:
    """``[1] LIU S. Telegram to Mao Zedong: fond 45, …[A/OL]. Moscow: Archive …, 1950.``"""
    title, place = _title_and_place(cited)
    copies = "; ".join([title, *map(phrases.copy_line, cited.other_copies)])
    marked = f"{copies}[{'A/OL' if cited.site else 'A'}]"
    return words(
        f"[{cited.place}]",
        sentences(_names(cited, _creators(cited)), marked, *place, _named(cited)),
        closed(cited.site.address) if cited.site else "",
    )


def in_text(cited: Cited) -> str:
    """``[1]``."""
    return f"[{cited.place}]"


def _creators(cited: Cited) -> tuple[CitedName, ...]:
    return (cited.hand.name,) if cited.hand else cited.creators


def _names(cited: Cited, names: tuple[CitedName, ...]) -> str:
    if chinese.is_chinese(cited):
        return commas(*map(chinese.name, names[:3]), "等" if len(names) > 3 else "")
    return commas(*map(capitals, names[:3]), "et al" if len(names) > 3 else "")


def _title(cited: Cited) -> str:
    """What it is, its passage, what kind of text it is."""
    in_chinese = chinese.is_chinese(cited)
    what = chinese.title(cited) if in_chinese else phrases.communication(cited)
    if cited.hand:
        said = capital(phrases.addition(cited.hand, chicago(cited.hand.date)))
        what = f"{said} {document_line(cited)}"
    one, many = ("第", "第") if in_chinese else ("para.", "paras.")
    passage = phrases.paragraphs(cited, one, many)
    passage = f"{passage.replace(' ', '')}段" if passage and in_chinese else passage
    untold = cited.recipients or in_chinese
    return commas(
        what, "" if untold else phrases.untold_genre(cited), passage, *cited.rendering.nature
    )


def _title_and_place(cited: Cited) -> tuple[str, tuple[str, ...]]:
    """The title, with the shelfmark of what holds it; then where it is kept or printed."""
    title, by = _title(cited), _translation(cited)
    source = cited.source
    if source is None:
        return title, (by, _dated(cited, cited.site.name if cited.site else ""))
    place = source.place
    if isinstance(place, Copy) and source.relation == "holds":
        return f"{title}: {phrases.shelfmark(place)}", (by, _dated(cited, _kept(cited, place)))
    line = _line(cited, source)
    if source.relation == "translated from":
        lead = by or f"{cited.rendering.language} translation"
        return title, (words(lead, "from", line),)
    return title, (by, f"{'Document in' if source.relation == 'document' else 'In'} {line}")


def _line(cited: Cited, source: Source) -> str:
    place = source.place
    if isinstance(place, Book):
        return _book(cited, place)
    if isinstance(place, Copy):
        return _dated(cited, commas(phrases.shelfmark(place), _kept(cited, place)))
    return _dated(cited, commas(place.title, place.site, place.address))


def _named(cited: Cited) -> str:
    """The site by name where it has but a description, and the edition."""
    site = cited.site
    described = f"Description in {site.name}" if site and site.description else ""
    edition = site.edition if site else None
    day = edition.day.isoformat() if edition and edition.beside == "text" else ""
    return commas(described, f"Edition {edition.number}" if edition else "", day)


def _translation(cited: Cited) -> str:
    if chinese.is_chinese(cited):
        return chinese.translation(cited)
    translators = [capitals(name) for name in cited.rendering.translators]
    return capital(phrases.translation(cited, "translated by", translators))


def _kept(cited: Cited, copy: Copy) -> str:
    """``Moscow: Archive of … (AP RF)``; in Chinese what has a Chinese name."""
    fact = find(copy.archive)
    own = copy.own_name or (fact.own_name if fact else "")
    if chinese.is_chinese(cited) and own and fact and fact.own_language.startswith("zh"):
        return f"{fact.own_town}: {own}"
    archive = phrases.archive_name(copy)
    return f"{copy.town}: {archive}" if copy.town and archive else archive or copy.town


def _dated(cited: Cited, place: str) -> str:
    """``…, 1950[2026-11-23]``: the year, and the day of access."""
    year = chicago_year(cited.hand.date if cited.hand else cited.date)
    said = commas(place, "[n.d.]" if year == "n.d." else year)
    return f"{said}{_accessed(cited)}"


def _accessed(cited: Cited) -> str:
    accessed = cited.site.accessed if cited.site else None
    return f"[{accessed.isoformat()}]" if accessed else ""


def _book(cited: Cited, book: Book) -> str:
    """Editors, title and volume; place, publisher, year and page."""
    if book.citation:
        return f"{book.citation.rstrip(' .')}{_accessed(cited)}"
    editors = _names(cited, book.editors)
    volume = commas(capital(phrases.volume(book)), book.volume_title, book.series)
    title = words(book.title, f"[{book.translated_title}]" if book.translated_title else "")
    printed = f"{book.place}: {book.publisher}" if book.place and book.publisher else ""
    imprint = commas(printed or book.publisher or book.place, book.year or "[n.d.]")
    pages = f": {phrases.bare_pages(book)}" if book.pages else ""
    titled = f"{title}: {volume}" if volume else title
    return sentences(editors, titled, f"{imprint}{pages}{_accessed(cited)}").removesuffix(".")
