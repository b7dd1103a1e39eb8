from __future__ import annotations

import pytest

from archive.desk.quoting import Piece, Quotation, QuotedPassage
from archive.staff.excerpts import TextName, beginning, side, text_names
from tests import world

CONTENT = world.content(
    world.document(
        texts=[
            world.text("en", "*Most* urgent."),
            world.text("en-2", "Most pressing.", language="en"),
            world.text("he", "דחוף מאוד."),
        ]
    )
)


def test_texts_of_one_language_are_told_apart_by_their_keys() -> None:
    assert text_names(CONTENT) == {
        "en": TextName("en", "English (en)", "en", "ltr"),
        "en-2": TextName("en-2", "English (en-2)", "en", "ltr"),
        "he": TextName("he", "Hebrew", "he", "rtl"),
    }


def test_a_side_has_the_wording_as_stored_under_the_staffs_name_of_the_text() -> None:
    assert side(CONTENT, text_names(CONTENT)["en"], ["p1"], [(1, 5)]) == Quotation(
        "en",
        "English (en)",
        "en",
        "ltr",
        (
            QuotedPassage(
                "p1",
                1,
                "paragraph",
                (
                    Piece("*", marked=False),
                    Piece("Most", marked=True),
                    Piece("* urgent.", marked=False),
                ),
            ),
        ),
        (),
    )


def test_a_long_passage_is_cut_unless_the_whole_is_asked_for() -> None:
    content = world.content(world.document(texts=[world.text("en", "word " * 400)]))
    name = text_names(content)["en"]
    assert side(content, name, ["p1"]).cut
    assert not side(content, name, ["p1"], whole=True).cut


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        ("", 10, ""),
        (" One\n two ", 10, "One two"),
        ("One two three", 8, "One two…"),
        ("One two", 7, "One two"),
    ],
)
def test_the_beginning_of_a_passage_stands_on_one_line(
    words: str, most: int, expected: str
) -> None:
    assert beginning(words, most) == expected
