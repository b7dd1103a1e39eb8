"""The embedded server as the rest of the archive sees it: an address that answers."""

import atexit
import os
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql

from archive.made_once import kept, secret
from archive.postgres import cluster as clusters
from archive.postgres import processes
from archive.postgres.account import server_account
from archive.postgres.binaries import find_binaries
from archive.postgres.cluster import Cluster, Running
from archive.postgres.errors import ServerUnavailableError
from archive.postgres.home import settle
from archive.postgres.locks import Lease, sole

DATABASE = "facing_pages"
_SCRIPTS = {"Cyrillic": "пулемёт", "Chinese": "机枪", "Korean": "기관총"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens, and as whom to sign in."""

    host: str
    port: int
    user: str
    password: str


class EmbeddedServer:
    """The server of one data folder, shared by all processes that use the folder.

    Each holds a lease; the last to end stops the server. A server left by processes that were
    killed is adopted by the next.
    """

    def __init__(self, data_dir: Path, database: str) -> None:
        self._data_dir = data_dir.resolve()
        self._database = database
        self._lease = Lease(self._data_dir / "postgres.lease")
        self._mutex = threading.RLock()
        self._cluster: Cluster | None = None
        self._running: Running | None = None
        os.register_at_fork(after_in_child=self._begin_as_child)
        atexit.register(self.release)

    def address(self) -> Address:
        """The address of a server that runs, started if it did not. Raises ServerUnavailableError."""
        with self._mutex:
            if not self._is_up():
                self._data_dir.mkdir(parents=True, exist_ok=True)
                with sole(self._data_dir / "postgres.lock"):
                    self._lease.hold()
                    self._running = self._adopt_or_start()
            assert self._running is not None
            return self._address(self._running)

    def program(self, name: str) -> Path:
        """One of the server's own programs, such as ``psql`` or ``pg_dump``."""
        self.address()
        assert self._cluster is not None
        return self._cluster.binaries.program(name)

    def release(self) -> None:
        """Give up this process's use; the last one stops the server."""
        if not self._lease.is_held:
            return
        with self._mutex, sole(self._data_dir / "postgres.lock"):
            if self._lease.is_last() and self._cluster is not None:
                self._cluster.stop()
            self._lease.forget()
            self._running = None

    def _is_up(self) -> bool:
        """A cheap look, done before every new connection: is the server still the one we know?"""
        if self._running is None or self._cluster is None:
            return False
        return processes.is_running(self._running.pid, self._cluster.home.cluster)

    def _adopt_or_start(self) -> Running:
        cluster = self._cluster = self._cluster or self._settle()
        running = cluster.running()
        if running is None:
            cluster.create(self._password())
            running = cluster.start(self._free_port())
        self._prepare(self._address(running))
        return running

    def _settle(self) -> Cluster:
        account = server_account()
        home = settle(self._data_dir, account)
        return Cluster(home, find_binaries(account, home.folder), account)

    def _free_port(self) -> int:
        """The archive's own port, made once; a new one where somebody else has taken it since."""
        path = self._data_dir / "postgres-port"
        port = int(kept(path, lambda: str(processes.free_port(clusters.HOST))))
        if processes.is_free(clusters.HOST, port):
            return port
        path.unlink()
        return int(kept(path, lambda: str(processes.free_port(clusters.HOST))))

    def _password(self) -> str:
        return kept(self._data_dir / "postgres-password", secret)

    def _address(self, running: Running) -> Address:
        return Address(running.host, running.port, clusters.USER, self._password())

    def _prepare(self, address: Address) -> None:
        """Make the database if it is missing, and prove that it knows every script's letters."""
        with psycopg.connect(
            host=address.host, port=address.port, user=address.user, password=address.password,
            dbname="postgres", autocommit=True,
        ) as connection:  # fmt: skip
            present = "SELECT 1 FROM pg_database WHERE datname = %s"
            if connection.execute(present, [self._database]).fetchone() is None:
                name = sql.Identifier(self._database)
                connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
            connection.execute("SET client_min_messages TO warning")
            connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            for script, word in _SCRIPTS.items():
                row = connection.execute("SELECT cardinality(show_trgm(%s))", [word]).fetchone()
                if not row or not row[0]:
                    raise ServerUnavailableError(
                        f"This Postgres finds no letters in {script}: it was made with a locale "
                        "that knows ASCII alone. Set DATABASE_URL to one made with a UTF-8 locale."
                    )

    def _begin_as_child(self) -> None:
        """After a fork: the lease stays the parent's, and the child takes its own when it connects."""
        self._mutex = threading.RLock()
        self._lease.forget()
        self._running = None


@cache
def embedded_server(data_dir: Path) -> EmbeddedServer:
    """This process's use of the server in a data folder.."""
    return EmbeddedServer(data_dir, DATABASE)
