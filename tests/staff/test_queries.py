"""Records by their state, and the shelves of the first page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from archive.staff.queries import State, in_state, shelves
from tests import world

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 26)


def _in(state: State) -> list[str]:
    return sorted(in_state(Record.objects.all(), state, TODAY).values_list("title", flat=True))


def _published(title: str, **fields: Any) -> Record:
    return world.published(world.document(title=title, **fields)).record


def test_each_state() -> None:
    world.stored(world.document(title="Draft"))
    edited = _published("Edited")
    edited.changed_at = edited.editions.get().published_at.replace(year=2999)
    edited.save()
    withdraw(_published("Gone"), by="Ada", reason="Entered twice.")
    embargo(_published("Closed"), date(2999, 1, 1))
    found = {state: _in(state) for state in State}
    assert found == {
        State.DRAFT: ["Draft"],
        State.CHANGED: ["Edited"],
        State.PUBLISHED: ["Closed", "Edited"],
        State.EMBARGOED: ["Closed"],
        State.OPENING: [],
        State.WITHDRAWN: ["Gone"],
    }


@pytest.mark.parametrize(
    ("day", "soon"),
    [("2026-11-26", False), ("2026-11-27", True), ("2026-12-26", True), ("2026-12-27", False)],
)
def test_an_embargo_of_the_whole_or_of_a_part_ends_soon(day: str, soon: bool) -> None:
    rights = {"embargo_until": day}
    _published("Whole", rights=rights)
    texts = [
        world.text("en", rights=rights),
        world.text("ru", "Текст.", rights={"embargo_until": "2999-01-01"}),
    ]
    _published("Part", texts=texts)
    assert _in(State.OPENING) == (["Part", "Whole"] if soon else [])


def test_shelves_have_the_first_few_and_count_all() -> None:
    for number in range(3):
        world.stored(world.document(title=f"Draft {number}"))
    for day in (5, 3, 4):
        embargo(_published(f"Closed {day}"), date(2999, 1, day))
    drafts, changed, closed, gone = shelves(TODAY, limit=2)
    assert [r.title for r in drafts.records] == ["Draft 2", "Draft 1"]
    assert [r.title for r in closed.records] == ["Closed 3", "Closed 4"]
    assert [each.count for each in (drafts, changed, closed, gone)] == [3, 0, 3, 0]


@pytest.mark.parametrize("count", [1, 3])
def test_shelves_take_four_queries(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        world.stored(world.document(title=f"Draft {number}"))
        embargo(_published(f"Closed {number}"), date(2999, 1, 1))
    with django_assert_num_queries(4):
        titles = [record.title for shelf in shelves(TODAY) for record in shelf.records]
    assert len(titles) == 2 * count
