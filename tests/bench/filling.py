"""An archive of the benchmarks' own: a data folder, its Postgres, and the records in it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from archive.postgres.server import EmbeddedServer
from tests.bench import usage
from tests.bench.usage import Job

#: Settings that would lead to somebody's real archive, or change what is measured.
_NOT_OURS = (
    "DATABASE_URL", "SEARCH_URL", "DATA_DIR", "SITE_URL", "ALLOWED_HOSTS", "MEDIA_URL", "DEBUG",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """Where everything lies, and the environment that leads there."""

    folder: Path
    environment: dict[str, str]
    server: EmbeddedServer

    def manage(self, *arguments: str) -> Job:
        """Run a management command to its end."""
        return usage.run([sys.executable, "manage.py", *arguments], self.environment, self.folder)

    def connected(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A connection to the archive's database."""
        at = self.server.address()
        return psycopg.connect(
            host=at.host, port=at.port, user=at.user, password=at.password, dbname="facing_pages"
        )

    def column(self, query: str) -> list[str]:
        """The first column of an answer."""
        with self.connected() as connection:
            return [row[0] for row in connection.execute(query.encode())]


@contextmanager
def ground() -> Iterator[Ground]:
    """A migrated, empty archive; everything of it is removed afterwards.

    Its Postgres runs as long as this process holds it, so that no command pays for its start.
    """
    folder = Path(tempfile.mkdtemp(prefix="facing-pages-bench-"))
    folder.chmod(0o755)  # The server may run as another user.
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    made = Ground(
        folder,
        {
            **environment,
            "DATA_DIR": str(folder),
            "PYTHONWARNINGS": "ignore",
            # One site for import and server: kept pages name its address.
            "SITE_URL": "http://127.0.0.1",
        },
        EmbeddedServer(folder, "facing_pages"),
    )
    try:
        made.server.address()
        made.manage("migrate", "--verbosity=0")
        yield made
    finally:
        made.server.release()
        shutil.rmtree((folder / "postgres").resolve(), ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
