"""BibTeX: ``@unpublished``, which has no field for an archive: ``note`` and ``library`` hold it; what
a book prints is ``@incollection``.

Names said family first are braced whole, since every style would turn them round; titles are
braced twice, since most would lower their capitals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Unpack

from archive.citation import phrases
from archive.citation.entry import Asked, Entry, entry_of
from archive.citation.naming import always_inverted
from archive.citation.value import Book, CitedName
from archive.citation.wording import clean, closed, commas, words

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {sign: f"\\{sign}" for sign in "&%$#_"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
# BibTeX counts braces that TeX escapes, too: only those of pairs may stand as braces.
_PAIRED = str.maketrans(_SPECIAL | {"{": r"\{", "}": r"\}"})
_LONE = str.maketrans(_SPECIAL | {"{": r"$\lbrace$", "}": r"$\rbrace$"})
# Signs that TeX joins: -- would be a dash, '' a quotation mark, ?` a turned question mark.
_JOINED = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)|(?<=([<>,]))(?=\1)")
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bibtex(edition: Citable, **asked: Unpack[Asked]) -> str:
    """One entry. Raises ``CitationRefused``."""
    return item(entry_of(edition, **asked))


def item(entry: Entry) -> str:
    """An entry of a file."""
    printed = _book(entry.book) if entry.book else _dated(entry)
    return entry_text(entry, who_and_what(entry), printed, _fields(entry))


def who_and_what(entry: Entry) -> list[tuple[str, str]]:
    """The fields that come first, in both dialects."""
    return [
        ("author", named(entry.authors)),
        ("title", title(entry.title)),
        ("translator", named(entry.translators)),
        ("type", text_field(entry.kind)),
    ]


def _fields(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("note", text_field(note(entry))),
        ("library", text_field(held_at(entry))),
        ("language", text_field(entry.language)),
        (
            "howpublished",
            text_field(f"{entry.site}, edition {entry.edition}" if entry.site else ""),
        ),
        ("url", address(entry.address)),
        ("urldate", text_field(entry.accessed.isoformat() if entry.accessed else "")),
        ("abstract", text_field(entry.summary)),
        ("keywords", text_field(", ".join(entry.keywords))),
        ("copyright", text_field(entry.rights)),
    ]


def _dated(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("year", text_field(entry.when.year)),
        ("month", _MONTHS[entry.when.month - 1] if entry.when.month else ""),
        ("date", text_field(entry.when.edtf)),
    ]


def _book(book: Book) -> list[tuple[str, str]]:
    return [
        *of_book(book),
        ("address", text_field(book.place)),
        ("year", text_field(book.year)),
    ]


def of_book(book: Book) -> list[tuple[str, str]]:
    """What both dialects call the same."""
    return [
        ("booktitle", title(book.whole_title)),
        ("editor", named(book.editors)),
        ("series", text_field(book.series)),
        ("volume", text_field(book.volume)),
        ("publisher", text_field(book.publisher)),
        ("pages", text_field(phrases.bare_pages(book))),
    ]


def entry_text(entry: Entry, *fields: list[tuple[str, str]]) -> str:
    """``@unpublished{key, …}``, a field a line, those left out that are empty."""
    lines = [f"  {name} = {value}," for each in fields for name, value in each if value]
    kind = "incollection" if entry.book else "unpublished"
    return "\n".join([f"@{kind}{{{entry.key},", *lines, "}", ""])


def held_at(entry: Entry) -> str:
    """``Archive … (AP RF), Moscow, fond 45, …``."""
    return commas(entry.archive, entry.town, entry.shelfmark)


def note(entry: Entry, dated: str = "") -> str:
    """The shelfmark first, which every style prints; then what has no field."""
    location = held_at(entry)
    held = closed(location) if location else ""
    copies = closed(f"Other copies: {'; '.join(entry.copies)}") if entry.copies else ""
    when = closed(f"Date as recorded: {dated}") if dated else ""
    return words(held, copies, entry.addressees, when, *entry.notes)


def named(names: tuple[CitedName, ...]) -> str:
    return _braced(" and ".join(map(_name, names)))


def _name(name: CitedName) -> str:
    """``Orlov, N. V.``; ``{Liu Shaoqi}`` for a name that is never turned round, and for a body."""
    inverted = always_inverted(name)
    if name.family_first or name.organisation or inverted == name.full:
        return _braced(_escaped(name.full))
    return ", ".join(map(_part, (name.family, name.given)))


def _part(part: str) -> str:
    """Braced where a comma or an "and" in it would part the name again."""
    said = _escaped(part)
    return _braced(said) if re.search(r",|\band\b", part, re.IGNORECASE) else said


def title(value: str) -> str:
    return _braced(_braced(_escaped(value)))


def text_field(value: str) -> str:
    return _braced(_escaped(clean(value)))


def address(value: str) -> str:
    return _braced(value.translate(_IN_ADDRESS))


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _escaped(value: str) -> str:
    joined = _JOINED.sub("\x00", value)
    escaped = joined.translate(_PAIRED if _pairs(value) else _LONE)
    return escaped.replace("\x00", "{}")


def _pairs(value: str) -> bool:
    depth = 0
    for sign in value:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0
