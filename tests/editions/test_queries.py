from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.editions.deciding import judge
from archive.editions.queries import (
    Disagreement,
    counted,
    history,
    newest_disagreement,
    newly_published,
    shown,
)
from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
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


TODAY = date(2026, 11, 26)
GUNS = {"en": "189", "ru": "180"}


@pytest.fixture
def cable() -> Record:
    return world.published(world.cable_document()).record


def test_the_newest_disagreement_is_of_the_record_published_last(
    cable: Record, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    world.published(world.practice_document("01"))
    world.published(world.document(texts=[world.text("en", "We have 30 lorries.")]))
    alone = [world.text("en", "We have lorries."), world.text("ru", "У нас 40 грузовиков.")]
    world.published(world.document(texts=alone))
    with django_assert_num_queries(1):
        assert newest_disagreement(TODAY) == Disagreement(cable.pk, "en", "ru")
    texts = [world.text("ru", "У нас 40 грузовиков."), world.text("en", "We have 30 lorries.")]
    later = world.published(world.document(texts=texts)).record_id
    assert newest_disagreement(TODAY) == Disagreement(later, "ru", "en")


@pytest.mark.parametrize(
    ("state", "shown"),
    [("open", True), ("true difference", True), ("explained", False), ("dismissed", False)],
)
def test_what_staff_explain_or_dismiss_is_no_disagreement(
    cable: Record, state: str, shown: bool
) -> None:
    judge(cable, kind="number", words=GUNS, state=state, note="A slip.", by="Ada")
    assert (newest_disagreement(TODAY) is not None) == shown


def test_what_is_withheld_or_withdrawn_does_not_disagree(cable: Record) -> None:
    embargo(cable, date(2026, 11, 27))
    assert newest_disagreement(TODAY) is None
    assert newest_disagreement(date(2026, 11, 27)) is not None
    withdraw(cable, by="Ada", reason="Entered twice.")
    assert newest_disagreement(date(2026, 11, 27)) is None
