from __future__ import annotations

from archive.search.clauses import All, Best, Fuzzy, Near, Prefix, Term
from archive.search.pieces import Piece, piece
from archive.search.word_clauses import near_clause, word_clause

FIELDS = {"title": 3.0, "places": 1.5}


def made(wording: str) -> Piece:
    found = piece(wording)
    assert found is not None
    return found


def test_a_word_in_given_fields_and_their_languages() -> None:
    assert word_clause(made("boats"), FIELDS, ["en", "ru"]) == Best(
        (
            (Term("title", "boats"), 3.0),
            (Term("places", "boats"), 1.5),
            (Term("title_en", "boat"), 3.0 * 0.8),
        )
    )


def test_words_found_by_their_likeness() -> None:
    begun = Piece(("boa",), quoted=True, like="prefix")
    assert word_clause(begun, FIELDS, ["en"]) == Best(
        ((Prefix("title", "boa"), 3.0), (Prefix("places", "boa"), 1.5))
    )
    slipped = Piece(("baot",), quoted=True, like="fuzzy", slips=1)
    assert word_clause(slipped, {"title": 1.0}, ["en"]) == Best(((Fuzzy("title", "baot", 1), 1.0),))


def test_two_words_near_each_other_in_either_order_and_stemmed() -> None:
    assert near_clause(made("heavy"), made("boats"), 3, {"text": 1.0}, ["en", "ru"]) == Best(
        (
            (Near("text", ("heavy", "boats"), 2), 1.0),
            (Near("text", ("boats", "heavy"), 2), 1.0),
            (Near("text_en", ("heavi", "boat"), 2), 0.8),
            (Near("text_en", ("boat", "heavi"), 2), 0.8),
        )
    )


def test_runs_near_each_other_stand_whole() -> None:
    assert near_clause(made("林彪"), made("毛"), 5, {"text": 1.0}, ["en"]) == All(
        (
            Best(
                (
                    (Near("text", ("彪", "毛"), 4), 1.0),
                    (Near("text", ("毛", "林"), 4), 1.0),
                )
            ),
        ),
        (
            Best(((Term("text_cjk", "林彪"), 1.0),)),
            Best(((Term("text", "毛"), 1.0),)),
        ),
    )


def test_runs_that_share_a_character_are_told_apart_by_the_next() -> None:
    near = near_clause(made("北京"), made("京都"), 5, {"text": 1.0}, ["en"])
    assert isinstance(near, All)
    assert near.clauses == (
        Best(
            (
                (Near("text", ("北", "都"), 6), 1.0),
                (Near("text", ("都", "北"), 4), 1.0),
            )
        ),
    )


def test_a_word_is_near_itself() -> None:
    same = word_clause(made("boats"), {"text": 1.0}, ["en"])
    assert near_clause(made("boats"), made("Boats"), 3, {"text": 1.0}, ["en"]) == All((same, same))
