"""GOST R 7.0.5-2008 (footnotes, lists) and GOST R 7.0.100-2018 (bibliographies).

The document, two strokes, then where it is: the archive and each part of the shelfmark closed by
a stop (7.0.5, section 11), with dashes between the areas in lists. A Russian text is cited in
Russian, with the names as they are written there; any other in the words of the Latin styles.
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.citation import phrases, russian
from archive.citation.chicago import document_line
from archive.citation.dating import chicago
from archive.citation.naming import catalogued, several, spelled, straight, with_initials
from archive.citation.value import Book, Cited, CitedName, Copy, Site, Source
from archive.citation.wording import capital, closed, commas, is_written_in, words
from archive.records.shelfmark_rules import PARTS, Language
from archive.records.shelfmarks import parse


@dataclass(frozen=True, slots=True)
class _Manner:
    """``between`` stands between areas, ``comma`` within an author's name; ``address``: the
    address is always given; ``content``: the kind of content is said."""

    between: str = " "
    comma: str = ""
    address: bool = False
    content: bool = False


def footnote(cited: Cited) -> str:
    """``Орлов Н. В. Письмо А. П. Зимину, 3 марта 1951 г. // АВП РФ. Ф. 0102. …``

    The address stands only where no archive or book does.
    """
    return _whole(cited, _Manner())


def footnote_online(cited: Cited) -> str:
    """The same with ``URL: … (дата обращения: 23.11.2026).``"""
    return _whole(cited, _Manner(address=True))


def bibliography(cited: Cited) -> str:
    """A list's entry by 7.0.5, with dashes."""
    return _whole(cited, _Manner(" – ", address=True))


def description(cited: Cited) -> str:
    """A bibliography's entry by 7.0.100: a comma in the author's name, the kind of content."""
    return _whole(cited, _Manner(" – ", ",", address=True, content=True))


def _whole(cited: Cited, manner: _Manner) -> str:
    lead, place = _lead(cited, manner), _place(cited)
    kind = f"Текст : {'электронный' if cited.site else 'непосредственный'}"
    if not place:
        return _areas(manner, lead, kind if manner.content else "", *_site(cited, manner))
    if _made_from(cited):
        kind = kind if manner.content else ""
        return f"{lead} {_areas(manner, *place, kind, *_site(cited, manner))}"
    lead = f"{closed(lead)}{manner.between}{kind}" if manner.content else lead
    return f"{lead} // {_areas(manner, *place, *_site(cited, manner))}"


def _areas(manner: _Manner, *parts: str) -> str:
    """Those that say something, each closed by a stop."""
    return manner.between.join(map(closed, filter(None, parts)))


def _made_from(cited: Cited) -> bool:
    """Whether the place is that of what was translated, which the words before it lead to."""
    return cited.source is not None and cited.source.relation == "translated from"


def _lead(cited: Cited, manner: _Manner) -> str:
    """Who, what, when; by whom and from what it was translated."""
    in_russian = russian.is_russian(cited)
    if cited.hand:
        who = _author(cited, cited.hand.name, manner)
        said = russian.addition(cited.hand) if in_russian else _addition(cited)
        what = f"{said}: {_document(cited, manner)}" if in_russian else said
        lead = f"{closed(who)} {what}"
    else:
        lead = _document(cited, manner)
    nature = russian.nature(cited) if in_russian else cited.rendering.nature
    told = commas(lead, *nature)
    return words(told, _translated(cited))


def _document(cited: Cited, manner: _Manner) -> str:
    in_russian = russian.is_russian(cited)
    what = _title_in_russian(cited) if in_russian else phrases.communication(cited)
    untold = "" if in_russian or cited.recipients else phrases.untold_genre(cited)
    when = russian.when(cited.date) if in_russian else chicago(cited.date)
    said = commas(what, untold, "" if when in what else when)
    if cited.hand or (in_russian and _names_author(cited)):
        return said
    who = commas(*(_author(cited, name, manner) for name in cited.creators[:3]))
    who = f"{who} и др." if len(cited.creators) > 3 else who
    return words(closed(who), said) if who else capital(said)


def _author(cited: Cited, name: CitedName, manner: _Manner) -> str:
    named = spelled(name, "CYRILLIC") if russian.is_russian(cited) else name
    return catalogued(named, manner.comma)


def _addition(cited: Cited) -> str:
    assert cited.hand is not None
    said = capital(phrases.addition(cited.hand, chicago(cited.hand.date)))
    return f"{said} {document_line(cited)}"


def _title_in_russian(cited: Cited) -> str:
    """What the text calls itself; ``Письмо А. П. Зимину``; else the title as recorded."""
    genre = russian.genre(cited)
    if cited.rendering.title or not (cited.recipients and genre):
        return cited.rendering.title or cited.title
    return words(genre, russian.to(cited.recipients))


def _names_author(cited: Cited) -> bool:
    """Whether the text's own title says who wrote it, in whatever case."""
    names = [spelled(name, "CYRILLIC") for name in cited.creators]
    stems = [
        (name.family or name.full)[: max(2, len(name.family or name.full) - 1)] for name in names
    ]
    return any(stem in cited.rendering.title for stem in stems)


