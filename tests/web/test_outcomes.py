from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace as with_fields

from archive.editions.apparatus import OutcomeContent
from archive.editions.reading import Reading
from archive.web.outcomes import Told, outcomes
from tests import world

pytestmark = pytest.mark.django_db


def _with(reading: Reading, *told: OutcomeContent) -> Reading:
    apparatus = with_fields(reading.apparatus, outcomes=told)
    return Reading(reading.standing, reading.content, apparatus)


def _outcome(number: int, passage: str) -> OutcomeContent:
    return OutcomeContent(
        number=number, edition=1, passage=passage, outcome="So.", by="Ada", at="1950-01-22"
    )


def test_each_says_its_place_and_leads_there_where_the_edition_has_it() -> None:
    reading = world.read_published(world.cable_document())
    told = outcomes(_with(reading, _outcome(1, "p11"), _outcome(2, "p90"), _outcome(4, "")))
    assert told == (
        Told(1, "paragraph 4", "p11", 1, "So.", "Ada", date(1950, 1, 22)),
        Told(2, "a passage", "", 1, "So.", "Ada", date(1950, 1, 22)),
        Told(4, "the record", "", 1, "So.", "Ada", date(1950, 1, 22)),
    )


def test_where_nothing_was_answered_nothing_is_told() -> None:
    assert outcomes(_with(world.read_published(world.cable_document()))) == ()
