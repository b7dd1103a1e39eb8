"""Names of people and bodies: how they sort, invert, match and become addresses."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from anyascii import anyascii
from django.utils.text import slugify

from archive.authority.han import SIMPLER

#: Characters of a key; the column that holds it is as long.
LONGEST_KEY = 500
LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person or body as named: ``forms`` are (BCP 47 tag, the name there), in order.

    ``family_first``: said and written family name first (Mao Zedong). None of the two flags:
    nobody has said.
    """

    name: str
    family: str = ""
    given: str = ""
    family_first: bool | None = None
    organisation: bool | None = None
    forms: tuple[tuple[str, str], ...] = ()

    @property
    def inverted(self) -> str:
        """``Liu, Shaoqi``, for formats that ask it of everybody (RIS, DC.creator).

        Unchanged for a body, and where the family name is not recorded: it is never guessed.
        """
        if self.organisation or not (self.family and self.given):
            return self.name
        return f"{self.family}, {self.given}"

    @property
    def sort_form(self) -> str:
        """``Orlov, N. V.``, but ``Liu Shaoqi``: family-first names never get a comma."""
        return self.name if self.family_first else self.inverted

    def display(self, language: str = "en") -> str:
        """The form in a language, by BCP 47 tag; the name itself where there is none.

        ``zh-Hans-CN`` falls back to ``zh-Hans`` and ``zh`` (RFC 4647, lookup), and ``zh`` is
        content with ``zh-Hant``, never with a romanisation (``zh-Latn-wadegile``).
        """
        forms = {tag.casefold(): form for tag, form in reversed(self.forms)}
        subtags = language.casefold().split("-")
        for length in range(len(subtags), 0, -1):
            if form := forms.get("-".join(subtags[:length])):
                return form
        wider = f"{language.casefold()}-"
        close = (f for tag, f in self.forms if _narrows(tag.casefold(), wider))
        return next(close, self.name)


def _narrows(tag: str, wider: str) -> bool:
    return tag.startswith(wider) and "latn" not in tag.removeprefix(wider).split("-")


# Letters that Unicode does not take apart, and those of which romanisations disagree.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"ё": "е"}
)
# Said to be apostrophes, and the signs for ayn and hamza, which most writers leave out:
# ' ’ ‘ ‛ ` ´ ʹ ʻ ʼ ʽ ʾ ʿ ′ ＇.
_APOSTROPHES = re.compile("['\u2018\u2019\u201b`\u00b4\u02b9\u02bb-\u02bf\u2032\uff07]")
_ACUTE_OR_GRAVE = "\u0300\u0301"


def fold_name(name: str) -> str:
    """The key by which forms of names are matched; equal keys are the same spelling.

    Capitals, widths and compatibility forms (NFKC) are folded, and the accents of Latin and
    Greek letters, Hebrew points and Arabic vowel signs, ё, and the stress marks of Cyrillic;
    й stays й, and so do the marks of other scripts, where they are letters. A traditional Chinese
    character is its simplified one. Hyphens, full stops, commas, middle dots and any spaces are
    one space; apostrophes are nothing (Yan'an, Yanan). The order of words stays. Empty for a
    name of no letter, digit or sign at all.
    """
    if name.isascii():
        words = name.translate(_ASCII).split()
    else:
        text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", name)).casefold()
        text = _without_marks(text).translate(_LETTERS).translate(SIMPLER)
        words = "".join(_kept(sign) for sign in text).split()
    return (" ".join(words) or " ".join(name.split()).casefold())[:LONGEST_KEY].rstrip()


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    signs = [sign for base, sign in pairwise(f"\0{apart}") if not _drops(base, sign)]
    return unicodedata.normalize("NFC", "".join(signs))


def _drops(base: str, mark: str) -> bool:
    """Whether a mark after ``base`` is an accent, a point or a vowel sign."""
    if "\u0300" <= mark <= "\u036f":
        return not "\u0400" <= base <= "\u052f" or mark in _ACUTE_OR_GRAVE
    return "\u0591" <= mark <= "\u05c7" or "\u064b" <= mark <= "\u065f" or mark == "\u0670"


def _kept(sign: str) -> str:
    """Letters, digits, marks and symbols themselves; signs that join nothing; else a space."""
    category = unicodedata.category(sign)
    if category in ("Cf", "Mn", "Mc") or category[0] in "LNS":
        return "" if category == "Cf" else sign
    return " "


#: What becomes of each sign of ASCII, to which most of that does nothing.
_ASCII = {ord(sign): _kept(sign).lower() for sign in map(chr, range(128))}
_ASCII |= dict.fromkeys(map(ord, "'`"), "")


def slugify_name(name: str) -> str:
    """The ASCII end of an address: ``Ким Ир Сен`` is ``kim-ir-sen``, 刘少奇 ``liushaoqi``.

    At most 80 characters, cut at a word where there is one. Empty where nothing can be said in
    ASCII. Two names may have one slug: whoever stores it makes it unique.
    """
    slug = slugify(anyascii(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", name))))
    if len(slug) <= LONGEST_SLUG:
        return slug
    cut = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return cut.strip("-_")
