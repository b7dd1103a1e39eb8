"""A process that drains the change log until it is killed; ``started`` makes one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.db import connection

_ROOT = Path(__file__).resolve().parents[2]


def started() -> subprocess.Popen[bytes]:
    """A drainer of the test's own database and index, which has begun when this returns."""
    at = connection.connection.info
    host = "127.0.0.1" if at.host.startswith("/") else at.host
    address = f"postgres://{at.user}:{at.password}@{host}:{at.port}/{at.dbname}"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.search.drainer"],
        cwd=_ROOT,
        env={**os.environ, "DATABASE_URL": address, "SEARCH_URL": settings.SEARCH_URL},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"draining\n"
    return process


def main() -> None:
    """Drain for ever."""
    import django

    django.setup()
    from archive.search import SearchUnavailable, drain

    print("draining", flush=True)
    while True:
        try:
            drain()
        except SearchUnavailable as error:
            print(error, file=sys.stderr)
        time.sleep(0.01)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    main()
