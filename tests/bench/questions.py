"""What engines are asked: questions of several kinds, drawn from the records themselves."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

RARE, COMMON, PHRASE, BOTH = "rare word", "common word", "phrase of three", "two words, AND"
PREFIX, DATED, FILTERED = "prefix", "common word, by date", "two filters, all facets"
#: Nothing was promised of these two.
FACETED, ALL = "common word, all facets", "every record, all facets"
PROMISED = (RARE, COMMON, PHRASE, BOTH, PREFIX, DATED, FILTERED)
KINDS = (*PROMISED, FACETED, ALL)

_WORD = re.compile(r"[a-z]+")
_SHORTEST, _BEGINNING = 4, 5


@dataclass(frozen=True, slots=True)
class Question:
    """Words to look for, in small letters; all of them. ``filters`` are a kind of record and the
    language of a text that it must have, ``facets`` whether all are to be counted."""

    kind: str
    words: tuple[str, ...]
    phrase: bool = False
    prefix: bool = False
    dated: bool = False
    filters: tuple[str, str] | None = None
    facets: bool = False

    @property
    def typed(self) -> str:
        """As a reader of our archive would type it."""
        if not self.words:
            return ""
        if self.phrase:
            return f'"{" ".join(self.words)}"'
        return self.words[0] + "*" if self.prefix else " ".join(self.words)


def words(body: str) -> list[str]:
    """The words of a text in small letters, in order."""
    return _WORD.findall(body.lower())


def questions(
    bodies: Sequence[str], kinds: Sequence[str], stop: frozenset[str], count: int
) -> list[Question]:
    """So many of each kind, always the same for the same texts. ``kinds`` are kinds of records;
    ``stop`` are words that are not asked for.

    A common word stands in 20 to 80 of 100 texts, one of two in 2 to 20, a rare one in one of all.
    """
    chance = random.Random(1950)
    said = [words(body) for body in bodies]
    found = Counter(w for each in said for w in set(each) - stop if len(w) >= _SHORTEST)

    def between(low: float, high: float) -> list[str]:
        """Any words, where the texts are too much alike to have such."""
        some = (w for w, n in found.items() if low <= n / len(bodies) <= high)
        return sorted(some) or sorted(found)

    common, middling, rare = between(0.2, 0.8), between(0.02, 0.2), between(0, 1 / len(bodies))
    phrases = _phrases(said, stop)
    asked = Question(COMMON, ())
    draw: dict[str, Callable[[], Question]] = {
        RARE: lambda: replace(asked, words=(chance.choice(rare),)),
        COMMON: lambda: replace(asked, words=(chance.choice(common),)),
        PHRASE: lambda: replace(asked, words=chance.choice(phrases), phrase=True),
        BOTH: lambda: replace(asked, words=tuple(chance.sample(middling, 2))),
        PREFIX: lambda: replace(asked, words=(chance.choice(middling)[:_BEGINNING],), prefix=True),
        DATED: lambda: replace(asked, words=(chance.choice(common),), dated=True),
        FILTERED: lambda: replace(
            asked, words=(chance.choice(common),), filters=(chance.choice(kinds), "en"), facets=True
        ),
        FACETED: lambda: replace(asked, words=(chance.choice(common),), facets=True),
        ALL: lambda: replace(asked, facets=True, dated=True),
    }
    return [replace(draw[kind](), kind=kind) for kind in KINDS for _ in range(count)]


def _phrases(said: Sequence[Sequence[str]], stop: frozenset[str]) -> list[tuple[str, ...]]:
    """Three words that stand side by side in two texts at least."""
    seen = Counter(phrase for each in said for phrase in set(_threes(each)))
    return sorted(p for p, count in seen.items() if count > 1 and stop.isdisjoint(p))


def _threes(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(said, islice(said, 1, None), islice(said, 2, None), strict=False)
