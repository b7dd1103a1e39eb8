"""Django's Postgres backend, which brings up the embedded server where DATABASE_URL is not set."""

import atexit
from functools import cache
from typing import Any

import psycopg
from django.conf import settings
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base

from archive.postgres.errors import ServerUnavailableError
from archive.postgres.server import EmbeddedServer, embedded_server


class EmbeddedConnection(psycopg.Connection[Any]):
    """A connection that asks, each time one is opened, where the server is by now.

    A pool opens new connections for as long as the process lives, and a server that was killed
    may come back on another port.
    """

    @classmethod
    def connect(cls, conninfo: str = "", **kwargs: Any) -> Any:
        """Open a connection to the embedded server, which is started if it does not run."""
        return super().connect(conninfo, **{**kwargs, **_whereabouts()})


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own wrapper; the pool and single connections alike find the embedded server."""

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        options = settings_dict["OPTIONS"]
        self._embedded = bool(settings.EMBEDDED_POSTGRES)
        self._pooled = alias != NO_DB_ALIAS and bool(options.get("pool"))
        if self._embedded and self._pooled:
            options["pool"] = {**options["pool"], "connection_class": EmbeddedConnection}

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
        if self._pooled and self.pool.closed:
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
    address = _server().address()
    return {
        "host": address.host,
        "port": address.port,
        "user": address.user,
        "password": address.password,
    }


@cache
def _server() -> EmbeddedServer:
    """This process's use of the server. At exit the pools close first, then the use ends."""
    server = embedded_server(settings.DATA_DIR, "facing_pages")
    atexit.register(close_pools)
    return server


def close_pools() -> None:
    """Close every pool, so that none opens a connection any more."""
    pools: dict[str, Any] = vars(base.DatabaseWrapper)["_connection_pools"]
    while pools:
        pools.popitem()[1].close()
