from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.desk.quoting import (
    LONGEST,
    Piece,
    Quotation,
    QuotedPassage,
    Stretch,
    quote,
    said_at,
)
from tests import world

BODY = "# *Most* urgent\n\nWe need *4,500* rifles[^1], 4,500.\n\n[^1]: So marked."
CONTENT = world.content(
    world.document(texts=[world.text("en", BODY), world.text("ar", "نحتاج 4500 بندقية.")])
)


def _marked(said: str, key: str = "en") -> list[Stretch]:
    return said_at(CONTENT, key, ["p1", "p2", "p4"], said)


def test_readers_are_shown_the_words_alone_with_those_meant_marked() -> None:
    assert quote(CONTENT, "en", ["p2"], _marked("4,500")) == Quotation(
        key="en",
        label="English",
        language="en",
        direction="ltr",
        passages=(
            QuotedPassage(
                "p2",
                2,
                "paragraph",
                (
                    Piece("We need ", marked=False),
                    Piece("4,500", marked=True),
                    Piece(" rifles, 4,500.", marked=False),
                ),
            ),
        ),
        lost=(),
    )


def test_the_staff_see_the_wording_as_it_is_stored() -> None:
    (passage,) = quote(CONTENT, "en", ["p2"], _marked("4,500"), as_stored=True).passages
    assert [(piece.words, piece.marked) for piece in passage.pieces] == [
        ("We need *", False),
        ("4,500", True),
        ("* rifles[^1], 4,500.", False),
    ]


def test_a_text_written_from_the_right_says_so_and_a_passage_that_is_gone_is_named() -> None:
    found = quote(CONTENT, "ar", ["p90", "p4"], label="Arabic (ar)")
    assert (found.label, found.language, found.direction, found.lost) == (
        "Arabic (ar)",
        "ar",
        "rtl",
        ("p90",),
    )
    assert [passage.id for passage in found.passages] == ["p4"]


def test_a_text_that_is_gone_has_no_passages() -> None:
    assert quote(CONTENT, "zh", ["p9"]) == Quotation("zh", "zh", "und", "auto", (), ("p9",))


@pytest.mark.parametrize(
    ("said", "expected"),
    [("4,500", [(26, 31)]), ("Most", [(3, 7)]), ("4500", []), ("", [])],
)
def test_words_are_found_where_each_passage_has_them_first(
    said: str, expected: list[Stretch]
) -> None:
    assert _marked(said) == expected


LONG = " ".join(f"word{n}" for n in range(400))
BOOK = world.content(world.document(texts=[world.text("en", LONG)]))


def test_a_long_passage_is_cut_to_what_stands_around_the_words_marked() -> None:
    found = quote(BOOK, "en", ["p1"], said_at(BOOK, "en", ["p1"], "word200"), cut=True)
    (passage,) = found.passages
    shown = "".join(piece.words for piece in passage.pieces)
    assert (found.cut, passage.cut_before, passage.cut_after) == (True, True, True)
    assert shown.split() == [f"word{n}" for n in range(161, 240)]
    assert [piece.words for piece in passage.pieces if piece.marked] == ["word200"]


def test_a_long_passage_without_a_mark_shows_its_beginning_and_whole_where_asked() -> None:
    (cut,) = quote(BOOK, "en", ["p1"], cut=True).passages
    assert (cut.cut_before, cut.cut_after, cut.marked) == (False, True, False)
    assert LONG.startswith(cut.pieces[0].words)
    assert quote(BOOK, "en", ["p1"]).passages[0].pieces == (Piece(LONG, marked=False),)


def test_where_no_space_is_near_it_is_cut_just_there() -> None:
    chinese = world.content(world.document(texts=[world.text("zh", "枪" * 2000)]))
    (passage,) = quote(chinese, "zh", ["p1"], [(1000, 1010)], cut=True).passages
    assert [len(piece.words) for piece in passage.pieces] == [320, 10, 320]


@given(
    st.text("ab *[]\n^1.", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)).map(sorted), max_size=4),
    st.booleans(),
)
def test_pieces_are_the_passage_whatever_is_marked(
    body: str, marked: list[list[int]], as_stored: bool
) -> None:
    content = world.content(world.document(texts=[world.text("en", body)]))
    ids = [passage.id for passage in content.passages["en"]]
    stretches = [(first, last) for first, last in marked]
    plain = quote(content, "en", ids, as_stored=as_stored).passages
    found = quote(content, "en", ids, stretches, as_stored=as_stored, cut=True).passages
    assert ["".join(p.words for p in passage.pieces) for passage in found] == [
        "".join(p.words for p in passage.pieces) for passage in plain
    ]
    assert all(len(body) < LONGEST and piece.words for p in found for piece in p.pieces)