def _translated(cited: Cited) -> str:
    """``/ translated by Kim Donggil from:`` before what was translated, ``/ пер. …``"""
    if russian.is_russian(cited):
        names = (with_initials(spelled(n, "CYRILLIC")) for n in cited.rendering.translators)
        by = f"пер.: {several(names, 3, 'и')}" if cited.rendering.translators else ""
        lead = f"{by}," if by else "перевод"
        return f"/ {lead} с документа:" if _made_from(cited) else f"/ {by}" if by else ""
    translators = [straight(name) for name in cited.rendering.translators]
    by = phrases.translation(cited, "translated by", translators)
    if _made_from(cited):
        return f"/ {by or f'{cited.rendering.language} translation'} from:"
    return f"/ {by}" if by else ""


def _place(cited: Cited) -> tuple[str, ...]:
    """Each area of the place; passages last, other copies after them."""
    source = cited.source
    if source is None:
        return ()
    copies = (area for copy in cited.other_copies for area in _copy(cited, copy))
    return (*_of_source(cited, source), _paragraph(cited), *copies)


def _of_source(cited: Cited, source: Source) -> tuple[str, ...]:
    place = source.place
    if isinstance(place, Book):
        return _book(place)
    if not isinstance(place, Copy):
        return (commas(place.title, place.site, place.address),)
    first, *rest = _copy(cited, place)
    if source.relation != "document":
        return first, *rest
    lead = "Документ" if russian.is_russian(cited) else "Document in"
    return f"{lead}: {first}", *rest


def _paragraph(cited: Cited) -> str:
    one, many = ("Абз.", "Абз.") if russian.is_russian(cited) else ("Para.", "Paras.")
    return phrases.paragraphs(cited, one, many)


_STANDING = {"another copy": "Другой экземпляр", "formerly": "Прежний шифр", "also": "То же"}
_MISSING = {
    "": "шифр не указан",
    "archival location not recorded": "место хранения не указано",
}


def _copy(cited: Cited, copy: Copy) -> tuple[str, ...]:
    """``АП РФ``, ``Ф. 45``, ``Оп. 1``, …"""
    in_russian = russian.is_russian(cited)
    archive = copy.abbreviation or copy.archive
    standing = capital(copy.standing)
    if in_russian:
        own = copy.own_abbreviation or copy.own_name
        archive = own if is_written_in(own, "CYRILLIC") else archive
        standing = _STANDING.get(copy.standing, "")
    lead = f"{standing}: {archive}" if standing else archive
    return lead, *map(capital, _shelfmark(copy.shelfmark, in_russian=in_russian))


def _shelfmark(shelfmark: str, *, in_russian: bool) -> tuple[str, ...]:
    """Its parts in the short words of a language; whole where it cannot be read in parts."""
    read = parse(shelfmark)
    if read.system == "free":
        missing = _MISSING.get(shelfmark) if in_russian else None
        return (missing or shelfmark or "shelfmark not recorded",)
    language: Language = "ru" if in_russian else "en"
    rules = {part.key: part for part in PARTS[read.system]}
    pairs = ((rules[name].words[language, "short"][0], value) for name, value in read.parts)
    said = (f"{word} {value}" for word, value in pairs)
    return tuple(part.replace(" ob.", " об.") if in_russian else part for part in said)


def _book(book: Book) -> tuple[str, ...]:
    """``Title / ed. by …``, ``Beijing : Publisher, 2005``, ``Vol. 1``, ``P. 320``."""
    if book.citation:
        return (book.citation.rstrip(" ."),)
    editors = several((with_initials(name) for name in book.editors), 3)
    title = words(book.title, f"[{book.translated_title}]" if book.translated_title else "")
    printed = f"{book.place} : {book.publisher}" if book.place and book.publisher else ""
    return (
        words(title, f"/ ed. by {editors}" if editors else ""),
        commas(printed or book.publisher or book.place, book.year or "[n.d.]"),
        commas(capital(phrases.volume(book)), book.volume_title, book.series),
        capital(phrases.marked_pages(book)),
    )


def _site(cited: Cited, manner: _Manner) -> tuple[str, ...]:
    """The site by name where no archive is the source, the edition, the address."""
    site, source = cited.site, cited.source
    if site is None:
        return ()
    held = source and source.relation == "holds" and isinstance(source.place, Copy)
    given = manner.address or source is None or not _located(source)
    name = site.name if given and not held else ""
    described = f"Description in {site.name}" if site.description and given else ""
    edition = (
        f"Редакция {site.edition.number} от {russian.day(site.edition.day)}" if site.edition else ""
    )
    return described or name, edition, _address(site) if given else ""


def _located(source: Source) -> bool:
    return not isinstance(source.place, Copy) or bool(source.place.archive)


def _address(site: Site) -> str:
    accessed = f"(дата обращения: {russian.day(site.accessed)})" if site.accessed else ""
    return words(f"URL: {site.address}", accessed)
