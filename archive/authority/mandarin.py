"""Chinese names in pinyin, Wade–Giles and Palladius: read from any of them, written in all.

The table ``tables/mandarin.csv`` has each syllable in the three; ``tests/generate`` says how it is
made. A name here is its syllables in pinyin without tones.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from archive.authority import han

#: Readings of one name that are kept.
MOST_READINGS = 12
_MOST_WORDS, _LONGEST = 4, 60
_APOSTROPHES = re.compile("[\u2018\u2019\u201b`\u00b4\u02b9\u02bb-\u02bf\u2032\uff07]")
_HYPHENS = re.compile("[-\u2010-\u2015\u2212]")
#: Marks of letters, taken apart, that are none of й, ё and ü.
_TONES = re.compile("(?<!и)\u0306|[\u0300-\u0305\u0307\u0309-\u036f]")
_BETWEEN = re.compile(r"[\s,]+")
_LATIN = re.compile(r"[a-zü:' ,-]+")
_CYRILLIC = re.compile(r"[а-яё ,-]+")
#: Other spellings that are met, beside those of the table.
_ALSO_WADE_GILES = {
    "szu": "si", "sze": "si", "tze": "zi", "tz'e": "ci", "yi": "yi", "e": "e", "eh": "e",
    "ke": "ge", "k'e": "ke", "he": "he", "teh": "de", "t'eh": "te", "sheh": "she",
}  # fmt: skip
_ALSO_PALLADIUS = {"хой": "hui", "йо": "yo"}
#: Case endings of Russian, and what the word had in their place; the family name stays as it is.
_ENDINGS = (
    ("ом", ("",)), ("ем", ("й", "ь")), ("а", ("",)), ("у", ("",)), ("я", ("й", "ь")),
    ("ю", ("й", "ь")), ("е", ("", "й", "ь")),
)  # fmt: skip

_Index = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ChineseName:
    """Syllables of the family name, one or two, and of the given name, one or two."""

    family: tuple[str, ...]
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as one system writes it, and other ways to write the same: with a hyphen, without
    an apostrophe, in a case that stemmers do not know. ``language`` is a BCP 47 tag."""

    language: str
    form: str
    others: tuple[str, ...] = ()


def readings(name: str) -> tuple[ChineseName, ...]:
    """What a name may be: in characters, in pinyin, Wade–Giles (with its apostrophes or without),
    or Palladius, in a case of Russian too. Family name first, or last behind a given name of two
    syllables. The likeliest first; empty where it is no Chinese name."""
    written = _normal(name)
    if read := han.reading(written):
        return (ChineseName(*read),)
    if len(written) > _LONGEST:
        return ()
    if _CYRILLIC.fullmatch(written):
        return _first(_arranged(words, _palladius()) for words in _nominatives(written))
    if not _LATIN.fullmatch(written):
        return ()
    plain = written.replace("u:", "ü")
    return _first(
        (
            _arranged(_words(plain.replace("'", "-")), _pinyin()),
            _arranged(_words(plain), _wade_giles()),
            # Who writes one apostrophe writes them all.
            _arranged(_words(plain), {} if "'" in plain else _without_apostrophes()),
        )
    )


def spellings(name: ChineseName) -> tuple[Spelling, ...]:
    """The name in pinyin, Wade–Giles and Palladius."""
    return (_in_pinyin(name), _in_wade_giles(name), _in_palladius(name))


def _normal(name: str) -> str:
    """Small letters without tones; ü stays, and so do й and ё."""
    text = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", name)).casefold().strip()
    apart = unicodedata.normalize("NFD", _HYPHENS.sub("-", text))
    return unicodedata.normalize("NFC", _TONES.sub("", apart))


def _words(written: str) -> list[list[str]]:
    """The words, each as its parts between hyphens."""
    return [[part for part in word.split("-") if part] for word in _BETWEEN.split(written) if word]


def _nominatives(written: str) -> Iterator[list[list[str]]]:
    """The words as they stand, and with the last as it may be in the nominative."""
    words = _words(written.replace("ъ", "-"))
    yield words
    if not words or not words[-1]:
        return
    *parts, last = words[-1]
    for ending, instead in _ENDINGS:
        if last.endswith(ending):
            stem = last.removesuffix(ending)
            yield from ([*words[:-1], [*parts, stem + letter]] for letter in instead)


def _first(groups: Iterable[Iterable[ChineseName]]) -> tuple[ChineseName, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))[:MOST_READINGS]


def _arranged(words: list[list[str]], index: _Index) -> list[ChineseName]:
    if not 2 <= len(words) <= _MOST_WORDS:
        return []
    for family, given in ((words[:1], words[1:]), (words[:2], words[2:])):
        if names := list(_names(family, given, index)):
            return names
    turned = _names(words[-1:], words[:-1], index) if len(words) == 2 else ()
    return [name for name in turned if len(name.given) == 2]


