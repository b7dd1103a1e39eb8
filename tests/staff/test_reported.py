"""What a report is about: the passage as it was read, its row, and the same place now."""

from __future__ import annotations

import pytest

from archive.desk.quoting import Piece, Quotation
from archive.editions.models import Apparatus, Edition
from archive.editions.publishing import publish
from archive.editions.reporting import report
from archive.staff.reported import Read, Reported, reported
from archive.texts.models import Text
from archive.texts.writing import write
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Edition:
    texts = [
        world.text("en", "Hello.\n\nWe have 30 lorries."),
        world.text("ru", "Привет.\n\nУ нас 30 грузовиков."),
    ]
    return world.published(world.document(texts=texts))


def _words(side: Quotation) -> list[tuple[str, list[Piece]]]:
    return [(quoted.id, list(quoted.pieces)) for quoted in side.passages]


def _about(edition: Edition, passage: str, words: str = "") -> Reported:
    return reported(report(edition, passage=passage, message="?", words=words))


def test_the_passage_comes_first_with_the_words_marked_and_its_row_beside_it(
    letter: Edition,
) -> None:
    found = _about(letter, "p4", "30 грузовиков")
    assert (found.place, found.now, found.unchanged) == (
        "paragraph 2 of the Russian text",
        None,
        False,
    )
    assert (found.then.edition, found.then.number, found.then.wording) == (
        1,
        2,
        "У нас 30 грузовиков.",
    )
    russian, english = found.then.sides
    assert _words(russian) == [
        ("p4", [Piece("У нас ", False), Piece("30 грузовиков", True), Piece(".", False)])
    ]
    assert _words(english) == [("p2", [Piece("We have 30 lorries.", False)])]


@pytest.mark.parametrize("words", ["", "31 lorries"])
def test_words_that_do_not_stand_there_are_not_marked(letter: Edition, words: str) -> None:
    found = _about(letter, "p2", words)
    assert _words(found.then.sides[0]) == [("p2", [Piece("We have 30 lorries.", False)])]


def test_without_an_apparatus_the_passage_stands_alone(letter: Edition) -> None:
    Apparatus.objects.filter(edition=letter).delete()
    assert [side.key for side in _about(letter, "p2").then.sides] == ["en"]


@pytest.mark.parametrize(
    ("passage", "place"),
    [("", "the record as a whole"), ("p99", "a passage that this edition does not have")],
)
def test_no_passage(letter: Edition, passage: str, place: str) -> None:
    found = _about(letter, passage)
    assert (found.place, found.then) == (place, Read(1, 0, (), ""))


@pytest.mark.parametrize(
    ("old", "new", "unchanged"),
    [("Hello", "Good day", True), ("30 lorries", "40 lorries", False)],
)
def test_the_same_place_in_the_newest_edition(
    letter: Edition, old: str, new: str, unchanged: bool
) -> None:
    sent = report(letter, passage="p2", message="?")
    text = Text.objects.get(record=letter.record, key="en")
    text.body = text.body.replace(old, new)
    write(letter.record, text)
    publish(letter.record, by="Ada")
    found = reported(sent)
    assert found.now is not None
    assert (found.then.edition, found.now.edition, found.unchanged) == (1, 2, unchanged)
