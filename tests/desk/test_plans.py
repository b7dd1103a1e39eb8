from __future__ import annotations

import pytest

from archive.desk.plans import Part, Plan, plans
from archive.editions.apparatus import RowContent, SentenceContent, StretchContent
from archive.editions.content import PassageContent
from archive.editions.reading import Reading
from tests import world

pytestmark = pytest.mark.django_db

EN = "One. Two.\n\nThree."
RU = "Раз. Два. Три.\n\nОдин."


def at(passage: str, start: int, end: int) -> StretchContent:
    return StretchContent(passage, start, end)


#: p1 "One. Two.", p2 "Three."; p3 "Раз. Два. Три.", p4 "Один.", which stands alone.
ROWS = (
    RowContent(
        cells={"en": ("p1", "p2"), "ru": ("p3",)},
        confidence=0.9,
        sentences=(
            SentenceContent(cells={"en": (at("p1", 0, 4),), "ru": (at("p3", 0, 4),)}),
            SentenceContent(
                cells={"en": (at("p1", 5, 9),), "ru": (at("p3", 5, 9),)}, confidence=0.4
            ),
            SentenceContent(cells={"en": (at("p2", 11, 17),), "ru": (at("p3", 10, 14),)}),
        ),
    ),
    RowContent(cells={"ru": ("p4",)}, pinned=True),
)


@pytest.fixture
def reading() -> Reading:
    made = world.read_published(world.document(texts=[world.text("en", EN), world.text("ru", RU)]))
    apparatus = type(made.apparatus)(rows=ROWS)
    return Reading(made.standing, made.content, apparatus)


def held(reading: Reading) -> dict[str, PassageContent]:
    return {p.id: p for passages in reading.content.passages.values() for p in passages}


def entire(passage: PassageContent) -> Part:
    return Part(passage, passage.start, passage.end)


def test_a_row_of_the_apparatus_is_a_row_of_the_desk(reading: Reading) -> None:
    p = held(reading)
    assert plans(reading, ["ru", "en"], "passages") == [
        Plan(0, ((entire(p["p3"]),), (entire(p["p1"]), entire(p["p2"]))), 0.9, False),
        Plan(1, ((entire(p["p4"]),), ()), 1.0, True),
    ]


def test_a_row_that_holds_nothing_of_these_texts_is_left_out(reading: Reading) -> None:
    more = Reading(
        reading.standing,
        reading.content,
        type(reading.apparatus)(rows=(RowContent(cells={"zh": ("p9",)}), *ROWS)),
    )
    assert [plan.row for plan in plans(more, ["en", "ru"], "passages")] == [1, 2]


def test_of_one_text_each_passage_is_a_row(reading: Reading) -> None:
    p = held(reading)
    assert plans(reading, ["en"], "sentences") == [
        Plan(0, ((entire(p["p1"]),),), 1.0, False),
        Plan(1, ((entire(p["p2"]),),), 1.0, False),
    ]


def test_by_sentences_each_part_ends_where_the_next_sentence_begins(reading: Reading) -> None:
    p = held(reading)
    ru = p["p3"]
    assert plans(reading, ["en", "ru"], "sentences") == [
        Plan(0, ((Part(p["p1"], 0, 5),), (Part(ru, 0, 5),)), 1.0, False),
        Plan(0, ((Part(p["p1"], 5, 9, first=False),), (Part(ru, 5, 10, first=False),)), 0.4, False),
        Plan(0, ((entire(p["p2"]),), (Part(ru, 10, 14, first=False),)), 1.0, False),
        Plan(1, ((), (entire(p["p4"]),)), 1.0, True),
    ]


def test_where_a_place_stands(reading: Reading) -> None:
    first, second, *_ = plans(reading, ["en", "ru"], "sentences")
    assert [(plan.holds("p3", 4), plan.holds("p3", 5)) for plan in (first, second)] == [
        (True, False),
        (False, True),
    ]