def _names(family: list[list[str]], given: list[list[str]], index: _Index) -> Iterator[ChineseName]:
    families = [f for f in _syllables(family, index) if f in han.families()]
    for one, other in product(families, _syllables(given, index) if families else ()):
        yield ChineseName(one, other)


def _syllables(words: list[list[str]], index: _Index) -> list[tuple[str, ...]]:
    """Every way to read words as one syllable or two, in pinyin."""
    parts = [part for word in words for part in word]
    if not 1 <= len(parts) <= 2:
        return []
    cuts = [parts]
    if len(parts) == 1:
        (part,) = parts
        # A vowel within is set off by an apostrophe or a hyphen.
        halves = ([part[:n], part[n:]] for n in range(1, len(part)) if part[n] not in "aoe")
        cuts += [half for half in halves if half[0] in index and half[1] in index]
    return [said for cut in cuts for said in product(*(index.get(part, ()) for part in cut))]


def _in_pinyin(name: ChineseName) -> Spelling:
    family = _joined(name.family)
    given = _joined(name.given)
    hyphened = "-".join(name.given)
    return Spelling(
        "zh-Latn-pinyin",
        _cased(family, given),
        (_cased(family, hyphened),) if len(name.given) == 2 else (),
    )


def _joined(syllables: tuple[str, ...]) -> str:
    """With an apostrophe before a vowel within: xi'an."""
    return syllables[0] + "".join(("'" if s[0] in "aoe" else "") + s for s in syllables[1:])


def _in_wade_giles(name: ChineseName) -> Spelling:
    family, given = (
        "-".join(_table()[syllable][0] for syllable in part) for part in (name.family, name.given)
    )
    form = _cased(family, given)
    joined = _cased(family.replace("-", ""), given.replace("-", ""))
    often = _cased(*("-".join(map(_often, part.split("-"))) for part in (family, given)))
    ways = [way for each in (form, joined, often) for way in (each, each.replace("'", ""))]
    return Spelling("zh-Latn-wadegile", form, tuple(dict.fromkeys(w for w in ways if w != form)))


def _often(syllable: str) -> str:
    """Chu Teh, Ch'en Yi."""
    return {"te": "teh", "i": "yi"}.get(syllable, syllable)


def _in_palladius(name: ChineseName) -> Spelling:
    family, given = (
        [_table()[syllable][1] for syllable in part] for part in (name.family, name.given)
    )
    first = "".join(family)
    whole = given[0] + "".join(
        ("ъ" if before.endswith("н") and part[0] in "аоуэеёюя" else "") + part
        for before, part in pairwise(given)
    )
    others = [whole[:-1] + "я"] if whole.endswith("й") else []
    others += ["-".join(given)] if len(given) == 2 else []
    return Spelling("ru", _cased(first, whole), tuple(_cased(first, each) for each in others))


def _cased(family: str, given: str) -> str:
    return f"{family[0].upper()}{family[1:]} {given[0].upper()}{given[1:]}"


@cache
def _table() -> dict[str, tuple[str, str]]:
    """Pinyin → Wade–Giles and Palladius."""
    with (han.TABLES / "mandarin.csv").open(encoding="utf-8", newline="") as lines:
        return {pinyin: (giles, palladius) for pinyin, giles, palladius in csv.reader(lines)}


def _index(pairs: Iterable[tuple[str, str]]) -> _Index:
    found: dict[str, tuple[str, ...]] = {}
    for spelled, syllable in pairs:
        if syllable not in found.get(spelled, ()):
            found[spelled] = (*found.get(spelled, ()), syllable)
    return found


@cache
def _pinyin() -> _Index:
    """ü is also written v, yu and u."""
    ways = [(way, s) for s in _table() if "ü" in s for way in ("v", "yu", "u")]
    return _index([*((s, s) for s in _table()), *((s.replace("ü", w), s) for w, s in ways)])


@cache
def _wade_giles() -> _Index:
    """ü is also written u."""
    spelled = [(giles, s) for s, (giles, _) in _table().items()]
    others = [*_ALSO_WADE_GILES.items(), *((g.replace("ü", "u"), s) for g, s in spelled)]
    return _index([*spelled, *others])


@cache
def _without_apostrophes() -> _Index:
    return _index(
        (spelled.replace("'", ""), syllable)
        for spelled, syllables in _wade_giles().items()
        for syllable in syllables
    )


@cache
def _palladius() -> _Index:
    """э is also written е."""
    spelled = [(palladius, s) for s, (_, palladius) in _table().items()]
    others = [(p.replace("э", "е"), s) for p, s in spelled]
    return _index([*spelled, *_ALSO_PALLADIUS.items(), *others])
