from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from archive.desk.variances import passages, quoted, variances
from archive.desk.wording import Layer, Stretch
from archive.editions.document import VarianceDocument
from archive.editions.reading import Reading
from tests.desk import test_collation

pytestmark = pytest.mark.django_db


def note(number: int, passages: dict[str, tuple[str, ...]], **fields: object) -> VarianceDocument:
    given = {"note": "Why.", "by": "Ada", "at": datetime(2026, 11, 26, tzinfo=UTC), **fields}
    return VarianceDocument(number=number, passages=passages, **given)  # type: ignore[arg-type]


BOTH = note(2, {"en": ("p1",), "ru": ("p3",)}, words={"en": "14,000 men", "ru": "тысяч"})
ONE = note(1, {"en": ("p2",), "zh": ()})
THIRD = note(3, {"en": ("p1",), "zh": ("p5",)})
GONE = note(4, {"en": ("p1",)}, taken_back=True, note="")


def reading() -> Reading:
    made = test_collation.reading()
    said = msgspec.structs.replace(made.apparatus, variances=(BOTH, ONE, THIRD, GONE))
    return Reading(made.standing, made.content, said)


def test_the_notes_that_speak_of_the_texts_shown_and_of_no_other() -> None:
    assert variances(reading(), ["en", "ru"]) == (ONE, BOTH)
    assert variances(reading(), ["ru", "en", "zh"]) == (ONE, BOTH, THIRD)
    assert variances(reading(), ["ru"]) == ()


def test_passages_in_the_order_of_the_columns() -> None:
    assert passages(BOTH, ["ru", "en"]) == ["p3", "p1"]
    assert passages(BOTH, ["en"]) == ["p1"]


def test_the_words_that_a_note_quotes_are_marked_where_they_stand_first() -> None:
    tag = '<span class="noted" data-c="n2">'
    assert list(quoted(reading(), [BOTH, ONE])) == [
        ("p1", Stretch(10, 20, Layer.NOTED, tag)),
        ("p3", Stretch(14, 19, Layer.NOTED, tag)),
    ]


def test_words_that_stand_there_no_more_are_not_marked() -> None:
    assert list(quoted(reading(), [note(5, {"en": ("p2",)}, words={"en": "189"})])) == []
