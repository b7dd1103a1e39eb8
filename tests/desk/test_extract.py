"""Chosen passages and what faces them, row by row."""

from __future__ import annotations

import re

import pytest

from archive.desk.extract import Extract, extract
from archive.editions.reading import Reading
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def cable() -> Reading:
    return world.read_published(world.cable_document())


def numbers(made: Extract) -> list[list[list[int | None]]]:
    return [[[p.number for p in cell] for cell in row] for row in made.rows]


def ids(reading: Reading, key: str, *numbers: int) -> set[str]:
    return {p.id for p in reading.content.passages[key] if p.number in numbers}


def test_the_passages_and_what_faces_them(cable: Reading) -> None:
    made = extract(cable, ["en", "ru"], ids(cable, "en", 2), "passages")
    assert [column.key for column in made.columns] == ["en", "ru"]
    assert numbers(made) == [[[2], [4, 5]]]
    english, russian = made.rows[0]
    assert (english[0].kind, len(russian)) == ("paragraph", 2)
    assert '<mark class="differs">189</mark> heavy machine guns' in english[0].html
    assert '<mark class="differs">180</mark> станковых' in russian[0].html
    assert not any(sign in english[0].html for sign in (" id=", " href="))


def test_sentences_begin_a_passage_once(cable: Reading) -> None:
    made = extract(cable, ["en", "ru"], ids(cable, "en", 2), "sentences")
    assert numbers(made)[0] == [[2], [4]]
    assert numbers(made)[1] == [[None], [None]]
    assert made.passages(0) == tuple(ids(cable, "en", 2))
    said = "".join(str(p.html) for row in made.rows for p in row[0])
    whole = extract(cable, ["en", "ru"], ids(cable, "en", 2), "passages").rows[0][0][0].html
    assert said == whole


def test_one_text_alone_has_a_row_for_each_passage(cable: Reading) -> None:
    made = extract(cable, ["en"], ids(cable, "en", 2, 3), "sentences")
    assert numbers(made) == [[[2]], [[3]]]
    assert "<mark" not in made.rows[0][0][0].html


def test_without_passages_the_whole_text_from_its_first_row_to_its_last(cable: Reading) -> None:
    made = extract(cable, ["en", "ru"], (), "passages")
    english = [number for row in numbers(made) for number in row[0]]
    assert english == [p.number for p in cable.content.passages["en"]]
    assert numbers(made)[0][0]
    assert numbers(made)[-1][0]


def test_what_the_other_text_alone_says_in_a_row_is_there() -> None:
    body = {
        "en": "The fleet left on March 3. It was calm.\n\nNothing else is known of the voyage today.",
        "de": "Die Flotte lief am 3. März aus. Es war ruhig. Man sah sie nie wieder in diesem Hafen, und die Leute warteten lange vergeblich.\n\n"
        "Sonst ist heute nichts von der Fahrt bekannt.",
    }
    texts = [world.text(key, words) for key, words in body.items()]
    reading = world.read_published(world.document(texts=texts))
    made = extract(reading, ["en", "de"], ids(reading, "en", 1), "sentences")
    german = "".join(str(p.html) for row in made.rows for p in row[1])
    assert re.sub("</?u>", "", german) == body["de"].split("\n\n")[0]
    assert not made.rows[-1][0]


def test_notes_and_tables_lead_nowhere() -> None:
    body = "Paid[^1] in full.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[^1]: In <gold>."
    reading = world.read_published(world.document(texts=[world.text(body=body)]))
    made = extract(reading, ["en"], (), "passages")
    assert [row[0][0].kind for row in made.rows] == ["paragraph", "table", "footnote"]
    assert made.rows[0][0][0].html == "Paid<sup>1</sup> in full."
    assert made.rows[2][0][0].html.endswith("In &lt;gold&gt;.")
