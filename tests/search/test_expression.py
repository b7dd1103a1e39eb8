from __future__ import annotations

import pytest

from archive.search.expression import wanted
from archive.search.grammar import read
from archive.search.signs import signs


@pytest.mark.parametrize(
    ("q", "words"),
    [
        ("a b OR c", ["a", "b", "c"]),
        ("a -b (c -(d -e))", ["a", "c", "e"]),
        ("a NEAR b NOT (c NEAR d)", ["a", "b"]),
        ("date:1950 NOT date:1951", []),
    ],
)
def test_the_words_that_a_record_found_may_hold(q: str, words: list[str]) -> None:
    assert [piece.words[0] for piece in wanted(read(signs(q)))] == words
