"""Chicago's lists: the bibliography that goes with notes, and author and date (13.102–13.128 of
the 18th edition), where the year stands after the author and the day with the description.
"""

from __future__ import annotations

import re

from archive.citation import chicago, dating, phrases
from archive.citation.naming import inverted, several, short, straight
from archive.citation.value import Cited, CitedName, Copy, Source, WebPage
from archive.citation.wording import capital, commas, italic, listed, sentences, words


def bibliography(cited: Cited) -> str:
    """``Liu Shaoqi. Cable to Mao Zedong, January 22, 1950. Translated by …``"""
    return sentences(*_entry(cited), *_rest(cited))


def reference(cited: Cited) -> str:
    """``Liu Shaoqi. 1950. Cable to Mao Zedong, January 22. Translated by …``"""
    what = _description(cited)
    who = _authors(_creators(cited))
    lead = (who, _year(cited), capital(what)) if who else (capital(what), _year(cited))
    return sentences(*lead, *_rest(cited))


def in_text(cited: Cited) -> str:
    """``(Liu 1950)``, ``(Liu 1950, para. 2)``."""
    creators = _creators(cited)
    who = several(map(short, creators), 2) if creators else phrases.communication(cited)
    year = dating.chicago_year(_when(cited))
    printed = phrases.year_of_book(cited)
    said = f"[{year.strip('[]')}] {printed}" if printed else year
    return f"({commas(words(who, said), chicago.paragraph(cited))})"


def _rest(cited: Cited) -> tuple[str, ...]:
    """All that follows what is cited: its nature, its source, copies, the site."""
    by = phrases.translation(cited, "translated by", chicago.translators(cited))
    return (
        *map(capital, cited.rendering.nature),
        *_source(cited, capital(by)),
        *(capital(phrases.copy_line(copy)) for copy in cited.other_copies),
        *_site(cited),
    )


def _creators(cited: Cited) -> tuple[CitedName, ...]:
    return (cited.hand.name,) if cited.hand else cited.creators


def _when(cited: Cited) -> str | None:
    return cited.hand.date if cited.hand else cited.date


def _year(cited: Cited) -> str:
    year = dating.chicago_year(_when(cited))
    printed = phrases.year_of_book(cited)
    return f"({year.strip('[]')}) {printed}" if printed else year


def _description(cited: Cited) -> str:
    """What it is, with the day and month, since the year stands before."""
    day = dating.beside_year(_when(cited), "month-first")
    if cited.hand:
        said = phrases.addition(cited.hand, day) if day else phrases.undated_addition(cited.hand)
        return commas(f"{said} {chicago.document_line(cited)}", chicago.paragraph(cited))
    told = "" if cited.recipients else phrases.untold_genre(cited)
    return commas(phrases.communication(cited), told, day, chicago.paragraph(cited))


def _entry(cited: Cited) -> tuple[str, ...]:
    """Who, then what and when."""
    when = commas(chicago.dated(cited), chicago.paragraph(cited))
    if cited.hand:
        said = capital(phrases.addition(cited.hand, dating.chicago(cited.hand.date)))
        on = f"{said} {commas(chicago.document_line(cited), chicago.paragraph(cited))}"
        return inverted(cited.hand.name), on
    told = "" if cited.recipients else phrases.untold_genre(cited)
    what = commas(phrases.communication(cited), told, when)
    if not cited.creators:
        return (capital(what),)
    return _authors(cited.creators), what


def _authors(creators: tuple[CitedName, ...]) -> str:
    """``Orlov, N. V., and P. Zimin``: the first inverted, the others as said."""
    if not creators:
        return ""
    first, *others = inverted(creators[0]), *map(straight, creators[1:])
    if len(others) > 5:
        return f"{first}, et al."
    if len(others) == 1 and "," in first:
        return f"{first}, and {others[0]}"
    return listed([first, *others])


def _source(cited: Cited, by: str) -> tuple[str, ...]:
    source, edition = cited.source, chicago.edition_named(cited.site, "text") if by else ""
    if source is None:
        return (commas(by, edition),)
    first, *rest = _place(source)
    if source.relation == "translated from":
        lead = by or f"{cited.rendering.language} translation"
        if edition:
            return f"{lead}, {edition}, {chicago.after_edition(source)} {first}", *rest
        return words(lead, "from", first), *rest
    if chicago.is_copy(cited):
        return commas(by, edition), capital(first), *rest
    said_in = "Document in" if source.relation == "document" else "In"
    return commas(by, edition), f"{said_in} {first}", *rest


def _place(source: Source) -> tuple[str, ...]:
    place = source.place
    if isinstance(place, Copy):
        return phrases.shelfmark(place), commas(phrases.archive_name(place), place.town)
    if isinstance(place, WebPage):
        return (chicago.source_line(source),)
    if place.citation:
        return (place.citation.rstrip(" ."),)
    editors = several((straight(name) for name in place.editors), 6)
    item = "" if re.match(r"[\divxlc]+\b", phrases.bare_pages(place)) else phrases.bare_pages(place)
    return (
        commas(
            chicago.book_title(place),
            f"edited by {editors}" if editors else "",
            phrases.volume(place),
            italic(place.volume_title),
            place.series,
            item,
        ),
        chicago.imprint(place),
    )


def _site(cited: Cited) -> tuple[str, ...]:
    site = cited.site
    if site is None:
        return ()
    edition = commas(
        chicago.edition_named(site, "site"),
        "" if chicago.says_translation(cited) else chicago.edition_named(site, "text"),
    )
    named = site.name if edition or not chicago.is_copy(cited) or site.description else ""
    accessed = f"Accessed {dating.day_month_first(site.accessed)}" if site.accessed else ""
    named = f"Description in {named}" if site.description else named
    return commas(named, edition), accessed, site.address
