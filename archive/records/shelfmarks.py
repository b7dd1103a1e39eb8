"""Shelfmarks: one value for the many ways in which a reference is written.

    >>> parse("Ф N 45, Оп N 1, Д N 334, Л N 22") == parse("fond 45, opis 1, delo 334, listy 22")
    True

A string is read whole or not at all: where one word of it is not understood, it stays free
text, every sign kept. The wording is kept beside the parts in any case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, total_ordering
from hashlib import sha256

from archive.authority.repositories import REPOSITORIES, names_of
from archive.records.shelfmark_rules import FIRST, PARTS, Language, Part, Style, System

#: Characters; no shelfmark that can be read in parts is longer.
LONGEST_READ = 300
LONGEST_KEY = 500
LONGEST_SORT_KEY = 400

_SYSTEMS: tuple[System, ...] = ("fond", "box", "series", "free")


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Shelfmark:
    """A reference within an archive.

    ``parts`` are (name, value) in the system's order: fond, opis, papka, delo, list; box,
    folder; series, file, folio. Values are as written, but leaves, which lose leading zeros and
    have en dashes. Free text has no parts, or those given that fit no system.
    ``wording`` is the whole string as received (empty where parts were given), and
    ``repository_wording`` the archive's name at its head, where it has a known one.

    Two are equal, and sort, by value and not by wording: see ``key`` and ``sort_key``.
    """

    system: System
    parts: tuple[tuple[str, str], ...]
    wording: str = ""
    repository_wording: str = ""

    @property
    def key(self) -> str:
        """What equal shelfmarks have in common, the archive aside: ``fond:45|opis:1``.

        At most 500 characters; a longer one ends in a hash of the whole.
        Case, widths, spaces and Cyrillic letters for Latin ones are folded (Р-5446 and R-5446);
        a zero before a fond is not: in AVP RF fonds 0102 and 102 are two.
        """
        if not self.parts:
            return _shortened(f"{self.system}:{_fold(self.wording)}")
        parts = self.parts if self.system != "free" else sorted(self.parts)
        pairs = (f"{name}:{_fold_value(value)}".replace("|", r"\|") for name, value in parts)
        return _shortened("|".join(pairs))

    @property
    def sort_key(self) -> str:
        """A string that sorts by code point (collation "C") as a reader counts: 2 before 10.

        At most 400 characters, so that an index can hold it.
        """
        values = dict(self.parts)
        order = [part.key for part in PARTS[self.system]] or list(values)
        pieces = [values.get(name, "") for name in order] or [self.wording]
        rank = _SYSTEMS.index(self.system)
        counted = (_natural(_fold_value(piece)) for piece in pieces)
        return "\x1f".join((str(rank), *counted))[:LONGEST_SORT_KEY]

    @property
    def differs_from_wording(self) -> bool:
        """Whether a page that shows ``display()`` must show "as given" beside it.

        Capitals, spaces and kinds of dash alone are no difference, nor is the archive's name.
        """
        shown = self.display()
        return self.wording != "" and _fold(self.wording) not in (
            _fold(shown),
            _fold(f"{self.repository_wording}, {shown}"),
        )

    def display(self, language: Language = "en", style: Style = "long") -> str:
        """``fond 45, opis 1, delo 334, list 22``; ``ф. 45, оп. 1, д. 334, л. 22``.

        Free text as received, without the spaces around it.
        """
        if self.system == "free":
            words = ", ".join(f"{name} {value}" for name, value in self.parts)
            return words or _spaced(self.wording)
        rules = {part.key: part for part in PARTS[self.system]}
        return ", ".join(
            _in_words(rules[name], value, language, style) for name, value in self.parts
        )

    def __str__(self) -> str:
        return self.display()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shelfmark) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __lt__(self, other: Shelfmark) -> bool:
        return (self.sort_key, self.key) < (other.sort_key, other.key)


def parse(value: str) -> Shelfmark:
    """The shelfmark that a string writes; free text where it cannot be read whole."""
    free = Shelfmark("free", (), value)
    text = _spaced(value)
    if not text or len(value) > LONGEST_READ:
        return free
    repository, reference = _split_repository(text)
    for system in _SYSTEMS[:-1]:
        if parts := _read(system, reference):
            return Shelfmark(system, parts, value, repository)
    return free


def from_parts(parts: Mapping[str, str], wording: str = "") -> Shelfmark:
    """The shelfmark of parts given by name; of a system where all names are of one.

    Empty values are left out. Parts of no system are free: they are shown by their names.
    """
    given = {name: _spaced(value) for name, value in parts.items() if value.strip()}
    repository, _ = _split_repository(_spaced(wording))
    for system in _SYSTEMS[:-1]:
        rules = PARTS[system]
        if given and given.keys() <= {part.key for part in rules}:
            ordered = [(rule, given[rule.key]) for rule in rules if rule.key in given]
            values = tuple((rule.key, _value(rule, value)) for rule, value in ordered)
            return Shelfmark(system, values, wording, repository)
    return Shelfmark("free", tuple(given.items()), wording, repository)


def _read(system: System, text: str) -> tuple[tuple[str, str], ...]:
    """The parts, in the system's order and beginning with its first; empty where a word is left."""
    found = _pattern(system).fullmatch(_plain(text))
    if found is None or (system == "fond" and _may_be_a_folio(found)):
        return ()
    return tuple(
        (rule.key, _value(rule, found[rule.key])) for rule in PARTS[system] if found[rule.key]
    )


