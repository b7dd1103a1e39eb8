from __future__ import annotations

import pytest

from archive.staff.alignment.page import (
    CellView,
    Choice,
    DecisionView,
    PassageView,
    RowView,
    laid_out,
)
from archive.staff.alignment.table import Decided, Row, Table, decided
from archive.staff.alignment.work import Work
from archive.staff.excerpts import TextName
from tests import world

ENGLISH = TextName("en", "English", "en", "ltr")
HEBREW = TextName("he", "Hebrew", "he", "rtl")
FRENCH = TextName("fr", "French", "fr", "ltr")
CONTENT = world.content(
    world.document(
        texts=[
            world.text("en", "*Hello.*\n\nGoodbye."),
            world.text("he", "שלום.\n\nלהתראות."),
            world.text("fr", "Bonjour."),
        ]
    )
)
ROWS = (Row((("p1",), ("p3",)), 0.93), Row((("p2",), ("p4",)), 0.41))
FIRST = decided([("en", ["p1"]), ("he", ["p3"])])
APART = decided([("en", ["p2"]), ("he", ["p3"])], aligned=False)
GONE = decided([("en", ["p90"]), ("he", ["p3"])], aligned=False)


def _work(*pins: Decided, stored: tuple[Decided, ...] = (), rows: tuple[Row, ...] = ROWS) -> Work:
    return Work(stored, Table(("en", "he"), rows, pins), 0)


def test_rows_are_shown_with_plain_wording_and_how_sure_they_are() -> None:
    page = laid_out(CONTENT, _work(), at="p2", moved=["p1"])
    hello = PassageView("p1", 1, "paragraph", "Hello.", chosen=False)
    shalom = PassageView("p3", 1, "paragraph", "שלום.", chosen=False)
    bye = PassageView("p2", 2, "paragraph", "Goodbye.", chosen=True)
    lehitraot = PassageView("p4", 2, "paragraph", "להתראות.", chosen=False)
    assert page.rows == (
        RowView(
            1,
            "p1",
            (CellView(ENGLISH, (hello,)), CellView(HEBREW, (shalom,))),
            "sure",
            "Sure",
            93,
            pinned=False,
            moved=True,
        ),
        RowView(
            2,
            "p2",
            (CellView(ENGLISH, (bye,)), CellView(HEBREW, (lehitraot,))),
            "unsure",
            "Unsure",
            41,
            pinned=False,
            moved=False,
        ),
    )
    assert page.texts == (ENGLISH, HEBREW)
    assert page.choices == (Choice(ENGLISH, True), Choice(HEBREW, True), Choice(FRENCH, False))
    assert (page.unsure, page.pinned, page.acceptable) == (((2, "p2"),), 0, 1)
    assert (page.partings, page.lost, page.overruled) == ((), (), ())


@pytest.mark.parametrize(
    ("confidence", "state", "words"),
    [
        (0.8, "sure", "Sure"),
        (0.79, "fair", "Fairly sure"),
        (0.5, "fair", "Fairly sure"),
        (0.49, "unsure", "Unsure"),
        (None, "free", "Placed anew when you save"),
    ],
)
def test_how_sure_a_row_is_is_said_in_words(
    confidence: float | None, state: str, words: str
) -> None:
    rows = (Row((("p1",), ("p3",)), confidence), ROWS[1])
    row = laid_out(CONTENT, _work(rows=rows)).rows[0]
    assert (row.state, row.words) == (state, words)


@pytest.mark.parametrize(
    ("pin", "stored", "words"),
    [
        (FIRST, (FIRST,), "Pinned"),
        (FIRST, (), "Pinned, not saved yet"),
        (
            decided([("en", ["p1"]), ("he", ["p3"]), ("fr", ["p5"])]),
            (),
            "Pinned, not saved yet, with a text not shown",
        ),
    ],
)
def test_a_pinned_row_says_whether_it_is_saved_and_with_what(
    pin: Decided, stored: tuple[Decided, ...], words: str
) -> None:
    page = laid_out(CONTENT, _work(pin, stored=stored))
    assert (page.rows[0].state, page.rows[0].words, page.rows[0].percent) == ("pinned", words, None)
    assert (page.pinned, page.acceptable) == (1, 0)


def test_a_pin_in_some_of_the_texts_shown_says_so() -> None:
    rows = (Row((("p1",), ("p3",), ("p5",)), 0.9), Row((("p2",), ("p4",), ()), 0.9))
    work = Work((FIRST,), Table(("en", "he", "fr"), rows, (FIRST,)), 0)
    assert laid_out(CONTENT, work).rows[0].words == "Pinned, in some of its texts"


def test_decisions_that_are_no_rows_are_listed_in_words() -> None:
    page = laid_out(CONTENT, _work(APART, GONE), overruled=[FIRST])
    assert page.partings == (
        DecisionView("p2.p3", "English: “Goodbye.” never beside Hebrew: “שלום.”"),
    )
    assert page.lost == (
        DecisionView("p90.p3", "English: p90, not there any more never beside Hebrew: “שלום.”"),
    )
    assert page.overruled == ("English: “Hello.” beside Hebrew: “שלום.”",)
