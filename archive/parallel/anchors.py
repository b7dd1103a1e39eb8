"""What two units have in common whatever their languages: figures, dates, names, endings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt

from archive.parallel.evidence import Matches
from archive.parallel.facts import REMEMBERED, facts
from archive.parallel.folding import fold
from archive.parallel.languages import tongue
from archive.parallel.numbers import canonical
from archive.parallel.sentences import ends_short
from archive.parallel.skeletons import skeleton
from archive.parallel.values import Lexicon

Features = Mapping[str, float]

_LATIN = "en de fr es it pt nl sv da nb no fi et lv lt pl cs sk sl hr hu ro tr id vi"
LATIN = frozenset(_LATIN.split())
"""Languages in Latin script: two of them share words as they are spelt."""

COMMON = 12
"""A feature that stands in more units than this on either side tells nothing."""

_NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]+|[א-ת\u0620-\u064a]{3,}|[가-힣]{2,}")
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_PLAIN_FIGURE = re.compile(r"\d{2,24}")
_ANY_WORD = re.compile(r"\w+")
_LONGEST = 5000
"""Anchors are read from this many characters of a unit; a longer one is no sentence."""


@lru_cache(maxsize=REMEMBERED)
def features(text: str, language: str, other_language: str) -> Features:
    """Weighted anchors of one unit, to be looked for in units of the other language. Read once."""
    text = text[:_LONGEST]
    found = _figures(text, language)
    for word in _LATIN_WORD.findall(text):
        found[f"l:{word.lower()}"] = 1.5
    if {tongue(language), tongue(other_language)} <= LATIN:
        for word in _WORD.findall(fold(text)):
            found[f"w:{word}"] = 1.5
            found[f"p:{word[:5]}"] = 0.7
        return found
    for name in _NAME.findall(text):
        for shape in _shapes(name):
            found[f"s:{shape}"] = 0.5 * min(len(shape), 4)
    return found


def plain_features(text: str) -> Features:
    """The anchors of a unit that cost least to read: figures in digits, words in Latin script."""
    found = {f"n:{int(figure)}": 3.0 for figure in _PLAIN_FIGURE.findall(text[:_LONGEST])}
    for word in _LATIN_WORD.findall(text[:_LONGEST]):
        found[f"l:{word.lower()}"] = 1.5
    return found


def _shapes(name: str) -> set[str]:
    """Skeletons of a word; also without a Hebrew or Arabic prefix, a Korean particle or
    a Russian ending."""
    words = [name]
    if "\u0590" < name[0] < "\u0700":
        words += [name[1:], name[2:]]
    elif name[0] >= "가":
        words += [name[:-1], name[:-2]]
    elif "\u0400" < name[0] < "\u0530":
        words.append(name[:-2])
    shortest = 2 if name[0] < "\u0530" else 3
    return {shape for word in words if len(shape := skeleton(word)) >= shortest}


def _figures(text: str, language: str) -> dict[str, float]:
    stated = facts(text, language)
    found: dict[str, float] = {}
    for number in stated.numbers:
        weight = (3.0 if number.values[0] > 12 else 1.5) * (0.5 if number.soft else 1)
        for value in number.values:
            found[f"n:{canonical(value)}"] = weight
    for mention in stated.dates:
        if mention.month:
            found[f"m:{mention.month}"] = 2.0
        for part in (mention.year, mention.day):
            if part:
                found[f"n:{part}"] = 3.0 if part > 12 else 1.5
    return found


def matches(source: Sequence[Features], target: Sequence[Features]) -> Matches:
    """The pairs of units that share anchors, and how much."""
    source_count = Counter(name for unit in source for name in unit)
    places: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(target):
        for name in unit:
            if name in source_count:
                places[name].append(place)
    found: list[tuple[int, int, float]] = []
    for i, unit in enumerate(source):
        for name, weight in unit.items():
            where = places.get(name, ())
            if source_count[name] <= COMMON and len(where) <= COMMON:
                share = weight / sqrt(source_count[name] * len(where)) if where else 0.0
                found += [(i, place, share) for place in where]
    return Matches.summed(found)


def learned(source: Sequence[str], target: Sequence[str], lexicon: Lexicon) -> Matches:
    """As ``matches``, by the words that the archive's lexicon translates into each other."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(target):
        for word in _words(text):
            places[word].append(place)
    found: list[tuple[int, int, float]] = []
    for i, text in enumerate(source):
        for word in sorted(_words(text)):
            for other, weight in lexicon.weights.get(word, {}).items():
                where = places.get(other, ())
                if len(where) <= COMMON:
                    found += [(i, place, weight / sqrt(len(where))) for place in where]
    return Matches.summed(found)


def _words(text: str) -> set[str]:
    return set(_ANY_WORD.findall(fold(text[:_LONGEST])))


_CLOSERS = " \t\n\u00a0\"'”’»“)]」』】）"
_CALLS = "!:,！：，"


def ending(text: str) -> str:
    """How a unit ends: ``.`` stop, ``?`` question, ``!`` call or colon, empty without a mark.

    The full stop of an abbreviation (25.1.1950 г.) is none.
    """
    last = text.rstrip(_CLOSERS)[-1:]
    if last and last in ".。…۔।":
        return "" if ends_short(text[-_LONGEST:]) else "."
    if last and last in "?？؟":
        return "?"
    return "!" if last and last in _CALLS else ""
