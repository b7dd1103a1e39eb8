"""A quotation checked at its address, for people and for programs."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.conf import settings
from pytest_django import DjangoAssertNumQueries

from archive.editions.publishing import publish
from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.texts.writing import write
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db

BODY = "We ask for two hundred lorries before the thaw comes.\n\nThe <b>bridge</b> holds."


@pytest.fixture
def letter() -> Record:
    """A letter in two editions: two hundred lorries, then three hundred."""
    texts = [world.text("en", BODY), world.text("ru", "Просим двести грузовиков до оттепели.")]
    record = world.published(world.document(title="The lorries", texts=texts)).record
    text = record.texts.get(key="en")
    text.body = BODY.replace("two", "three")
    write(record, text)
    publish(record, by="Ada")
    return record


def asked(quotation: str, ending: str = "/") -> str:
    return f"/quotations{ending}?q={quote(quotation)}"


def test_the_form_alone(reader: Reader) -> None:
    page = reader.page("/quotations/")
    assert '<textarea class="field" id="quotation" name="q"' in page
    assert "Found in" not in page
    assert 'rel="canonical"' in page


def test_the_old_edition_and_the_current_one(reader: Reader, letter: Record) -> None:
    page = reader.page(asked("ask for two hundred lorries before the thaw"))
    said = words(page)
    assert "Found in 2 texts" in said
    assert "Word for word · English text, edition 1 of 2; the current one reads otherwise" in said
    assert "Altered: 7 of its 8 words stand there so · English text, edition 2, the current" in said
    assert ">three</del>" in page.replace("only in the text: </span>", ">").replace(
        "<del><span", ""
    )
    assert f"/records/{letter.pk}/v1/en/#p1" in page
    assert f'href="/records/{letter.pk}/?left=en#p1"' in page
    assert f'href="/records/{letter.pk}/v1/?left=en#p1"' in page


def test_as_data(reader: Reader, letter: Record) -> None:
    found = reader.get(asked("Просим двести грузовиков до оттепели", ".json")).json()
    (origin,) = found["found"]
    citation = origin.pop("citation")
    assert f"/records/{letter.pk}/v2/ru/#p3" in citation["text"]
    assert found == {
        "quotation": "Просим двести грузовиков до оттепели",
        "found": [
            {
                "title": "The lorries",
                "record": letter.pk,
                "text": "ru",
                "label": "Russian",
                "language": "ru",
                "direction": "ltr",
                "likeness": "exact",
                "verdict": "Word for word",
                "editions": "editions 1 to 2",
                "first": 1,
                "last": 2,
                "current": True,
                "passages": ["p3"],
                "pieces": [{"change": "same", "text": "Просим двести грузовиков до оттепели"}],
                "address": f"{settings.SITE_URL}/records/{letter.pk}/v2/ru/#p3",
                "desk": f"/records/{letter.pk}/?left=ru#p3",
            }
        ],
    }


def test_what_reads_so_nowhere(reader: Reader, letter: Record) -> None:
    page = reader.page(asked("<script>nobody ever wrote this here</script>"))
    assert "Nothing here reads so" in page
    assert "<script>nobody" not in page


def test_what_cannot_be_looked_for_is_said_beside_the_field(reader: Reader) -> None:
    page = reader.page(asked("two"), 400)
    assert 'aria-describedby="fault"' in page
    assert "Too short to be told from others" in page
    problem = reader.get(asked("two", ".json"), 400).json()
    assert problem["parameter"] == {"name": "q", "value": "two"}
    assert reader.get("/quotations.json", 400).json()["parameter"]["name"] == "q"
    reader.page("/quotations/?q=a&q=b", 400)


def test_nothing_of_a_withdrawn_record(reader: Reader, letter: Record) -> None:
    withdraw(letter, by="Ada", reason="The family asked for it.")
    assert "Nothing here reads so" in reader.page(asked("ask for two hundred lorries before"))


def test_three_queries(
    reader: Reader, letter: Record, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        reader.page(asked("ask for two hundred lorries before the thaw"))
