from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.editions.words import MOST_PAIRS, Piece, compare_words

WORDS = st.lists(st.sampled_from(["Lin", "Biao", " ", "同", "意", ",", "189", "\n"])).map("".join)


def test_only_the_words_that_changed_are_told_apart() -> None:
    old = "440 light machine guns, 189 heavy machine guns"
    new = "440 light machine guns, 180 heavy machine guns"
    assert compare_words(old, new) == (
        Piece("same", "440 light machine guns, "),
        Piece("removed", "189"),
        Piece("added", "180"),
        Piece("same", " heavy machine guns"),
    )


def test_chinese_is_compared_character_by_character() -> None:
    assert compare_words("完全同意", "完全不同意") == (
        Piece("same", "完全"),
        Piece("added", "不"),
        Piece("same", "同意"),
    )


def test_two_long_and_unlike_texts_are_replaced_whole_but_for_what_they_share() -> None:
    count = int(MOST_PAIRS**0.5) + 1
    old, new = "A " + "b " * count + "Z", "A " + "c " * count + "Z"
    assert [piece.change for piece in compare_words(old, new)] == [
        "same",
        "removed",
        "added",
        "same",
    ]


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_from_the_pieces(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.change != "added") == old
    assert "".join(piece.text for piece in pieces if piece.change != "removed") == new
    assert all(piece.text for piece in pieces)
