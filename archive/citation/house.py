"""The archive's preferred form: a template, in which values stand in braces.

    “{title},” {date}[[, {passage}]][[, {source}]].[[ {translation}.]][[ {address}.]]

What stands in double brackets is left out where a value in it is empty; a value that may be
empty stands nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from archive.citation import phrases
from archive.citation.chicago import imprint
from archive.citation.dating import chicago, day_month_first
from archive.citation.naming import several, straight
from archive.citation.value import Book, Cited, Copy
from archive.citation.wording import capital, commas, italic, plain, singly, words

#: As the Wilson Center's archive asks to be cited.
TEMPLATE = (
    "“{title},” {date}[[, {passage}]][[, {site}]][[, {edition}]][[, {source}]]."
    "[[ {translation}.]][[ Accessed {accessed}.]][[ {address}.]]"
)
LONGEST = 500


class TemplateRefused(ValueError):
    """What is wrong with a template, where, and what to write instead."""


def note(template: str) -> Callable[[Cited], str]:
    """The form of that template. Raises ``TemplateRefused``."""
    pieces = read(template)
    return lambda cited: _filled(pieces, cited)


@lru_cache(maxsize=8)
def read(template: str) -> tuple[tuple[str, bool], ...]:
    """Its pieces in order, each with whether it is left out where a value in it is empty.

    Raises ``TemplateRefused`` for what would not make a whole citation of every record.
    """
    if not template.strip() or len(template) > LONGEST or re.search(r"[\x00-\x1f\x7f]", template):
        raise TemplateRefused(f"Write one line of 1 to {LONGEST} characters, such as {TEMPLATE}")
    pieces = [(part, place % 2 == 1) for place, part in enumerate(_PARTS.split(template))]
    for piece, optional in pieces:
        _check(piece, optional=optional)
    if not any(name in template for name in ("{title}", "{document}")):
        raise TemplateRefused("It does not say what is cited. Put {title} or {document} in it.")
    if "{address}" not in template:
        raise TemplateRefused("It gives no address. Put [[ {address}.]] at its end.")
    return tuple((piece, optional) for piece, optional in pieces if piece)


_PARTS = re.compile(r"\[\[(.*?)\]\](?!\])")
_NAMED = re.compile(r"\{([^{}]*)\}")


def _check(piece: str, *, optional: bool) -> None:
    bare = _NAMED.sub("", piece)
    if "[[" in piece or "]]" in piece:
        raise TemplateRefused(f"“{piece.strip()}”: a double bracket there has no fellow.")
    if "{" in bare or "}" in bare:
        raise TemplateRefused(f"“{piece.strip()}”: a brace there has no fellow.")
    for name in _NAMED.findall(piece):
        if name not in VALUES:
            known = ", ".join(f"{{{each}}}" for each in VALUES)
            raise TemplateRefused(f"There is no value {{{name}}}. There are {known}.")
        if name not in _ALWAYS and not optional:
            example = f"[[, {{{name}}}]]"
            raise TemplateRefused(f"{{{name}}} may be empty: put it in double brackets, {example}.")
    if any(bare.count(a) != bare.count(b) for a, b in ("()", "[]", "“”", "«»")):
        raise TemplateRefused(f"“{piece.strip()}”: a bracket or quotation mark has no fellow.")


def _filled(pieces: tuple[tuple[str, bool], ...], cited: Cited) -> str:
    """Each value in its place; a stop that follows one which ends in a stop is left out."""
    values = {name: value(cited) for name, value in VALUES.items()}
    said = ""
    for piece, optional in pieces:
        if optional and not all(values[name] for name in _NAMED.findall(piece)):
            continue
        for place, part in enumerate(_NAMED.split(piece)):
            said = _joined(said, values[part], value=True) if place % 2 else _joined(said, part)
    return said.strip(" ,;")


def _joined(said: str, part: str, *, value: bool = False) -> str:
    """Within quotation marks those of a value are single; no mark is doubled."""
    if value:
        part = singly(part) if said.count("“") > said.count("”") else part
        return said + part
    ends = plain(said).rstrip("”’\"'")
    enough = (".", "?", "!", "…") if part[:1] == "." else ("?", "!", "…", ",", ";", ":")
    doubled = part[:1] in (".", ",", ";", ":") and ends.endswith(enough)
    return said + (part[1:] if doubled else part)


def _document(cited: Cited) -> str:
    return commas(phrases.document(cited, full=True), phrases.untold_genre(cited))


def _date(cited: Cited) -> str:
    return chicago(cited.date)


def _title(cited: Cited) -> str:
    """The title; of a passage in another hand, that addition to it."""
    if cited.hand is None:
        return cited.title
    said = phrases.addition(cited.hand, chicago(cited.hand.date))
    return f"{commas(straight(cited.hand.name), said)} {cited.title}"


def _translation(cited: Cited) -> str:
    """Who made it; of an unsigned one into another language than the archive's, which."""
    translators = [straight(name) for name in cited.rendering.translators]
    said = phrases.translation(cited, "translated by", translators)
    foreign = f"{cited.rendering.language} translation" if cited.rendering.foreign else ""
    return capital(said or foreign)


def _source(cited: Cited) -> str:
    """The archive, then the shelfmark; a book with its editors first; copies after them."""
    copies = "; ".join(map(_copy, cited.other_copies))
    place = cited.source.place if cited.source else None
    if place is None:
        return copies
    if isinstance(place, Copy):
        said = _copy(place)
    elif isinstance(place, Book):
        said = _book(place)
    else:
        said = commas(place.title, place.site, place.address)
    return "; ".join(filter(None, (said, copies)))


def _copy(copy: Copy) -> str:
    return commas(copy.standing, phrases.archive_name(copy), copy.town, phrases.shelfmark(copy))


def _book(book: Book) -> str:
    if book.citation:
        return book.citation.rstrip(" .")
    editors = several((straight(name) for name in book.editors), 6)
    title = words(italic(book.title), f"({book.translated_title})" if book.translated_title else "")
    described = commas(
        commas(editors, "eds." if len(book.editors) > 1 else "ed.") if editors else "",
        title,
        phrases.volume(book),
        italic(book.volume_title),
        book.series,
    )
    printed = imprint(book)
    return commas(words(described, f"({printed})" if printed else ""), phrases.bare_pages(book))


def _site(cited: Cited) -> str:
    site = cited.site
    if site is None:
        return ""
    return f"description in {site.name}" if site.description else site.name


def _edition(cited: Cited) -> str:
    edition = cited.site.edition if cited.site else None
    if edition is None:
        return ""
    day = day_month_first(edition.day) if edition.beside == "text" else ""
    return commas(f"edition {edition.number}", day)


def _accessed(cited: Cited) -> str:
    accessed = cited.site.accessed if cited.site else None
    return day_month_first(accessed) if accessed else ""


#: What a template can say, each one line of words.
VALUES: Mapping[str, Callable[[Cited], str]] = {
    "title": _title,
    "document": _document,
    "date": _date,
    "genre": phrases.genre,
    "passage": lambda cited: phrases.paragraphs(cited, "para.", "paras."),
    "translation": _translation,
    "source": _source,
    "site": _site,
    "edition": _edition,
    "accessed": _accessed,
    "address": lambda cited: cited.site.address if cited.site else "",
}
_ALWAYS = ("title", "document", "date")
