"""Where in a wording a word may stand that begins as one sought does, seen in its bytes: letters that
follow each other are found there in a tenth of the time that a class of characters takes.

All but letters and figures is made a space first, so that a word is found with the space before it,
and a letter beyond ASCII, which may fold to any other, becomes one sign for all such letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from archive.texts.folding import fold

#: Letters of a word that are looked for at most, and that French, Italian and their like keep.
_LETTERS, _KEPT = 5, 3
#: So many beginnings are looked for one after another; more of them at once.
_FEW = 6
#: As a byte is looked at: part of a letter or mark beyond ASCII that may stand among Latin ones; a
#: letter that may be taken for a Latin one; one of another script.
_OTHER, _TWIN, _FOREIGN = 0xFF, 0xFE, 0xFD


def _seen(byte: int) -> int:
    """Small letters and figures of ASCII; a sign for what begins a letter; a space for what begins
    punctuation and for what goes on with a character, so that a word after it is found too."""
    if byte < 0x80:
        return ord(chr(byte).lower()) if chr(byte).isalnum() else 0x20
    if byte < 0xC3 or byte == 0xE2:
        return 0x20
    if byte < 0xCD or byte == 0xE1:
        return _OTHER
    return _FOREIGN if 0xD5 <= byte < 0xEE else _TWIN


_SEEN = bytes(map(_seen, range(256)))
#: Characters that begin with the same bytes as those meant there: letters, figures and what is
#: invisible up to U+00BF; no Latin letters from U+1000 on; from U+2000 on whatever is no
#: punctuation, currency, arrow, drawing; from U+A000 on Latin letters.
_ELSE = [
    re.compile(pattern)
    for pattern in (
        rb"\xe2(?!\x80[\x90-\xbf]|\x82[\xa0-\xbf]|[\x86-\x8f\x94-\x9c])",
        rb"\xc2[\xaa\xad\xb2\xb3\xb5\xb9\xba\xbc-\xbe]",
        rb"\xe1(?![\xb8-\xbb])",
        rb"\xea[\x9c-\x9f\xad]",
    )
]
#: What of a wording without Latin letters is left.
_NO_LETTERS = bytes([_TWIN, _FOREIGN]) + b" 0123456789"
#: With this byte most marks begin that stand over or under a letter.
_MARK = 0xCC
_FULL_WIDTH_SIGN = re.compile(rb"\xef\xbc[\x81-\xa0]")
#: A wording in which one of so many signs is such a letter is read sooner by a class of characters.
_DENSE = 24
#: What may be a mark of another script on a Latin letter.
_MARKED = re.compile(rb"\xfd(?<=[a-z]\xfd)")
#: Such a letter or mark among the first signs of a word, after none, one, two and so on.
_EARLY = re.compile(
    rb"\xff(?:%b)" % b"|".join(rb"(?<= [a-z0-9]{%d}\xff)()" % n for n in range(_LETTERS))
)
#: A word without a Latin letter, for which none of its letters is taken.
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_WORD = re.compile(r"[^\W_](?<![^\W_][^\W_])[^\W_]*")

#: Languages whose stemmers change Latin letters within a word.
_CHANGED = frozenset({"en", "es", "fr", "it", "pt"})

#: How a word begins that may be one of those sought: a space and some letters.
Starts = tuple[bytes, ...]


def starts(values: Iterable[str], language: str | None) -> Starts:
    """How words begin that fold, or are stemmed in the language, to one of the values, unless one of
    these letters is beyond ASCII. Each value begins with a letter from a to z, and the stemmer takes
    nothing from the front of a word of Latin letters."""
    ways = {way for value in values for way in _ways(value, language)}
    return tuple(
        b" " + way.encode()
        for way in sorted(ways)
        if not any(way[:size] in ways for size in range(1, len(way)))
    )


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
    """Every word of a wording that may be one of those, and few others, in order; None where it has
    characters of which this cannot tell."""
    if wording.isascii():
        seen = b" " + wording.encode().translate(_SEEN)
        return [word for at in _places(seen, begin) if (word := _WORD.match(wording, at))]
    raw = wording.encode("utf-8", "surrogatepass")
    seen = b" " + _FULL_WIDTH_SIGN.sub(b"   ", raw).translate(_SEEN)
    others = seen.count(_OTHER)
    if others * _DENSE > len(seen) or any(each.search(raw) for each in _ELSE):
        return None
    if _TWIN in seen:
        return None if seen.translate(None, _NO_LETTERS) else ()
    if _MARKED.search(seen):
        return None
    places = _places(seen, begin)
    if others:
        places = sorted([*places, *_early(seen, begin)])
    if places and (_FOREIGN in seen or _MARK in raw):
        return None
    return [*_matched(wording, raw, places, begin)] if places else ()


def _matched(
    wording: str, raw: bytes, places: Sequence[int], begin: Starts
) -> Iterator[re.Match[str]]:
    """The words at these places in the bytes."""
    letters = frozenset(chr(each[1]) for each in begin)
    read = place = 0
    for at in places:
        place += len(raw[read:at].decode())
        read = at
        word = _WORD.match(wording, place)
        if word and may_begin(word[0], letters):
            yield word


def may_begin(word: str, letters: frozenset[str]) -> bool:
    """Whether it may fold to something that begins with one of these small letters."""
    first = _first(word[0])
    if first in letters or not first.isalnum():
        return True
    return "\u0370" <= first < "\u0530" and not _CYRILLIC.fullmatch(word)


@cache
def _first(letter: str) -> str:
    """What a letter begins with as it is folded; empty where it folds to nothing."""
    return fold(letter).text[:1]


def _places(seen: bytes, begin: Starts) -> Sequence[int]:
    """Where the spaces stand before such words, in order."""
    if len(begin) > _FEW:
        return [found.start() for found in _any_of(begin).finditer(seen)]
    places: list[int] = []
    for each in begin:
        at = seen.find(each)
        while at >= 0:
            places.append(at)
            at = seen.find(each, at + 1)
    if len(begin) > 1:
        places.sort()
    return places


@lru_cache(maxsize=100)
def _any_of(begin: Starts) -> re.Pattern[bytes]:
    return re.compile(b"|".join(begin))


def _early(seen: bytes, begin: Starts) -> Iterator[int]:
    """Where they stand before words that go so as far as there is a letter beyond ASCII."""
    alike = _beginnings(begin)
    for found in _EARLY.finditer(seen):
        end = found.start()
        at = end - (found.lastindex or 0)
        if seen[at:end] in alike:
            yield at


@lru_cache(maxsize=100)
def _beginnings(begin: Starts) -> frozenset[bytes]:
    return frozenset(each[:size] for each in begin for size in range(1, len(each)))
