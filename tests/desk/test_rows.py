from __future__ import annotations

import pytest

from archive.desk.columns import Grain, choices, choose
from archive.desk.gutter import Gutter
from archive.desk.marks import Difference
from archive.desk.plans import plans
from archive.desk.rows import Row, Wordings, rows
from archive.editions.apparatus import RowContent
from archive.editions.reading import Reading
from tests import world
from tests.desk import test_plans

pytestmark = pytest.mark.django_db

reading = test_plans.reading


def laid(
    found: Reading, *keys: str, grain: Grain = "passages", gutters: dict[int, Gutter] | None = None
) -> list[Row]:
    columns = choose(choices(found), keys[0], keys[1], keys[2:])
    shown = plans(found, list(dict.fromkeys(keys)), grain)
    wordings = Wordings(found.content, columns, {}, {})
    return list(rows(found.content, columns, shown, wordings, gutters or {}))


def elements(row: Row) -> list[list[str]]:
    return [[str(passage.html) for passage in cell.passages] for cell in row.cells]


def test_passages_stand_in_the_cells_of_their_texts(reading: Reading) -> None:
    first, second = laid(reading, "en", "ru")
    assert elements(first) == [
        [
            "<p lang=en dir=ltr id=p1><a href=#p1>1</a>One. Two.",
            "<p lang=en dir=ltr id=p2><a href=#p2>2</a>Three.",
        ],
        ["<p lang=ru dir=ltr id=p3><a href=#p3>1</a>Раз. Два. Три."],
    ]
    assert [cell.text.key for cell in first.cells] == ["en", "ru"]
    assert (first.gutter.empty, first.only, first.hand, first.unsure) == (True, "", "", False)
    assert (elements(second)[0], second.only, second.unsure) == ([], "Russian", False)


def test_by_sentences_only_the_first_part_has_the_number_and_a_doubtful_one_says_so(
    reading: Reading,
) -> None:
    shown = laid(reading, "en", "ru", grain="sentences")
    assert [elements(row)[1] for row in shown] == [
        ["<p lang=ru dir=ltr id=p3><a href=#p3>1</a>Раз. "],
        ["<p lang=ru dir=ltr>Два. "],
        ["<p lang=ru dir=ltr>Три."],
        ["<p lang=ru dir=ltr id=p4><a href=#p4>2</a>Один."],
    ]
    assert [row.unsure for row in shown] == [False, True, False, False]


def test_a_sentence_alone_is_not_a_row_that_one_text_has_alone(reading: Reading) -> None:
    english = RowContent(
        cells={"en": ("p1",), "ru": ("p3",)},
        sentences=(
            *test_plans.ROWS[0].sentences[:1],
            type(test_plans.ROWS[0].sentences[0])(cells={"ru": (test_plans.at("p3", 5, 14),)}),
        ),
    )
    apparatus = type(reading.apparatus)(rows=(english, test_plans.ROWS[1]))
    shown = laid(
        Reading(reading.standing, reading.content, apparatus), "en", "ru", grain="sentences"
    )
    assert [row.only for row in shown] == ["", "", "Russian"]


def test_one_text_has_no_row_alone_and_no_doubt(reading: Reading) -> None:
    assert [(row.only, row.unsure) for row in laid(reading, "ru", "ru")] == [("", False)] * 2


def test_the_gutter_of_a_row_is_that_of_its_place(reading: Reading) -> None:
    beside = Gutter(differences=list[Difference](), notes=[4])
    assert [row.gutter.notes for row in laid(reading, "en", "ru", gutters={1: beside})] == [[], [4]]


def test_another_hand_is_named_once_in_whichever_text_it_begins() -> None:
    hands = [{"name": "Ada", "kind": "annotation", "date": "1950-01-25", "from": 2, "to": 3}]
    body = "One.\n\nTwo.\n\nThree."
    texts = [world.text("en", body, hands=hands), world.text("ru", body, hands=hands)]
    found = world.read_published(world.document(texts=texts))
    assert [row.hand for row in laid(found, "en", "ru")] == ["", "Ada, January 25, 1950", ""]
