"""Pages made ahead, in a thread of a serving process: after publication and after an upgrade."""

from __future__ import annotations

import logging
import threading
import time

import psycopg
from django.db import Error, connection

from archive.editions.news import news
from archive.web.edition_pages import make_ahead, missing

logger = logging.getLogger(__name__)

#: Of the advisory lock by which one process at a time makes pages ahead: "pages" in ASCII.
_LOCK = 0x7061676573
#: Seconds between two looks at whether anything has changed.
PAUSE = 1.0


def start() -> None:
    """Make pages ahead for as long as the process lives."""
    threading.Thread(target=_make_always, name="pages", daemon=True).start()


def _make_always() -> None:
    done: int | None = None
    while True:
        mark = news.mark
        if mark is not None and mark != done:
            try:
                if make_missing():
                    done = mark
            except (Error, psycopg.Error) as fault:
                logger.warning("Pages are not made ahead for now: %s", fault)
            finally:
                connection.close()
        time.sleep(PAUSE)


def make_missing() -> bool:
    """Make every page that is missing, resting as long as it works, so that readers come first.
    False where another process is at it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            return False
        try:
            _make_all()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    return True


def _make_all() -> None:
    editions = missing()
    while editions:
        for _, record_id, number in editions:
            begun = time.monotonic()
            make_ahead(record_id, number)
            time.sleep(time.monotonic() - begun)
        editions = missing(after=editions[-1][0])
