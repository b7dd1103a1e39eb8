"""Word translations learned from pairs of sentences that render each other: IBM model 1, both ways.

Nothing says which word of a sentence renders which; over many pairs the words that keep company
come out (Brown et al., "The Mathematics of Statistical Machine Translation", 1993, model 1). Both
directions are asked, and a pair is as good as the geometric mean of their answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from archive.parallel.evidence import Floats, Ints
from archive.parallel.stems import stems
from archive.parallel.values import Lexicon

LEARNING_ROUNDS = 2
"""How often an archive aligns its texts and learns from that."""

SURE = 0.5
"""Beads from this confidence on are learned from."""

ROUNDS = 6
"""Of expectation and maximisation."""

COMPANY = 3_000_000
"""Pairs are read until so many pairs of words stand together in them: some 6,800 sentences of
news, and 330 MB while it learns."""

LONGEST = 80
"""A pair with more stems than this on a side is no sentence, and is left out."""

LEAST, SEEN = 0.1, 1.2
"""A translation is kept from this weight on, and from so many pairs in which it is expected."""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Wordings that render each other. ``weight``: as how many pairs it counts."""

    source: str
    target: str
    weight: float = 1.0


def learn(pairs: Iterable[SentencePair], languages: tuple[str, str]) -> Lexicon:
    """What the words (``stems``) of the first language mean in the second. The first pairs are read
    where there are more than fit ``COMPANY``; the same pairs in the same order teach the same."""
    company = _Company.of(pairs, languages)
    if not len(company.kind):
        return Lexicon()
    onward = company.translated(company.source, company.target)
    back = company.translated(company.target, company.source)
    weight = np.sqrt(onward.likely * back.likely)
    kept = (weight >= LEAST) & (np.minimum(onward.seen, back.seen) >= SEEN)
    found: dict[str, dict[str, float]] = {}
    for place in np.flatnonzero(kept).tolist():
        word = company.words[0][company.source[place]]
        other = company.words[1][company.target[place]]
        found.setdefault(word, {})[other] = round(float(weight[place]), 3)
    return Lexicon(found)


@dataclass(frozen=True, slots=True)
class _Translated:
    """For each pair of words, how likely the one is rendered by the other, and how often."""

    likely: Floats
    seen: Floats


@dataclass(frozen=True, slots=True)
class _Company:
    """Which words stand together. Each meeting of two words in a pair of sentences has a ``kind``
    (which two words), a ``place`` (which sentences) and a ``weight``; ``source`` and ``target``
    are the words of each kind."""

    words: tuple[list[str], list[str]]
    kind: Ints
    place: Ints
    weight: Floats
    source: Ints
    target: Ints

    @classmethod
    def of(cls, pairs: Iterable[SentencePair], languages: tuple[str, str]) -> _Company:
        numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
        ours, theirs, places, weights, count = [], [], [], [], 0
        for place, pair in enumerate(pairs):
            some = _numbered(stems(pair.source, languages[0]), numbers[0])
            others = _numbered(stems(pair.target, languages[1]), numbers[1])
            count += len(some) * len(others)
            if count > COMPANY:
                break
            ours.append(np.repeat(some, len(others)))
            theirs.append(np.tile(others, len(some)))
            places.append(np.full(len(some) * len(others), place))
            weights.append(pair.weight)
        words = list(numbers[0]), list(numbers[1])
        if not count or not places:
            return cls(
                words, *(np.zeros(0, np.int64),) * 2, np.zeros(0), *(np.zeros(0, np.int64),) * 2
            )
        keys = np.concatenate(ours).astype(np.int64) * len(words[1]) + np.concatenate(theirs)
        kinds, kind = np.unique(keys, return_inverse=True)
        place_of = np.concatenate(places)
        return cls(
            words, kind, place_of, np.array(weights)[place_of],
            kinds // len(words[1]), kinds % len(words[1]),
        )  # fmt: skip

    def translated(self, given: Ints, rendered: Ints) -> _Translated:
        """How each word of ``given`` is rendered; a word may also render nothing, and is then as
        likely as it is frequent."""
        word = rendered[self.kind]
        _, group = np.unique(
            self.place.astype(np.int64) * (word.max() + 1) + word, return_inverse=True
        )
        unasked = (np.bincount(word) / len(word))[word]
        likely: Floats = np.ones(len(given))
        seen: Floats = np.zeros(len(given))
        for turn in range(ROUNDS):
            here = likely[self.kind]
            share = here / (np.bincount(group, here)[group] + (unasked if turn else 0.0))
            seen = np.bincount(self.kind, share * self.weight, len(given)).astype(np.float64)
            likely = seen / np.bincount(given, seen)[given]
        return _Translated(likely, seen)


def _numbered(words: Sequence[str], numbers: dict[str, int]) -> Ints:
    if len(words) > LONGEST:
        return np.zeros(0, np.int64)
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int64)
