"""What two units have in common whatever their languages: figures, dates, names, endings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log, sqrt

import numpy as np

from archive.parallel.evidence import Floats, Matches
from archive.parallel.facts import REMEMBERED, facts
from archive.parallel.folding import fold
from archive.parallel.languages import tongue
from archive.parallel.numbers import canonical
from archive.parallel.sentences import ends_short
from archive.parallel.skeletons import skeleton
from archive.parallel.stems import stems
from archive.parallel.values import Lexicon

Features = Mapping[str, float]

_LATIN = "en de fr es it pt nl sv da nb no fi et lv lt pl cs sk sl hr hu ro tr id vi"
LATIN = frozenset(_LATIN.split())
"""Languages in Latin script: two of them share words as they are spelt."""

COMMON = 12
"""An anchor that stands in more units than this on either side tells nothing."""

COMMON_LEARNED = 2_500
"""Two words that translate each other tell nothing where they make more pairs of units."""

BY_CHANCE = "lwpc"
"""Kinds of anchor of which any two units share some."""

Common = tuple[str, list[tuple[int, float]], list[tuple[int, float]]]

_NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]+|[א-ת\u0620-\u064a]{3,}|[가-힣]{2,}")
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONG_WORD = re.compile(r"[a-zа-яё]{6,}|[א-ת\u0620-\u064a]{5,}|[가-힣]{3,}")
_PLAIN_FIGURE = re.compile(r"\d{2,24}")
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
    for word in _LONG_WORD.findall(text.lower()):
        found |= _borrowed(word)
    return found


def _borrowed(word: str) -> Features:
    """What is left of a word that two languages may have from a third: division, дивизия."""
    shape = skeleton(word)
    return {f"c:{shape[:size]}": 0.5 * (size - 2) for size in (3, 4) if len(shape) >= size}


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


def common(source: Sequence[Features], target: Sequence[Features]) -> list[Common]:
    """Anchors that stand on both sides and in few units of each, with their places and weights."""
    here, there = _places(source), _places(target)
    return [
        (name, ours, there[name])
        for name, ours in here.items()
        if name in there and len(ours) <= COMMON and len(there[name]) <= COMMON
    ]


def matches(shared: Sequence[Common], kinds: Mapping[str, float]) -> Matches:
    """The pairs of units that share anchors, and how much. ``kinds`` weigh the anchors by the
    first letter of their names."""
    return Matches.summed(
        [
            (i, j, kinds[name[0]] * weight)
            for name, ours, theirs in shared
            for i, j, weight in _pairs(ours, theirs)
        ]
    )


def expected(
    shared: Sequence[Common], kinds: Mapping[str, float], sizes: tuple[int, int]
) -> list[tuple[Floats, Floats]]:
    """What two units share by mere chance: the sum, over these, of the value of the one times that
    of the other.

    Spelt words alike come by chance in any two sentences of one story; figures and names do not.
    """
    found: list[tuple[Floats, Floats]] = []
    for kind in BY_CHANCE:
        held = [(some, others) for name, some, others in shared if name[0] == kind]
        pairs = Matches.summed([pair for some, others in held for pair in _pairs(some, others)])
        if total := pairs.weight.sum():
            ours = np.bincount(pairs.source, pairs.weight, sizes[0]).astype(np.float64)
            theirs = np.bincount(pairs.target, pairs.weight, sizes[1]).astype(np.float64)
            found.append((ours * kinds[kind], theirs / total))
    return found


def _places(units: Sequence[Features]) -> dict[str, list[tuple[int, float]]]:
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, unit in enumerate(units):
        for name, weight in unit.items():
            places[name].append((place, weight))
    return places


def _pairs(
    ours: list[tuple[int, float]], theirs: list[tuple[int, float]]
) -> Iterator[tuple[int, int, float]]:
    rarity = 1 / sqrt(len(ours) * len(theirs))
    for i, weight in ours:
        for j, _ in theirs:
            yield i, j, weight * rarity


def learned(
    source: Sequence[str], target: Sequence[str], languages: tuple[str, str], lexicon: Lexicon
) -> Matches:
    """As ``matches``, by the words that the archive's lexicon translates into each other."""
    here = _stem_places(source, languages[0])
    there = _stem_places(target, languages[1])
    found: list[tuple[int, int, float]] = []
    for stem, ours in here.items():
        for other, weight in lexicon.weights.get(stem, {}).items():
            theirs = there.get(other, [])
            if len(ours) * len(theirs) <= COMMON_LEARNED:
                rarity = _rarity(len(source), ours) + _rarity(len(target), theirs)
                found += [(i, j, weight * rarity) for i in ours for j in theirs]
    return Matches.summed(found)


def _rarity(count: int, places: list[int]) -> float:
    return log((count + 1) / (len(places) or 1)) / 4


def _stem_places(units: Sequence[str], language: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(units):
        for stem in stems(text[:_LONGEST], language):
            places[stem].append(place)
    return places


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
