"""Words found within one record."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.search.outbox import drain
from archive.web import find_page
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cable_id() -> str:
    edition = world.published(world.cable_document())
    drain()
    return str(edition.record_id)


def test_the_words_are_lit_beside_what_renders_them(reader: Reader, cable_id: str) -> None:
    page = reader.page(f"/records/{cable_id}/find/?q=винтовок")
    said = words(page)
    assert "1 place for “винтовок”" in said
    assert '<mark class="sought">винтовок</mark>' in page
    assert "12,000 rifles" in said
    assert f'href="/records/{cable_id}/?left=en&amp;right=ru#p11">Read it on facing pages' in page
    assert said.index("English, paragraph 2") < said.index("Russian, paragraphs 4, 5")


def test_from_place_to_place(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "\n\n".join(f"Guns, {n}." for n in range(4))
    text = world.text("en", body)
    record_id = world.published(world.document(title="A", texts=[text])).record_id
    monkeypatch.setattr(find_page, "MOST_ROWS", 3)
    page = reader.page(f"/records/{record_id}/find/?q=gun")
    assert "4 places in 4 rows for “gun”" in words(page)
    assert [page.count(f'href="#found-{n}"') for n in range(5)] == [0, 2, 2, 1, 0]
    assert "1 more rows have these words and are not shown." in words(page)


def test_nothing_there(reader: Reader, cable_id: str) -> None:
    page = reader.page(f"/records/{cable_id}/find/?q=zz+a%26b")
    assert "No text of this record has these words." in words(page)
    assert 'href="/search/?q=zz+a%26b"' in page
    assert "Find in this record" in words(reader.page(f"/records/{cable_id}/find/"))


def test_what_cannot_be_asked(reader: Reader, cable_id: str) -> None:
    assert "It is longer than 2,000" in words(
        reader.page(f"/records/{cable_id}/find/?q={'a' * 2001}", 400)
    )
    reader.page(f"/records/{cable_id}/find/?q=a&q=b", 400)
    reader.page("/records/0000000/find/?q=a", 404)
    moved = reader.get(f"/records/{cable_id.upper()}/find/?q=gun", 301)
    assert moved.headers["Location"] == f"/records/{cable_id}/find/?q=gun"


def test_a_withdrawn_record_tells_its_reason_alone(reader: Reader, cable_id: str) -> None:
    withdraw(Record.objects.get(pk=cable_id), reason="It is another's.", by="Ada")
    said = words(reader.page(f"/records/{cable_id}/find/?q=rifles", 410))
    assert "It is another's." in said
    assert "12,000" not in said


def test_queries(reader: Reader, cable_id: str) -> None:
    reader.page(f"/records/{cable_id}/")
    counts = []
    for q in ("", "rifles", "Lin+Biao"):
        with CaptureQueriesContext(connection) as queries:
            reader.page(f"/records/{cable_id}/find/?q={q}")
        counts.append(len(queries))
    assert counts == [2, 3, 4]


def test_the_record_leads_to_its_like_and_they_to_the_page(reader: Reader, cable_id: str) -> None:
    people = [{"name": "Liu Shaoqi", "role": "sender"}]
    other = world.published(world.document(title="Another", people=people)).record_id
    drain()
    assert f'href="/search/?like={cable_id}">More like this' in reader.page(f"/records/{cable_id}/")
    page = reader.page(f"/search/?like={cable_id}")
    assert "1 record like “Cable, Liu Shaoqi to Chairman Mao [Zedong]”" in words(page)
    assert f'href="/records/{other}/"' in page
    assert "The parameter “like” cannot be read" in words(reader.page("/search/?like=a!", 400))
    assert "nothing can be like it" in words(reader.page("/search/?like=0000000"))
