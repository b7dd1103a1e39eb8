from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytest_django import Settings

from archive.editions.standing import Standing
from archive.web.note_citing import note_citation
from tests import world

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _the_site(settings: Settings) -> None:
    settings.SITE_NAME, settings.SITE_URL = "Facing Pages", "https://archive.example.org"


@pytest.fixture
def standing() -> Standing:
    found = world.read_published(world.document(title="A letter", texts=[world.text()])).standing
    return replace(found, record_id="0bvx1zt")


def cited(standing: Standing, by: str = "Ada Ames") -> str:
    path = "/records/0bvx1zt/verdicts/1/"
    return note_citation(standing, "Verdict 1", by=by, at=AT, path=path)


def test_a_note_is_cited_with_who_said_it_of_what_where_and_when(standing: Standing) -> None:
    assert cited(standing) == (
        "Ada Ames, “Verdict 1” on “A letter” (record 0bvx1zt), Facing Pages, November 23, 2026, "
        "https://archive.example.org/records/0bvx1zt/verdicts/1/."
    )


def test_the_archive_as_an_author_is_named_once(standing: Standing) -> None:
    assert cited(standing, by="Facing Pages") == (
        "Facing Pages, “Verdict 1” on “A letter” (record 0bvx1zt), November 23, 2026, "
        "https://archive.example.org/records/0bvx1zt/verdicts/1/."
    )


def test_a_title_with_marks_of_its_own_stays_one_quotation(standing: Standing) -> None:
    told = cited(replace(standing, title="“On” Port Arthur, (draft;"), by="Mara Lind,")
    assert told.startswith("Mara Lind, “Verdict 1” on “‘On’ Port Arthur, draft” (record 0bvx1zt), ")


def test_a_note_on_a_practice_record_says_so(standing: Standing) -> None:
    assert cited(replace(standing, composed=True)).startswith(
        "[Composed for demonstration] Ada Ames, “Verdict 1” on"
    )
