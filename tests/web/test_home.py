"""The front page is kept until word of a change comes."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.search.outbox import drain
from archive.search.unavailable import SearchUnavailable
from archive.web.views import home
from tests import world
from tests.web.conftest import Reader, words
from tests.web.test_standings import Told

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Told:
    told = Told()
    monkeypatch.setattr(home, "news", told)
    return told


def publish(title: str) -> None:
    world.published(world.document(title=title))
    drain()


def test_it_is_made_once_while_no_word_of_a_change_comes(
    reader: Reader, news: Told, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish("A letter")
    first = reader.page("/")
    with django_assert_num_queries(0):
        assert reader.page("/") == first


def test_after_word_of_a_change_it_is_made_anew(reader: Reader, news: Told) -> None:
    publish("A letter")
    assert "A second letter" not in words(reader.page("/"))
    publish("A second letter")
    news.told = 2
    assert "A second letter" in words(reader.page("/"))


def test_while_nobody_listens_it_is_made_each_time(reader: Reader, news: Told) -> None:
    news.told = None
    publish("A letter")
    reader.page("/")
    publish("A second letter")
    assert "A second letter" in words(reader.page("/"))


def test_without_search_it_is_shown_and_not_kept(
    reader: Reader, news: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish("A letter")

    def away(query: object) -> None:
        raise SearchUnavailable("gone")

    with monkeypatch.context() as broken:
        broken.setattr(home, "search", away)
        assert "1 record" not in words(reader.page("/"))
    assert "1 record" in words(reader.page("/"))
