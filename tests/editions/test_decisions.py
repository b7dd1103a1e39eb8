from __future__ import annotations

from typing import Any

import msgspec
import pytest

from archive.editions.check import Problem
from archive.editions.decisions import decisions, follow_key, with_decisions
from archive.editions.document import Editorial, RecordDocument
from archive.editions.draft import describe
from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.exchange.ingest.decode import Refused
from tests import world

WHO: dict[str, Any] = {"by": "Ada", "at": "2026-11-23T10:00:00Z"}
DECIDED: dict[str, Any] = {
    "pins": [{"cells": {"en": ["p1"], "ru": ["p2"]}, "aligned": False, **WHO}],
    "verdicts": [
        {
            "number": 3,
            "kind": "number",
            "words": {"en": "9", "ru": "8"},
            "state": "explained",
            "note": "A slip.",
            **WHO,
        }
    ],
    "variances": [
        {"number": 1, "passages": {"en": ["p1"]}, "words": {"en": "men"}, "note": "So.", **WHO},
        {"number": 2, "passages": {"ru": ["p2"]}, "taken_back": True, **WHO},
    ],
}


def decided() -> RecordDocument:
    texts = [world.text("en", "We are 9 men."), world.text("ru", "Нас 8 человек.")]
    return world.document(source_id="ours:9", texts=texts, editorial=DECIDED)


@pytest.mark.django_db
def test_decisions_travel_in_and_out_and_are_no_part_of_the_edition() -> None:
    given = decided()
    record = world.stored(given)
    held = decisions(record)
    assert (held.pins, held.verdicts, held.variances) == (
        given.editorial.pins,
        given.editorial.verdicts,
        given.editorial.variances,
    )
    edition = publish(record, by="Ada")
    assert edition.content.record.editorial == Editorial(
        last_passage=2, passages={"en": ("p1",), "ru": ("p2",)}
    )
    reading = read(record.pk)
    assert reading is not None
    assert with_decisions(reading.content.record, reading.apparatus) == describe(record)


@pytest.mark.django_db
def test_a_line_without_decisions_leaves_those_of_the_archive() -> None:
    record = world.stored(decided())
    plain = msgspec.structs.replace(decided(), title="Another title", editorial=Editorial())
    assert decisions(world.stored(plain)) == decisions(record)


@pytest.mark.django_db
def test_the_same_wording_with_another_verdict_is_no_new_edition_and_is_told() -> None:
    record = world.stored(decided())
    assert publish(record, by="Ada").number == 1
    record.verdicts.update(state="dismissed")
    assert publish(record, by="Ada").number == 1
    reading = read(record.pk)
    assert reading is not None
    assert [verdict.state for verdict in reading.apparatus.verdicts] == ["dismissed"]


def test_what_cannot_be_kept_is_refused_with_its_place() -> None:
    with pytest.raises(Refused) as refusal:
        world.document(
            texts=[world.text("en", "We are 9 men.")],
            editorial={
                "pins": [{"cells": {"en": ["1"]}, **WHO}],
                "verdicts": [
                    {"number": 1, "kind": "date", "words": {"en": ""}, "state": "open", **WHO}
                ],
                "variances": [
                    {"number": 1, "passages": {"en": ["p1"]}, **WHO},
                    {"number": 1, "passages": {"en": ["p1"]}, "note": "So.", **WHO},
                ],
            },
        )
    assert refusal.value.problems == [
        Problem("editorial.pins[0].cells", "names 1 texts; it takes at least 2."),
        Problem("editorial.pins[0].cells.en", "a passage id is p and a number: p17."),
        Problem("editorial.verdicts[0].words", "a verdict names the words of one text."),
        Problem("editorial.variances[0].note", "a variance note says what differs."),
        Problem("editorial.variances", "two have one number; each number is given once."),
    ]


@pytest.mark.django_db
def test_decisions_follow_a_text_to_its_new_key() -> None:
    record = world.stored(decided())
    follow_key(record, "en", "eng")
    held = decisions(record)
    assert [dict(pin.cells) for pin in held.pins] == [{"eng": ("p1",), "ru": ("p2",)}]
    assert [verdict.words for verdict in held.verdicts] == [{"eng": "9", "ru": "8"}]
    assert [(note.passages, note.words) for note in held.variances] == [
        ({"eng": ("p1",)}, {"eng": "men"}),
        ({"ru": ("p2",)}, {}),
    ]
