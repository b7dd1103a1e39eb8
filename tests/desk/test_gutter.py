from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from archive.desk.columns import Grain, choices, choose
from archive.desk.gutter import Gutter, Remark, gutters
from archive.desk.marks import marks
from archive.desk.plans import plans
from archive.editions.apparatus import OmissionContent, SentenceContent, StretchContent
from archive.editions.document import VarianceDocument
from archive.editions.reading import Reading
from tests.desk import test_collation

pytestmark = pytest.mark.django_db


def note(number: int, **passages: tuple[str, ...]) -> VarianceDocument:
    at = datetime(2026, 11, 26, tzinfo=UTC)
    words = {"en": "agreed"} if "p2" in passages.get("en", ()) else {}
    return VarianceDocument(
        number=number, passages=passages, words=words, note="Why.", by="Ada", at=at
    )


def laid(
    reading: Reading,
    *keys: str,
    notes: tuple[VarianceDocument, ...] = (),
    grain: Grain = "passages",
) -> dict[int, Gutter]:
    columns = choose(choices(reading), keys[0], keys[1], keys[2:])
    found = marks(reading, keys).differences
    return dict(gutters(reading, plans(reading, keys, grain), columns, found, notes))


def replaced(**parts: object) -> Reading:
    made = test_collation.reading()
    said = msgspec.structs.replace(made.apparatus, **parts)
    return Reading(made.standing, made.content, said)


CALENDARS = Remark(
    ("May 4, 1950", "22.4.1950"),
    "two calendars?",
    "Some days apart: perhaps dates of two calendars",
    "p2",
)


def test_flags_are_differences_and_the_rest_are_remarks() -> None:
    found = laid(test_collation.reading(), "en", "ru")
    assert [each.said for each in found[0].differences] == ["189 against 180"]
    assert (found[0].remarks, found[0].notes, found[0].empty) == ([], [], False)
    assert found[1] == Gutter(remarks=[CALENDARS])


def test_what_is_in_no_text_shown_leaves_the_gutter_empty() -> None:
    assert set(laid(test_collation.reading(), "en", "zh")) == {0}
    assert Gutter().empty


def test_a_note_stands_at_its_first_passage() -> None:
    found = laid(test_collation.reading(), "ru", "en", notes=(note(1, en=("p2",), ru=("p3",)),))
    assert {place: gutter.notes for place, gutter in found.items() if gutter.notes} == {0: [1]}
    found = laid(test_collation.reading(), "en", "ru", notes=(note(1, en=("p2",), ru=("p3",)),))
    assert {place: gutter.notes for place, gutter in found.items() if gutter.notes} == {1: [1]}


def test_by_sentences_a_note_stands_at_the_words_that_it_quotes() -> None:
    made = test_collation.reading()
    body = test_collation.BODIES["en"]
    at, cut, end = body.index("Lin Biao"), body.index("agreed"), len(body)
    rows = list(made.apparatus.rows)
    rows[1] = msgspec.structs.replace(
        rows[1],
        sentences=(
            SentenceContent(cells={"en": (StretchContent("p2", at, cut),)}),
            SentenceContent(cells={"en": (StretchContent("p2", cut, end),)}),
        ),
    )
    found = laid(
        replaced(rows=tuple(rows)), "en", "ru", notes=(note(1, en=("p2",)),), grain="sentences"
    )
    assert {place: gutter.notes for place, gutter in found.items() if gutter.notes} == {2: [1]}


def test_what_may_be_left_out_is_said_once_where_it_would_stand() -> None:
    missing = OmissionContent(
        text="en",
        lacking="ru",
        sentences=(StretchContent("p2", 33, 41), StretchContent("p2", 42, 50)),
    )
    reading = replaced(omissions=(missing, missing))
    assert laid(reading, "en", "ru")[1] == Gutter(
        remarks=[
            CALENDARS,
            Remark(
                (),
                "possibly left out in the Russian",
                "2 sentences of the English text for which the program found none in the Russian",
                "p2",
            ),
        ]
    )
    assert set(laid(reading, "en", "zh")) == {0}
