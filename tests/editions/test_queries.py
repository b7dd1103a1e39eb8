from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.editions.queries import counted, history, newly_published, shown
from archive.editions.withholding import withdraw
from tests import world

pytestmark = pytest.mark.django_db


def test_a_history_has_the_newest_edition_first() -> None:
    world.published(world.document(source_id="s", title="One"), note="First")
    edition = world.published(world.document(source_id="s", title="Two"), note="Mended")
    assert [(line.number, line.published_by, line.note) for line in history(edition.record_id)] == [
        (2, "Ada", "Mended"),
        (1, "Ada", "First"),
    ]


def test_practice_records_are_shown_and_not_counted_withdrawn_ones_neither() -> None:
    world.published(world.document(source_id="real"))
    world.published(world.practice_document("01"))
    gone = world.published(world.document(source_id="gone"))
    withdraw(gone.record, by="Ada", reason="No")
    assert (shown().count(), counted().count()) == (2, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_new_takes_one_query(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        world.published(world.document(source_id=str(number), title=f"Letter {number}"))
    with django_assert_num_queries(1):
        titles = [new.title for new in newly_published(2)]
    assert titles == [f"Letter {number}" for number in reversed(range(count))][:2]
