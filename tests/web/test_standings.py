from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.editions.news import News
from archive.editions.withholding import withdraw
from archive.web import standings
from archive.web.standings import known
from tests import world

pytestmark = pytest.mark.django_db


class Told(News):
    """News that a test tells by hand."""

    told: int | None = 1

    @property
    def mark(self) -> int | None:
        return self.told


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Told:
    told = Told()
    monkeypatch.setattr(standings, "news", told)
    return told


def test_a_standing_is_asked_for_once_while_no_word_of_a_change_comes(
    news: Told, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    record = world.published(world.cable_document()).record_id
    with django_assert_num_queries(1):
        assert known(record, None) == known(record, None)


def test_after_word_of_a_change_it_is_asked_anew(news: Told) -> None:
    edition = world.published(world.document())
    before = known(edition.record_id, None)
    withdraw(edition.record, by="Ada", reason="No")
    news.told = 2
    after = known(edition.record_id, None)
    assert before is not None
    assert after is not None
    assert (before.standing.withdrawn, after.standing.withdrawn) == (False, True)
    assert before.fingerprint != after.fingerprint


def test_while_nobody_listens_nothing_is_remembered(
    news: Told, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    record = world.published(world.document()).record_id
    news.told = None
    with django_assert_num_queries(2):
        known(record, None)
        known(record, None)


def test_what_is_not_there_is_not_remembered(news: Told) -> None:
    draft = world.stored(world.document())
    assert known(draft.pk, None) is None
