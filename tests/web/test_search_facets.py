"""What a page of results can be narrowed by."""

from __future__ import annotations

import pytest

from archive.search.outbox import drain
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def letters() -> None:
    """Ten letters in ten years, each from a place of its own and three kinds."""
    for n in range(10):
        place = {"name": f"Town {n}", "role": "origin"}
        kind = ("letter", "report", "cable")[n % 3]
        world.published(
            world.document(title=f"Letter {n}", date=f"195{n}", kind=kind, places=[place])
        )
    drain()


def test_eight_values_and_a_way_to_all_of_them(reader: Reader, letters: None) -> None:
    page = reader.page("/search/?sort=date&page=1")
    assert "Town 7" in words(page)
    assert "Town 8" not in words(page)
    assert "More: Place" in words(page)
    assert "More: Kind" not in words(page)
    assert 'href="/search/?sort=date&amp;more=place#narrow-place"' in page
    whole = reader.page("/search/?sort=date&more=place")
    assert "Town 9" in words(whole)
    assert "Fewer: Place" in words(whole)
    assert 'href="/search/?sort=date#narrow-place"' in whole
    assert "The parameter “more” cannot be read" in words(reader.page("/search/?more=x", 400))


def test_values_of_a_facet_are_alternatives_and_each_can_be_taken_away(
    reader: Reader, letters: None
) -> None:
    page = reader.page("/search/?kind=letter&kind=report")
    assert "7 records" in words(page)
    assert "Cable 3" in words(page)
    assert '<a class="chip" href="/search/?kind=report"><bdi>Letter</bdi>' in page
    assert '<a class="chip" href="/search/?kind=letter"><bdi>Report</bdi>' in page


def test_bars_lead_to_their_years_and_go_on_counting_the_others(
    reader: Reader, letters: None
) -> None:
    page = reader.page("/search/?kind=letter&from=1953&to=1955")
    assert "1 record Narrow the results" in words(page)
    assert '<a class="chip" href="/search/?kind=letter"><bdi>1953–1955</bdi>' in page
    bar = '<a href="/search/?kind=letter&amp;from={0}&amp;to={0}"{1} aria-label="{0}: 1"'
    for year, lit in ((1950, ""), (1953, ' class="on"'), (1956, ""), (1959, "")):
        assert bar.format(year, lit) in page
    assert '<a class="chip" href="/search/?kind=letter"><bdi>from 1953</bdi>' in reader.page(
        "/search/?kind=letter&from=1953"
    )
