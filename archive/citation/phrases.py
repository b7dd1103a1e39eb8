"""Phrases that several styles share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import langcodes

from archive.authority.repositories import find
from archive.citation.naming import several, short, straight
from archive.citation.value import Book, Cited, Copy, Hand
from archive.citation.wording import capital, commas, words

_PREPOSITION = {"annotation": "on", "resolution": "on", "minute": "on", "reply": "to"}
_UNSIGNED = {
    "translation": "{} translation",
    "contemporary translation": "contemporary {} translation",
    "machine translation": "machine translation into {}",
    "summary": "{} summary",
}


def genre(cited: Cited) -> str:
    """``cable``, ``cable no. 511``; empty where neither is known."""
    number = cited.number
    if number and number[0].isdigit():
        number = f"no. {number}"
    if not number:
        return cited.genre
    return words(cited.genre or "document", number)


def communication(cited: Cited) -> str:
    """``Cable to Mao Zedong``; the title where no recipient is recorded."""
    if not cited.recipients:
        return cited.title
    return capital(f"{genre(cited) or 'document'} to {several(map(straight, cited.recipients))}")


def document(cited: Cited, *, full: bool) -> str:
    """``Liu Shaoqi to Mao Zedong``, short ``Liu to Mao``; else the author and the title."""
    name = straight if full else short
    if cited.creators and cited.recipients:
        creators, recipients = map(name, cited.creators), map(name, cited.recipients)
        return f"{several(creators, 2)} to {several(recipients, 2)}"
    if cited.creators:
        return commas(several(map(name, cited.creators), 2), cited.title)
    return communication(cited)


def untold_genre(cited: Cited) -> str:
    """The genre, where ``document`` has not said it. Between two people "letter" goes unsaid, and
    what nobody has read; elsewhere a word that the title holds."""
    said = genre(cited)
    if cited.recipients:
        untold = said == "letter" or cited.unread or not cited.creators
        return "" if untold else said
    return "" if said.casefold() in cited.title.casefold() else said


def addition(hand: Hand, when: str) -> str:
    """``annotation of January 25, 1950, on``; ``when`` is its date in the words of the style."""
    if hand.date is None:
        return f"undated {hand.kind} {_PREPOSITION[hand.kind]}"
    return f"{hand.kind} of {when}{',' if ',' in when else ''} {_PREPOSITION[hand.kind]}"


def undated_addition(hand: Hand) -> str:
    """``annotation on``, where the style puts its date elsewhere."""
    return f"{hand.kind} {_PREPOSITION[hand.kind]}"


def translation(cited: Cited, by: str, translators: list[str]) -> str:
    """``trans. Kim Donggil``, ``machine translation by …``, ``English translation``.

    ``by`` is the style's word before a translator. Empty where the text is the document's own
    words, and for an unsigned translation whose language stands in brackets already.
    """
    rendering = cited.rendering
    plain = rendering.made == "translation"
    if not rendering.made:
        return ""
    if translators:
        return f"{by if plain else f'{rendering.made} by'} {several(translators)}"
    if plain and rendering.foreign:
        return ""
    return _UNSIGNED[rendering.made].format(rendering.language)


def paragraphs(cited: Cited, one: str, several: str) -> str:
    """``para. 2``, ``paras. 2–4, 6``; empty where no passage is cited."""
    numbers = set(cited.paragraphs)
    return f"{one if len(numbers) == 1 else several} {runs(numbers)}" if numbers else ""


def runs(numbers: Iterable[int]) -> str:
    """``2–4, 6``; empty of none."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found)


def archive_name(copy: Copy) -> str:
    """``Archive of the President of the Russian Federation (AP RF)``."""
    return words(copy.archive, f"({copy.abbreviation})" if copy.abbreviation else "")


def shelfmark(copy: Copy) -> str:
    """``fond 45, opis 1``; "shelfmark not recorded" where it is not."""
    return copy.shelfmark or "shelfmark not recorded"


def copy_line(copy: Copy) -> str:
    """``another copy, fond 45, opis 1, …, Archive … (AP RF), Moscow``: the smallest unit first."""
    return commas(copy.standing, shelfmark(copy), archive_name(copy), copy.town)


@lru_cache(maxsize=512)
def country(copy: Copy) -> str:
    """``Russia``, where the archive is one of the table and keeps its town; else empty."""
    fact = find(copy.archive)
    if fact is None or fact.town != copy.town:
        return ""
    return str(langcodes.Language.make(territory=fact.country).territory_name("en"))


def year_of_book(cited: Cited) -> str:
    """``2005``, of what is cited as a book prints it; empty for anything else."""
    place = cited.source.place if cited.source else None
    if cited.target != "print" or cited.hand or not isinstance(place, Book):
        return ""
    return place.year


def named_site(cited: Cited, dated: Callable[[date], str]) -> str:
    """``description in Facing Pages, edition 2, 1 March 2026``: the site and its edition, where the
    edition is told or nothing else says who publishes it."""
    site = cited.site
    if site is None or not (site.edition or site.description or cited.source is None):
        return ""
    edition = site.edition
    numbered = f"edition {edition.number}" if edition else ""
    day = dated(edition.day) if edition and edition.beside == "text" else ""
    return commas(words("description in" if site.description else "", site.name), numbered, day)


def volume(book: Book) -> str:
    """``vol. 1``; what says itself what it is stays: ``Band 3``."""
    if re.match(r"\d|[IVXLC]+\b", book.volume):
        return f"vol. {book.volume}"
    return book.volume


def bare_pages(book: Book) -> str:
    """``320``, ``320–25``."""
    pages = re.sub(r"^pp?\.\s*", "", book.pages)
    return re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", "–", pages)


def marked_pages(book: Book) -> str:
    """``p. 320``, ``pp. 320–25``; what is no page stays: ``doc. 190``."""
    pages = bare_pages(book)
    if not re.match(r"\d|[ivxlc]+\b", pages):
        return pages
    return f"{'pp.' if re.search('[–,]', pages) else 'p.'} {pages}"
