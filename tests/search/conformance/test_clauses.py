"""What each clause finds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from itertools import permutations, product

import pytest
from rapidfuzz.distance import OSA

from archive.search.clauses import (
    All,
    Any,
    Best,
    Clause,
    Fuzzy,
    Near,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Term,
    Within,
)
from tests.search.conformance.conftest import Fill, Finds
from tests.search.indexes import indexed

pytestmark = pytest.mark.conformance

BOATS, GUNS = Term("text", "boats"), Term("text", "guns")
NEW_YEAR = date(1950, 1, 1).toordinal()
LETTER = Term("value_kind", "letter")
EVERY = ["r1", "r2", "r3"]

CLAUSES: list[tuple[Clause, list[str]]] = [
    (GUNS, ["r1", "r2"]),
    (Term("text", "gun"), []),
    (LETTER, ["r3"]),
    (Phrase("text", ("heavy", "guns")), ["r1"]),
    (Within("earliest", None, None), EVERY),
    (Within("hand_day", None, None), []),
    (Within("earliest", NEW_YEAR, None), ["r2", "r3"]),
    (Within("earliest", None, NEW_YEAR), ["r1", "r2"]),
    (Within("earliest", NEW_YEAR, NEW_YEAR), ["r2"]),
    (Best(((GUNS, 1.0), (LETTER, 2.0))), EVERY),
    (Best(()), []),
    (Any((Phrase("text", ("as", "boats")), LETTER)), ["r2", "r3"]),
    (Any(()), []),
    (All(), EVERY),
    (All((BOATS,), (GUNS,)), ["r1", "r2"]),
    (All((BOATS,), bonus=((GUNS, 1.0),)), EVERY),
    (All(filters=(GUNS,), bonus=((LETTER, 1.0),)), ["r1", "r2"]),
    (Nothing(), []),
    (All((BOATS, Nothing())), []),
    (Prefix("text", "gu"), ["r1", "r2"]),
    (Prefix("text", "uns"), []),
    (Fuzzy("text", "gunz", 1), ["r1", "r2"]),
    (Fuzzy("text", "ugns", 1), ["r1", "r2"]),
    (Fuzzy("text", "ganz", 1), []),
    (Fuzzy("text", "ganz", 2), ["r1", "r2"]),
    (Not(GUNS), ["r3"]),
    (Not(Not(GUNS)), ["r1", "r2"]),
    (Not(Nothing()), EVERY),
    (All((BOATS,), (Not(GUNS),)), ["r3"]),
    (All(filters=(Not(GUNS), Not(BOATS))), []),
    (All(filters=(Not(GUNS), LETTER)), ["r3"]),
    (Any((GUNS, Not(BOATS))), ["r1", "r2"]),
]


def test_what_each_clause_finds(fill: Fill, finds: Finds) -> None:
    fill(
        indexed("r1", "heavy guns on boats", day="1949-12-31"),
        indexed("r2", "guns heavy as boats", day="1950-01-01"),
        indexed("r3", "boats", day="1950-01-02", kind="letter"),
    )
    assert [(clause, finds(clause)) for clause, _ in CLAUSES] == CLAUSES


WORDS = ("a", "b", "c", "d")


def _near(words: Sequence[str], first: str, second: str, between: int) -> bool:
    """Whether the second follows the first, with so many between them."""
    places = [(n, m) for n, m in product(range(len(words)), repeat=2) if n < m]
    return any((words[n], words[m]) == (first, second) and m - n - 1 <= between for n, m in places)


def _side_by_side(words: Sequence[str], values: tuple[str, ...]) -> bool:
    size = len(values)
    return any(tuple(words[n : n + size]) == values for n in range(len(words)))


def test_phrases_and_neighbours_are_what_counting_finds(fill: Fill, finds: Finds) -> None:
    drawn = random.Random(1950)
    texts = {
        f"r{n}": [drawn.choice(WORDS) for _ in range(drawn.randint(1, 9))] for n in range(100, 160)
    }
    fill(*(indexed(name, " ".join(words)) for name, words in texts.items()))
    near = [(one, other, n) for one, other in permutations(WORDS, 2) for n in (0, 1, 2, 5)]
    assert {each: finds(Near("text", each[:2], each[2])) for each in near} == {
        (one, other, n): [
            name
            for name, words in texts.items()
            if _near(words, one, other, n) or _near(words, other, one, n - 2)
        ]
        for one, other, n in near
    }
    phrases = [values for size in (2, 3) for values in list(product(WORDS, repeat=size))[::3]]
    assert {values: finds(Phrase("text", values)) for values in phrases} == {
        values: [name for name, words in texts.items() if _side_by_side(words, values)]
        for values in phrases
    }


def test_words_alike_are_what_counting_finds(fill: Fill, finds: Finds) -> None:
    """More of them than an engine takes by default."""
    drawn = random.Random(1951)
    words = sorted(
        {"".join(drawn.choice("абд朝") for _ in range(drawn.randint(3, 8))) for _ in range(180)}
    )
    names = {f"r{n}": word for n, word in enumerate(words, start=100)}
    fill(*(indexed(name, word) for name, word in names.items()))
    asked = [(word, slips) for word in words[::9] for slips in (1, 2)]
    assert {pair: finds(Fuzzy("text", *pair)) for pair in asked} == {
        (word, slips): [n for n, other in names.items() if OSA.distance(word, other) <= slips]
        for word, slips in asked
    }
    beginnings = {word[:length] for word, _ in asked for length in (1, 3)}
    assert {start: finds(Prefix("text", start)) for start in beginnings} == {
        start: [n for n, other in names.items() if other.startswith(start)] for start in beginnings
    }
