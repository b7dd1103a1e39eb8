"""A quotation held against a wording: whether it stands there, and how it differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.editions.words import Piece
from archive.search.quoted import Match, Wording, cut, find

WORDING = Wording(
    [
        ("p1", "Comrade Mao. I have received your telegram."),
        ("p2", "Lin agreed to send 189 heavy machine guns, and all the rifles, to the front."),
        ("p3", "The guns are heavy."),
    ]
)


def same(text: str) -> Piece:
    return Piece("same", text)


@pytest.mark.parametrize(
    ("quotation", "match"),
    [
        (
            "Lin agreed to send 189 heavy machine guns",
            Match("exact", 8, 8, ("p2",), (same("Lin agreed to send 189 heavy machine guns"),)),
        ),
        (
            "“all the rifles”",
            Match("exact", 3, 3, ("p2",), (same("all the rifles"),)),
        ),
        (
            "send 180 heavy machine guns",
            Match(
                "altered",
                5,
                4,
                ("p2",),
                (
                    same("send "),
                    Piece("removed", "189"),
                    Piece("added", "180"),
                    same(" heavy machine guns"),
                ),
            ),
        ),
        (
            "heavy machine guns and all the rifles",
            Match(
                "same words",
                7,
                7,
                ("p2",),
                (same("heavy machine guns"), Piece("removed", ","), same(" and all the rifles")),
            ),
        ),
        (
            "your telegram. Lin agreed",
            Match("exact", 4, 4, ("p1", "p2"), (same("your telegram. Lin agreed"),)),
        ),
        (
            "Lin agreed … the rifles [all of them] to the front",
            Match(
                "exact",
                7,
                7,
                ("p2",),
                (
                    same("Lin agreed"),
                    same(" … "),
                    same("the rifles"),
                    same(" [all of them] "),
                    same("to the front"),
                ),
            ),
        ),
        ("to the front ... Lin agreed to send", None),
        ("nothing of the kind was ever said", None),
        ("…", None),
        ("", None),
    ],
)
def test_found_and_told(quotation: str, match: Match | None) -> None:
    assert find(quotation, WORDING) == match


def test_what_stands_twice_is_found_after_what_was_quoted_before() -> None:
    wording = Wording([("p1", "We went home. We slept."), ("p2", "At dawn we went home again.")])
    match = find("At dawn … we went home again", wording)
    assert match
    assert match.passages == ("p2",)


@given(st.text(max_size=60))
def test_cut_and_joined_it_is_what_it_was(quotation: str) -> None:
    assert "".join(cut(quotation)) == quotation


@given(st.text("ab cd…[]. ", max_size=60), st.text("abcd \n", max_size=60))
def test_pieces_are_the_quotation_and_never_an_error(quotation: str, words: str) -> None:
    match = find(quotation, Wording([("p1", words)]))
    if match:
        quoted = "".join(p.text for p in match.pieces if p.change != "removed")
        kept = "".join(c for c in quotation if c.isalnum())
        assert "".join(c for c in quoted if c.isalnum()) == kept
        assert match.words <= 2 * match.kept <= 2 * match.words


@given(st.lists(st.sampled_from(["the", "of", "189", "lorry", "bridge"]), min_size=1), st.data())
def test_a_stretch_of_the_wording_stands_there_exactly(
    words: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quotation = " ".join(words[first:last])
    match = find(quotation, Wording([("p1", " ".join(words))]))
    assert match == Match("exact", last - first, last - first, ("p1",), (same(quotation),))
