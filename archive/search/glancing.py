"""Where in a wording a word may stand that begins as one sought does: letters that follow each other
are found in bytes in a tenth of the time that a class of characters takes.

Each character is made one byte first: a letter the small one that it folds to, and whatever is in no
such word a space, so that a word is found with the space before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from archive.search.analyser import has_run, simple, word_at
from archive.texts.folding import fold

#: Letters of a word that are looked for at most, and that French, Italian and their like keep.
_LETTERS, _KEPT = 5, 3
#: So many beginnings are looked for; more are cut shorter until they are so few.
_FEW = 8
#: As what a character beyond ASCII is seen that folds to no letter from a to z: what may stand for any
#: letters or for none; a mark or the like, which may stand within a word. Both are letters that fold to
#: themselves. One of a run is in no such word, but a word may stand beside it; a letter of Greek or
#: Cyrillic may be taken for a Latin one beside it; nothing else is looked at.
_ANY, _MARK, _OF_RUN, _TWIN, _NOTHING = "þ", "ð", "*", "?", ""
_ASCII = bytes(range(0x80))
#: The letter ß, which is seen as one s, may be what is sought as two.
_SHARP = re.compile("ss.*")
#: Where there are so many characters beyond ASCII, those that are frequent are not told apart.
_MANY = 100
_FREQUENT = (
    (re.compile("[\u0410-\u044f]+"), _TWIN),
    (re.compile("[\u05d0-\u05ea\u0620-\u063f\u0641-\u064a]+"), _NOTHING),
    (re.compile("[\u3041-\u3096\u4e00-\u9fff\uac00-\ud7a3]+"), _OF_RUN),
)


def _seen(byte: int) -> int:
    """As a byte of Latin-1 is seen: a small letter, a figure, or a space."""
    if byte < 0x80 and chr(byte).isalnum():
        return ord(chr(byte).lower())
    return byte if chr(byte) in (_ANY, _MARK) else 0x20


_SEEN = bytes(map(_seen, range(256)))
#: The same with one letter for all, and what stands for Greek and Cyrillic.
_ALIKE = bytes(
    0x3F if c in b"?\xb5" else 0x61 if chr(_seen(c)).isalpha() else 0x20 for c in range(256)
)
_WORD = re.compile(r"[^\W_](?<![^\W_][^\W_])[^\W_]*")

#: Languages whose stemmers change Latin letters within a word.
_CHANGED = frozenset({"en", "es", "fr", "it", "pt"})

#: How a word begins that may be one of those sought: a space and some letters.
Starts = tuple[bytes, ...]


def starts(values: Iterable[str], language: str | None) -> Starts:
    """How words begin that fold, or are stemmed in the language, to one of the values. Each value
    begins with a letter from a to z, and the stemmer takes nothing from the front of a word of Latin
    letters."""
    ways = {_SHARP.sub("s", way) for value in values for way in _ways(value, language)}
    for size in range(_LETTERS, 0, -1):
        ways = {way[:size] for way in ways}
        fewest = {w for w in ways if not any(w[:size] in ways for size in range(1, len(w)))}
        if len(fewest) <= _FEW:
            break
    return tuple(b" " + way.encode() for way in sorted(fewest))


def _ways(value: str, language: str | None) -> list[str]:
    """An English stem of four letters or more has at most its last from no word; a shorter one has y
    for i and i for y, and e for i in age and use. German takes the e out of ae, oe and ue."""
    letters = next(re.finditer("[a-z]+", value))[0]
    if language == "de":
        return [next(re.finditer("[^aou]*[aou]?", letters))[0][:_LETTERS]]
    if language == "en" and len(value) > _KEPT:
        return [letters[: min(_LETTERS, len(value) - 1)]]
    if language not in _CHANGED:
        return [letters[:_LETTERS]]
    ways = [letters[:1]]
    for at, letter in enumerate(letters[1:_KEPT], start=1):
        alike = "iy" if letter in "iy" else "ei" if at == 2 and letter == "e" else letter
        ways = [way + other for way in ways for other in alike]
    return ways


def words_in(wording: str, begin: Starts) -> Sequence[re.Match[str]] | None:
    """Every word of a wording that may be one of those, and few others, in order; None where letters
    of several scripts stand side by side, of which this cannot tell."""
    if wording.isascii():
        seen = b" " + wording.encode().translate(_SEEN)
        return [word for at in _places(seen, begin) if (word := _WORD.match(wording, at))]
    known, kinds = _signs(wording)
    flat = wording
    for sign, kind in known.items():
        if kind.isalpha():
            flat = flat.replace(sign, kind)
    if _TWIN in kinds and _mixed(flat, known):
        return None
    seen = b" " + flat.encode("latin-1", "replace").translate(_SEEN)
    while _MARK in kinds and b" \xf0" in seen:
        seen = seen.replace(b" \xf0", b"  ")
    places = _places(seen, _with(begin, _ANY in kinds, _MARK in kinds))
    if _OF_RUN in kinds or _MARK in kinds:
        return [word for at in places if (word := word_at(wording, at))]
    return [word for at in places if (word := _WORD.match(wording, at))]


def _signs(wording: str) -> tuple[Mapping[str, str], set[str]]:
    """Characters beyond ASCII with their kinds, and the kinds of all that there are."""
    signs = wording.encode("utf-8", "replace").translate(None, _ASCII).decode()
    kinds: set[str] = set()
    for pattern, kind in _FREQUENT if len(signs) > _MANY else ():
        others = pattern.sub("", signs)
        kinds.update([kind] if others != signs else ())
        signs = others
    known = {sign: _KINDS[sign] for sign in {*signs}}
    return known, kinds.union(known.values())


def _mixed(flat: str, known: Mapping[str, str]) -> bool:
    """Whether a letter of Greek or Cyrillic stands beside one that is or may be Latin."""
    for sign in ("?", *(sign for sign, kind in known.items() if kind == _NOTHING)):
        if sign not in (_ANY, _MARK):
            flat = flat.replace(sign, " ")
    alike = flat.encode("latin-1", "replace").translate(_ALIKE)
    return b"a?" in alike or b"?a" in alike


class _Kinds(dict[str, str]):
    """By character, remembered."""

    def __missing__(self, sign: str) -> str:
        self[sign] = kind = _kind(sign)
        return kind


_KINDS = _Kinds()


def _kind(sign: str) -> str:
    if has_run(sign):
        return _OF_RUN
    if not simple(sign):
        return _MARK
    if not sign.isalnum():
        return _NOTHING
    letters = fold(sign).text
    if not letters[:1].isalnum():
        return _ANY
    if "\u0370" <= letters < "\u0530":
        return _TWIN
    if not "a" <= letters < "{":
        return _NOTHING
    return letters[0] if len(letters) == 1 or letters == "ss" else _ANY


def _places(seen: bytes, begin: Starts) -> Sequence[int]:
    """Where the spaces stand before such words, in order."""
    places: list[int] = []
    for each in begin:
        at = seen.find(each)
        while at >= 0:
            places.append(at)
            at = seen.find(each, at + 1)
    if len(begin) > 1:
        places.sort()
    return places


@lru_cache(maxsize=500)
def _with(begin: Starts, any_letter: bool, mark: bool) -> Starts:
    """How such words begin where some characters may be any letter, or stand on one: as they do, or
    so far as one of those stands."""
    found = {each[:size] + b"\xfe" for each in begin for size in range(1, len(each)) if any_letter}
    found |= {each[:size] + b"\xf0" for each in begin for size in range(2, len(each)) if mark}
    return (*begin, *sorted(found))
