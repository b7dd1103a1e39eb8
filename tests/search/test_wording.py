from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search import Query, search
from archive.search.wording import LONGEST, MOST_PIECES, Piece, Wording, understand
from tests.shared_data import shared_path

ALONE = "A quotation mark has no partner: what follows it was searched as plain words."
NO_WORD = "There is no word to look for in what was typed."


def word(*parts: str) -> Piece:
    return Piece(tuple(parts))


@pytest.mark.parametrize(
    ("q", "wording"),
    [
        ("", Wording(())),
        ("  ", Wording(())),
        ("Lin Biao lin", Wording((word("lin"), word("biao")))),
        ('"heavy guns" rifle', Wording((Piece(("heavy", "guns"), quoted=True), word("rifle")))),
        ("«тяжёлые пушки»", Wording((Piece(("тяжелые", "пушки"), quoted=True),))),
        ("林彪", Wording((Piece((("林", "彪"),)),))),
        ('rifle "heavy guns', Wording((word("rifle"), word("heavy"), word("guns")), (ALONE,))),
        ('""', Wording((), (NO_WORD,))),
        ("!?…", Wording((), (NO_WORD,))),
        ("a\0b", Wording((word("a"), word("b")))),
    ],
)
def test_pieces(q: str, wording: Wording) -> None:
    assert understand(q) == wording


def test_the_longest_queries_are_cut_and_say_so() -> None:
    many = understand(" ".join(f"w{number}" for number in range(200)))
    assert len(many.pieces) == MOST_PIECES
    assert many.notices == (f"Only the first {MOST_PIECES} words were searched for.",)
    assert understand("x" * 100_000).notices == (
        f"Only the first {LONGEST:,} characters were searched for.",
    )


@given(st.text(st.one_of(st.characters(), st.sampled_from("\"“”«»„ aé林0'")), max_size=200))
def test_any_string_has_a_reading(q: str) -> None:
    read = understand(q)
    assert all(piece.words for piece in read.pieces)
    assert read.pieces or read.notices or not q.strip()


ABSURD = [
    "x" * 100_000,
    '"' * 50_000,
    '"a" ' * 30_000,
    "(" * 10_000 + ")" * 10_000,
    "林" * 100_000,
    "a" + "\u0301" * 50_000,
    " ".join(f"w{number}" for number in range(40_000)),
    "a* b~ NEAR/3 title:(x OR -y) [1 TO 2} \\ ^9",
    "\0" * 1_000,
    "\ud800",
]


@pytest.mark.django_db
def test_hostile_and_absurd_queries_are_answered_soon() -> None:
    hostile = json.loads(shared_path("data/bad-inputs/blns.json").read_text())
    for q in (*ABSURD, *hostile):
        began = time.process_time()
        assert search(Query(q=q)).total == 0
        assert time.process_time() - began < 2
