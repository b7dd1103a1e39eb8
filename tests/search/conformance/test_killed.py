"""Whoever drains may be killed at any moment."""

from __future__ import annotations

import os
import random
import time

import pytest
from django.db import connection, transaction

from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.search import drain, outbox
from archive.search.backend import backend
from archive.search.checking import check
from tests import world
from tests.search.drainer import started

pytestmark = [pytest.mark.conformance, pytest.mark.django_db(transaction=True)]

#: How often the drainer is killed; ``KILLS=20`` is the promise of docs/search.md.
KILLS = int(os.environ.get("KILLS", "2"))
_TOGETHER = 8


def _let_go() -> None:
    """Return when the database, too, knows that a killed drainer is gone: it holds the lock till then."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '60s'")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [outbox.LOCK])


def test_a_drainer_killed_again_and_again_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = random.Random(1950)
    published: list[str] = []

    def publish() -> None:
        for _ in range(_TOGETHER):
            source = f"x:{drawn.randrange(40)}"
            title = f"Cable {len(published)}"
            texts = [world.text("en", f"Of boats, and of {title}. " * 40)]
            edition = world.published(world.document(title=title, source_id=source, texts=texts))
            published.append(edition.record_id)

    publish()
    monkeypatch.setattr(outbox, "drain", lambda **_: 0)
    for _ in range(KILLS):
        with started() as drainer:
            publish()
            withdraw(Record.objects.get(pk=drawn.choice(published)), by="Ada", reason="Killed")
            time.sleep(drawn.uniform(0, 0.3))
            drainer.kill()
    publish()
    _let_go()
    drain()
    assert list(map(str, check())) == []
    assert len(backend().states()) > 0
