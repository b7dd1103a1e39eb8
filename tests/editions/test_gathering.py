from __future__ import annotations

import pytest

from archive.editions.content import (
    AuthorityLink,
    DateContent,
    RepositoryContent,
    ShelfmarkContent,
)
from tests import world

pytestmark = pytest.mark.django_db


def test_what_software_read_from_the_cable_is_frozen_beside_it() -> None:
    content = world.published(world.cable_document()).content
    assert content.date == DateContent(
        display="January 22, 1950", earliest="1950-01-22", latest="1950-01-22"
    )
    assert [person.slug for person in content.people] == [
        "liu-shaoqi",
        "mao-zedong",
        "mao-zedong",
        "kim-il-sung",
        "lin-biao",
    ]
    assert content.places == (AuthorityLink(name="Moscow", slug="moscow"),)
    assert [holding.shelfmark for holding in content.holdings] == [
        None,
        ShelfmarkContent(
            system="fond",
            parts=(("fond", "45"), ("opis", "1"), ("delo", "334"), ("list", "22")),
            display="fond 45, opis 1, delo 334, list 22",
            key="fond:45|opis:1|delo:334|list:22",
            differs_from_wording=True,
        ),
        ShelfmarkContent(
            system="fond",
            parts=(("fond", "558"), ("opis", "11"), ("delo", "334"), ("list", "22")),
            display="fond 558, opis 11, delo 334, list 22",
            key="fond:558|opis:11|delo:334|list:22",
            differs_from_wording=True,
        ),
    ]
    assert content.holdings[1].repository == RepositoryContent(
        slug="archive-of-the-president-of-the-russian-federation",
        name="Archive of the President of the Russian Federation",
        abbreviation="AP RF",
        town="Moscow",
        own_name="Архив Президента Российской Федерации",
        own_abbreviation="АП РФ",
        own_language="ru",
    )


def test_an_unknown_date_spans_no_days() -> None:
    assert world.published(world.document()).content.date == DateContent()


def test_a_span_of_dates_keeps_its_first_and_last_day() -> None:
    content = world.published(world.document(date="1567-03-12/1567-03-21")).content
    assert content.date == DateContent(
        display="March 12–21, 1567", earliest="1567-03-12", latest="1567-03-21"
    )