def _may_be_a_folio(found: re.Match[str]) -> bool:
    """``f. 150`` is a folio as often as a fond, unless an opis or a delo follows."""
    return not (found["opis"] or found["delo"] or found[0].casefold().startswith(_FOND_IN_FULL))


_FOND_IN_FULL = ("fond", "фонд")


@cache
def _pattern(system: System) -> re.Pattern[str]:
    """One expression for the whole: each part at most once, in order, the first one required."""
    between = r"\s?[,.;:]?\s?"
    pieces = []
    for part in PARTS[system]:
        labels = "|".join(sorted(map(_spellings, part.labels), key=len, reverse=True))
        label = rf"(?i:{labels})(?:\s?\.\s?|\s)(?:(?i:N[oº°]?)\s?\.?\s?|№\s?|#\s?)?"
        if part.key == FIRST[system]:
            pieces.append(rf"{label}(?P<{part.key}>{part.value})")
        else:
            pieces.append(rf"(?:{between}{label}(?P<{part.key}>{part.value}))?")
    return re.compile("".join(pieces) + r"\s?[.;,]?")


# Cyrillic letters and the Latin ones that look the same: typists mix them (Oп, with a Latin O).
_ALIKE = {"о": "oо", "р": "pр", "а": "aа", "с": "cс"}


def _spellings(label: str) -> str:
    """A Cyrillic label, also with Latin letters of the same look; a Latin one as it is."""
    if label.isascii():
        return label
    return "".join(f"[{_ALIKE[letter]}]" if letter in _ALIKE else letter for letter in label)


def _split_repository(text: str) -> tuple[str, str]:
    """(the archive's name at the head, the rest); the name is empty where none is known."""
    found = _heads().match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


@cache
def _heads() -> re.Pattern[str]:
    names = sorted({n for fact in REPOSITORIES for n in names_of(fact)}, key=len, reverse=True)
    towns = sorted({t for fact in REPOSITORIES for t in (fact.town, fact.own_town)})
    either = "|".join(map(re.escape, names)), "|".join(map(re.escape, towns))
    full = rf"((?:{either[0]})(?:\s?\([^()]{{1,20}}\))?(?:,\s?(?:{either[1]}))?)"
    return re.compile(rf"{full}\s?[,.:;]\s?", re.IGNORECASE)


def _value(rule: Part, value: str) -> str:
    if not rule.leaves:
        return _spaced(value)
    leaves = re.sub(r"\s?-\s?", "–", _plain(value))
    leaves = re.sub(r"\s?[,;]\s?", ", ", leaves)
    leaves = re.sub(r"(?<=[0-9])\s?(?:ob|об)\b\.?", " ob.", leaves, flags=re.IGNORECASE)
    return re.sub(r"(?<![\w.])0+(?=[0-9])", "", leaves)


def _in_words(rule: Part, value: str, language: Language, style: Style) -> str:
    several = rule.leaves and re.search("[,–]", value) is not None
    word = rule.words[language, style][several]
    return f"{word} {value.replace(' ob.', ' об.') if language == 'ru' else value}"


def _plain(text: str) -> str:
    """Widths and kinds of dash unified, for reading; № is spelt No by NFKC."""
    return _spaced(_DASHES.sub("-", unicodedata.normalize("NFKC", text)))


_DASHES = re.compile("[\u2010-\u2015\u2212]")


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _shortened(key: str) -> str:
    if len(key) <= LONGEST_KEY:
        return key
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]}#{digest}"


def _fold(text: str) -> str:
    return _plain(text).casefold()


# Enough for letters in fonds and files: GARF's Р-5446 is written R-5446 in English.
_LATIN = str.maketrans(
    dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "ы": "y", "ю": "yu", "я": "ya"}
)


def _fold_value(value: str) -> str:
    return _fold(value).translate(_LATIN)


def _natural(text: str) -> str:
    """Each number behind its length, so that longer ones sort later: 12 is 0212."""

    def counted(found: re.Match[str]) -> str:
        digits = found[0].lstrip("0") or "0"
        return f"{min(len(digits), 99):02}{digits}"

    return re.sub("[0-9]+", counted, text)
