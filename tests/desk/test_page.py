from __future__ import annotations

import re
from datetime import date

import pytest

from archive.desk.page import Desk, NoSuchText, lay_out
from archive.desk.summary import Found
from tests import world

pytestmark = pytest.mark.django_db


def cable(left: str | None = None, right: str | None = None) -> Desk:
    return lay_out(world.read_published(world.cable_document()), left, right)


def test_english_stands_on_the_left_unless_the_address_says_otherwise() -> None:
    assert [column.key for column in cable().columns] == ["en", "ru"]
    assert [column.key for column in cable("ru").columns] == ["ru", "en"]
    assert [column.key for column in cable(right="en").columns] == ["ru", "en"]


def test_swapping_is_an_address() -> None:
    assert cable().swapped == "?left=ru&right=en"


def test_what_each_text_is_is_said_and_what_is_not_recorded_too() -> None:
    assert [(c.label, c.own_name, c.origin) for c in cable().choices] == [
        ("English", "English", "translated by Kim Donggil from the Chinese printed in 2005"),
        ("Russian", "Русский", "AP RF copy; translator and date not recorded"),
    ]


def test_a_row_that_one_text_has_alone_says_so() -> None:
    assert [row.only for row in cable().rows] == ["Russian", "", "", "", "", "", "Russian"]


def test_another_hand_is_announced_where_it_begins() -> None:
    assert [row.hand for row in cable().rows] == [
        "",
        "",
        "",
        "",
        "Mao Zedong, January 25, 1950",
        "",
        "",
    ]


def test_the_figures_that_differ_are_marked_in_both_texts() -> None:
    row = cable().rows[2]
    (mark,) = row.gutter.differences
    assert mark.said == "189 against 180"
    left, right = (cell.passages[0].html for cell in row.cells)
    assert '<mark class="differs">189</mark> heavy' in left
    assert '<mark class="differs">180</mark> станковых' in right
    assert (_words(left)["189"], _words(right)["180"]) == (mark.thread, mark.thread)


def _words(html: str) -> dict[str, int]:
    """What is compared in a passage, and the numbers that join it with its counterparts."""
    said = [words for _, words in re.findall(r"<(u|mark)[^>]*>(.*?)</", html)]
    listed = re.search(r'data-words="([\d ]+)"', html)
    numbers = map(int, listed[1].split()) if listed else range(len(said))
    return dict(zip(said, numbers, strict=True))


def test_the_summary_says_what_was_compared() -> None:
    compared = cable().compared
    assert compared is not None
    assert (compared.sentence, compared.found) == (
        "Figures, dates and known names were compared by program, wording was not:",
        (Found("1 figure differs", "p2", flagged=True), Found("1 editor’s note", "note-1")),
    )


def test_the_lineage_of_the_cable() -> None:
    (line,) = cable().lineage
    assert (line.source, line.source_key, line.source_note) == (
        "Chinese",
        None,
        "not held here; printed 2005",
    )
    assert [(text.key, text.label, text.origin) for text in line.texts] == [
        ("en", "English", "Kim Donggil"),
        ("ru", "Russian", "AP RF copy; translator and date not recorded"),
    ]


def test_a_text_alone_has_a_row_for_each_passage() -> None:
    desk = cable("ru", "ru")
    assert [column.key for column in desk.columns] == ["ru"]
    assert [len(row.cells[0].passages) for row in desk.rows] == [1] * 11
    assert desk.compared is None


def test_an_unknown_text_is_named_with_those_there_are() -> None:
    with pytest.raises(NoSuchText, match=r"no text “zh”\. It has: en, ru"):
        cable("zh")


def test_a_record_without_texts_has_no_columns() -> None:
    desk = lay_out(world.read_published(world.practice_document("14")))
    assert (desk.choices, desk.columns, desk.rows, desk.compared) == ((), (), (), None)


def test_right_to_left_is_said_by_each_text() -> None:
    desk = lay_out(world.read_published(world.practice_document("06")))
    assert {choice.key: choice.direction for choice in desk.choices} == {
        "ar": "rtl",
        "he": "rtl",
        "en": "ltr",
    }


def test_two_translations_in_one_language_are_told_apart() -> None:
    desk = lay_out(world.read_published(world.practice_document("05")))
    labels = [choice.label for choice in desk.choices]
    assert len(set(labels)) == 3
    assert labels[0] == "French"


def test_a_withheld_text_says_when_it_opens_and_shows_nothing() -> None:
    desk = lay_out(world.read_published(world.practice_document("12")))
    assert {choice.key: choice.opens for choice in desk.choices} == {
        "de": None,
        "en": date(2099, 1, 1),
    }
    assert all(
        not cell.passages for row in desk.rows for cell in row.cells if cell.text.key == "en"
    )


@pytest.mark.parametrize("number", [f"{n:02d}" for n in range(1, 16)])
def test_every_passage_of_the_columns_stands_in_one_row(number: str) -> None:
    reading = world.read_published(world.practice_document(number))
    desk = lay_out(reading)
    for place, column in enumerate(desk.columns):
        shown = [view.id for row in desk.rows for view in row.cells[place].passages]
        assert shown == [passage.id for passage in reading.content.passages[column.key]]
