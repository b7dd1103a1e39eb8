"""BibTeX: ``@unpublished``, which has no field for an archive: ``note`` and ``library`` hold it.

Names said family first are braced whole, since every style would turn them round; titles are
braced twice, since most would lower their capitals.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from archive.citation.entry import Entry, entry_of
from archive.citation.naming import always_inverted
from archive.citation.value import CitedName
from archive.citation.wording import closed, commas, words

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bibtex(
    edition: Citable,
    *,
    text: str | None = None,
    passage: str | None = None,
    accessed: date | None = None,
) -> str:
    """One entry. Raises ``CitationRefused``."""
    entry = entry_of(edition, text, passage)
    lines = [f"  {name} = {value}," for name, value in _fields(entry, accessed) if value]
    return "\n".join([f"@unpublished{{{entry.key},", *lines, "}", ""])


def _fields(entry: Entry, accessed: date | None) -> list[tuple[str, str]]:
    location = commas(entry.archive, entry.town, entry.shelfmark)
    return [
        ("author", _names(entry.authors)),
        ("title", _braced(_braced(_escaped(entry.title)))),
        ("translator", _names(entry.translators)),
        ("type", _field(entry.kind)),
        ("year", _field(entry.when.year)),
        ("month", _MONTHS[entry.when.month - 1] if entry.when.month else ""),
        ("date", _field(entry.when.edtf)),
        ("note", _field(_note(entry, location))),
        ("library", _field(location)),
        ("language", _field(entry.language)),
        ("howpublished", _field(f"{entry.site}, edition {entry.edition}")),
        ("url", _braced(entry.address.translate(_IN_ADDRESS))),
        ("urldate", _field(accessed.isoformat() if accessed else "")),
        ("abstract", _field(entry.summary)),
        ("keywords", _field(", ".join(entry.keywords))),
        ("copyright", _field(entry.rights)),
    ]


def _note(entry: Entry, location: str) -> str:
    """The shelfmark first, which every style prints; then what has no field."""
    held = closed(location) if location else ""
    copies = closed(f"Other copies: {'; '.join(entry.copies)}") if entry.copies else ""
    return words(held, copies, entry.addressees, *entry.notes)


def _names(names: tuple[CitedName, ...]) -> str:
    return _braced(" and ".join(map(_name, names)))


def _name(name: CitedName) -> str:
    """``Orlov, N. V.``; ``{Liu Shaoqi}`` for a name that is never turned round, and for a body."""
    inverted = always_inverted(name)
    if name.family_first or name.organisation or inverted == name.full:
        return _braced(_escaped(name.full))
    return _escaped(inverted)


def _field(value: str) -> str:
    return _braced(_escaped(value))


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _escaped(value: str) -> str:
    return value.translate(_SPECIAL)
