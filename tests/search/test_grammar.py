from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.expression import (
    And,
    Days,
    Leaf,
    Marked,
    Near,
    Not,
    Or,
    QueryRefused,
    Tree,
)
from archive.search.grammar import MOST_DEEP, MOST_LIKE, MOST_PIECES, read
from archive.search.pieces import Piece
from archive.search.signs import signs


def leaf(*words: str, field: str = "", quoted: bool = False) -> Leaf:
    return Leaf(Piece(words, quoted), field)


def prefix(start: str, field: str = "") -> Leaf:
    return Leaf(Piece((start,), quoted=True, like="prefix"), field)


def fuzzy(word: str, slips: int) -> Leaf:
    return Leaf(Piece((word,), quoted=True, like="fuzzy", slips=slips))


A, B, C, D = (leaf(letter) for letter in "abcd")


@pytest.mark.parametrize(
    ("q", "tree"),
    [
        ("a", A),
        ("a AND b", And((A, B))),
        ("a b OR c d", Or((And((A, B)), And((C, D))))),
        ("a AND (b OR c)", And((A, Or((B, C))))),
        ("a (b c) d", And((A, B, C, D))),
        ("NOT a", Not(A)),
        ("NOT NOT a", A),
        ("a NOT b OR -c", Or((And((A, Not(B))), Not(C)))),
        ("-(a OR b)", Not(Or((A, B)))),
        ('"a b" OR c', Or((leaf("a", "b", quoted=True), C))),
        ("a-b OR c", Or((And((A, B)), C))),
        ("NOT a-b", Not(And((A, B)))),
        ("title:a b", And((leaf("a", field="title"), B))),
        ("title:(a OR ru:b)", Or((leaf("a", field="title"), leaf("b", field="ru")))),
        ('-to:"a b"', Not(leaf("a", "b", field="to", quoted=True))),
        ("revol*", prefix("revol")),
        ("lin-pia*", And((leaf("lin"), prefix("pia")))),
        ("title:revol*", prefix("revol", "title")),
        ("林彪*", Leaf(Piece((("林", "彪"),)))),
        ("stalin~ mao~ lenin~2", And((fuzzy("stalin", 2), fuzzy("mao", 1), fuzzy("lenin", 2)))),
        ("a NEAR b c", And((Near(A.piece, B.piece, 10), C))),
        ("text:(a NEAR/3 b)", Near(A.piece, B.piece, 3, "text")),
        ("date:1950-02", Days(date(1950, 2, 1), date(1950, 2, 28))),
        (
            "certainly:1950..1951-03",
            Days(date(1950, 1, 1), date(1951, 3, 31), certain=True),
        ),
        ("possibly:..1950", Days(None, date(1950, 12, 31))),
        (
            "shelfmark:ф. 45, оп. 1",
            Marked("fond:45|opis:1", Piece(("ф", "45", "оп", "1"), quoted=True)),
        ),
        ("shelfmark:45", leaf("45", field="shelfmark")),
    ],
)
def test_trees(q: str, tree: Tree) -> None:
    assert read(signs(q)) == tree


@pytest.mark.parametrize(
    ("q", "at", "said"),
    [
        ("mao AND", 5, "nothing stands behind “AND”. Write a word there."),
        ("mao OR OR lin", 8, "no word stands before “OR”. Write one, or, if it is a word that "
         "you look for, “OR” between quotation marks."),
        ("(mao OR lin", 1, "this bracket is not closed. Close it."),
        ("mao OR lin)", 11, "this bracket closes none. Leave it out, or open one."),
        ("mao AND ()", 10, "no word stands before this bracket."),
        ('mao AND "lin', 9, "this quotation mark has no partner. Write the other."),
        ('mao OR ""', 8, "there is no word between these quotation marks."),
        ("re*", 1, "“re” is too short: * and ~ need 3 letters before them."),
        ("mao *olution", 5, "“*olution”: a star stands at the end of a word only, as in revol*"),
        ("lenin~3", 1, "~ allows at most 2 letters: word~2."),
        ("a NEAR (b OR c)", 3, "“NEAR” stands between two words. Write lin NEAR mao."),
        ("a NEAR/99 b", 3, "words can be looked for from 1 to 50 apart: NEAR/50."),
        ("title:…", 1, "nothing stands behind “title:”."),
        ("date:soon", 6, "“soon” is no date. Write 1950, 1950-01 or 1950-01-22, or a range: "
         "1950-01..1950-03."),
        ("date:-0100", 6, "no day of this date is in the years 1 to 9999."),
    ],
)  # fmt: skip
def test_refusals_name_the_character(q: str, at: int, said: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        read(signs(q))
    assert (refused.value.at, refused.value.message) == (at, said)


def test_what_is_bounded() -> None:
    deep = "(" * MOST_DEEP + "a" + ")" * MOST_DEEP + " AND b"
    assert read(signs(deep)) == And((A, B))
    long = " OR ".join(f"w{n}" for n in range(MOST_PIECES))
    alike = " ".join(f"word{n}*" for n in range(MOST_LIKE))
    for whole, more, at in (
        (deep, f"({deep})", MOST_DEEP + 1),
        (long, f"{long} OR more", len(long) + 5),
        (alike, f"{alike} more*", len(alike) + 2),
    ):
        read(signs(whole))
        with pytest.raises(QueryRefused) as refused:
            read(signs(more))
        assert refused.value.at == at


PARTS = ["a", "AND", "OR", "NOT", "NEAR", "NEAR/3", "(", ")", '"', "-", "b*", "wordy~", "title:",
         "date:", "1950..", "shelfmark:", "f. 45, op. 1", "林彪", "И", "или", "*", "ru:"]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=60), st.sampled_from(["", " "]))
def test_anything_is_read_or_refused_at_a_character_of_it(parts: list[str], between: str) -> None:
    q = between.join(parts)
    found = signs(q)
    if not found:
        return
    try:
        assert read(found)
    except QueryRefused as refusal:
        assert 1 <= refusal.at <= len(q)
        assert refusal.message.endswith((".", "*"))
