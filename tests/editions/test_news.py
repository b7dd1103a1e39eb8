from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from archive.editions.news import News
from archive.editions.withholding import withdraw
from tests import world

pytestmark = pytest.mark.django_db(transaction=True)


def _soon(holds: Callable[[], bool]) -> bool:
    """Whether it holds within a minute."""
    end = time.monotonic() + 60
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.01)
    return held


@pytest.fixture
def news() -> Iterator[News]:
    """Somebody who listens, and has left when the test ends."""
    heard = News()
    heard.listen()
    assert _soon(lambda: heard.mark is not None)
    yield heard
    heard.end()
    assert _soon(lambda: heard.mark is None)


def test_nobody_knows_anything_before_somebody_listens() -> None:
    assert News().mark is None


def test_publishing_and_withdrawing_are_told(news: News) -> None:
    before = news.mark
    edition = world.published(world.cable_document())
    assert _soon(lambda: news.mark != before)
    published = news.mark
    withdraw(edition.record, by="Ada", reason="No")
    assert _soon(lambda: news.mark != published)


def test_a_draft_is_no_news(news: News) -> None:
    before = news.mark
    world.stored(world.cable_document())
    time.sleep(0.3)
    assert news.mark == before


def test_a_cut_line_is_known_at_once_and_mended(
    news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = threading.Event()
    monkeypatch.setattr(news._ended, "wait", lambda pause: seen.wait(60))
    before = news.mark
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE query LIKE '%pg_notify%' AND pid <> pg_backend_pid()"
            " AND datname = current_database()"
        )
    assert _soon(lambda: news.mark is None)
    seen.set()
    assert _soon(lambda: news.mark is not None and news.mark != before)
