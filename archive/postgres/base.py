"""Django's Postgres backend, which brings up the embedded server where DATABASE_URL is not set."""

import atexit
import dataclasses
import select
from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar

import psycopg
from django.conf import settings
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base
from psycopg_pool import ConnectionPool

from archive.postgres.client import Client
from archive.postgres.errors import ServerUnavailableError
from archive.postgres.server import embedded_server


class EmbeddedConnection(psycopg.Connection[Any]):
    """A connection that asks, each time one is opened, where the server is by now.

    A pool opens new connections for as long as the process lives, and a server that was killed
    may come back on another port.
    """

    @classmethod
    def connect(cls, conninfo: str = "", **kwargs: Any) -> Any:
        """Open a connection to the embedded server, which is started if it does not run."""
        return super().connect(conninfo, **{**kwargs, **_whereabouts()})


def require_open(connection: "psycopg.Connection[Any]") -> None:
    """Raise ``OperationalError`` where the server has ended the connection.

    On one machine a connection ends with a message or a hang-up, which wait to be read: a look at
    the socket takes 1 µs, where the empty query that psycopg's own check sends takes 130.
    """
    poll = select.poll()
    poll.register(connection.pgconn.socket, select.POLLIN)
    if poll.poll(0):
        ConnectionPool.check_connection(connection)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own wrapper; the pool, single connections and psql alike find the server."""

    client_class = Client
    # Django's own, which its type stubs leave out.
    _connection_pools: ClassVar[dict[str, ConnectionPool[Any]]]
    _configure_connection: Callable[["psycopg.Connection[Any]"], None]

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        self._embedded = bool(settings.EMBEDDED_POSTGRES)
        self._pooled = alias != NO_DB_ALIAS and bool(settings_dict["OPTIONS"].get("pool"))

    @property
    def pool(self) -> ConnectionPool[Any] | None:
        """Django's pool, or one like it that asks each time where the embedded server is."""
        if not (self._embedded and self._pooled):
            return super().pool  # type: ignore[no-any-return]
        known = self._connection_pools
        if self.alias not in known:
            _close_before_the_server()
            made = ConnectionPool(
                connection_class=EmbeddedConnection,
                kwargs={**self.get_connection_params(), "autocommit": True},
                configure=self._configure_connection,
                check=require_open,
                open=False,
                **self.settings_dict["OPTIONS"]["pool"],
            )
            known.setdefault(self.alias, made)
        return known[self.alias]

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with the server's address where no pool will ask for it."""
        parameters: dict[str, Any] = super().get_connection_params()
        if self._embedded and not self._pooled:
            parameters.update(_whereabouts())
        return parameters

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection, from the pool where there is one.

        The pool tells only that it waited in vain, so the first connection of a process is tried
        by itself: a wrong address or password is refused at once, in the server's own words.
        """
        if self.pool is not None and self.pool.closed:
            self._try(conn_params)
        return super().get_new_connection(conn_params)

    def _try(self, conn_params: dict[str, Any]) -> None:
        if self._embedded:
            EmbeddedConnection.connect(**conn_params).close()
            return
        try:
            psycopg.connect(**conn_params).close()
        except psycopg.OperationalError as error:
            raise ServerUnavailableError(f"DATABASE_URL: {error}") from error


def _whereabouts() -> dict[str, Any]:
    """The embedded server's address, as libpq names its parts."""
    return dataclasses.asdict(embedded_server(settings.DATA_DIR).address())


@cache
def _close_before_the_server() -> None:
    """At exit, what was registered last comes first: the server's own end is registered by now."""
    embedded_server(settings.DATA_DIR)
    atexit.register(close_pools)


def close_pools() -> None:
    """Close every pool, so that none opens a connection any more."""
    pools = DatabaseWrapper._connection_pools
    while pools:
        pools.popitem()[1].close()
