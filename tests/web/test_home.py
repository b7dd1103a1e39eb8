"""The front page is kept until word of a change comes."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.search.outbox import drain
from archive.search.unavailable import SearchUnavailable
from archive.web.home_page import show
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


def test_around_a_difference_stand_whole_words_and_of_chinese_as_many_characters() -> None:
    texts = [
        world.text(
            "en", f"{'We write to you once more. ' * 5}We need 12,000 rifles{' at once' * 20}."
        ),
        world.text("zh", f"{'再' * 90}需要一万三千支步枪{'急' * 90}。"),
    ]
    shown = show(world.read_published(world.document(texts=texts)), "en", "zh")
    assert shown is not None
    assert (shown.left.before, shown.left.hit, shown.left.after) == (
        "more. We write to you once more. We write to you once more. We need ",
        "12,000",
        " rifles" + " at once" * 7 + " at",
    )
    assert (shown.right.before, shown.right.hit) == ("再" * 68 + "需要", "一万三千")
    assert shown.right.after == "支步枪" + "急" * 67
