"""Word of changes, as Postgres gives it when they commit.

What a process remembers of an edition's standing is true for as long as no word has come and
somebody listens. Nobody listens in commands and tests: there everything is asked anew.
"""

from __future__ import annotations

import logging
import os
import threading
from typing import Any

import psycopg
from django.db import Error, connection

logger = logging.getLogger(__name__)

CHANNEL = "facing_news"
#: Seconds between two signs of life that the listener sends to itself. One that does not come
#: back (a proxy that keeps no session, a line that hangs) means that nobody listens.
PULSE = 2.0
#: Seconds before a lost connection is tried again.
PAUSE = 1.0


class News:
    """Counts the changes it is told of, while it listens."""

    def __init__(self) -> None:
        self._count = 0
        self._listening = False
        self._pulse = f"pulse {os.getpid()} {id(self)}"
        self._ended = threading.Event()

    @property
    def mark(self) -> int | None:
        """Another number after each change; None while nobody listens."""
        return self._count if self._listening else None

    def listen(self) -> None:
        """Listen until the process ends, or ``end`` is called, in a thread of its own."""
        threading.Thread(target=self._listen_always, name="news", daemon=True).start()

    def end(self) -> None:
        """Listen no more, within a pulse."""
        self._ended.set()

    def _listen_always(self) -> None:
        while not self._ended.is_set():
            try:
                self._listen_once()
            except (Error, psycopg.Error, OSError) as fault:
                logger.warning("Lost the line on which changes are told: %s", fault)
            finally:
                self._listening = False
                self._count += 1
                connection.close()
            self._ended.wait(PAUSE)

    def _listen_once(self) -> None:
        connection.ensure_connection()
        line: Any = connection.connection
        line.execute(f"LISTEN {CHANNEL}")
        answered = True
        while answered and not self._ended.is_set():
            line.execute("SELECT pg_notify(%s, %s)", [CHANNEL, self._pulse])
            answered = self._hear(line)
        if not answered:
            logger.warning("The line on which changes are told is deaf; asking anew instead.")

    def _hear(self, line: Any) -> bool:
        """Take what is told for one pulse long; whether our own sign of life was among it."""
        answered = False
        for told in line.notifies(timeout=PULSE):
            if told.payload == self._pulse:
                answered = self._listening = True
            elif not told.payload.startswith("pulse "):
                self._count += 1
        return answered


news = News()
