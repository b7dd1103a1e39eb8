from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search import Query, search
from archive.search.expression import And, Leaf, Not, Or
from archive.search.pieces import each_word
from archive.search.wording import LONGEST, MOST_PIECES, Piece, Wording, understand
from tests.shared_data import shared_path

ALONE = (
    "The quotation mark at character 7 has no partner: what follows it was searched as plain words."
)
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
    assert read.asks or read.notices or not q.strip()


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


def test_operators_make_a_tree_and_what_is_not_sought_is_no_piece() -> None:
    read = understand("lin OR (mao -stalin)")
    assert read.pieces == (word("lin"), word("mao"))
    assert read.notices == ()
    assert read.tree == Or((Leaf(word("lin")), And((Leaf(word("mao")), Not(Leaf(word("stalin")))))))
    assert understand("lin (mao) and stalin").tree is None


def test_what_cannot_be_read_is_searched_as_plain_words_with_a_notice_of_the_place() -> None:
    read = understand('title:(mao AND "heavy guns" OR')
    assert read.tree is None
    assert read.pieces == (word("mao"), Piece(("heavy", "guns"), quoted=True))
    assert read.notices == (
        "Character 29: nothing stands behind “OR”. Write a word there. "
        "All was searched as plain words.",
    )


def test_an_operator_that_is_all_there_is_is_a_word() -> None:
    assert understand("OR").pieces == (word("or"),)
    assert understand("-").pieces == ()


@given(st.text(st.sampled_from("ab1,.-:' \u00a0\u202f\u0301é林()"), max_size=60))
def test_without_operators_a_query_is_its_words(q: str) -> None:
    plain = q.replace("-", "")
    assert understand(plain).pieces == tuple(dict.fromkeys(each_word(plain)))


def test_a_slip_in_the_name_of_a_field_is_pointed_out() -> None:
    said = "is no field and was searched as a word. Perhaps"
    assert understand("mao titel:cable").notices == (
        f"Character 5: “titel:” {said} “title:” was meant.",
    )
    assert understand("Sendr:liu OR mao").notices == (
        f"Character 1: “Sendr:” {said} “sender:” was meant.",
    )
    for other in ("wilson-center:liu", "https://example.org", "To: Mao", "title: x", "10:30"):
        assert understand(other).notices == ()
