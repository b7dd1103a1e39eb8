"""Requests to an OpenSearch cluster, and what goes wrong with them in words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import urllib3
from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    ConnectionError as Unreachable,
)
from opensearchpy.exceptions import (
    NotFoundError,
    OpenSearchException,
    TransportError,
)

from archive.search.opensearch_address import Address
from archive.search.unavailable import REBUILD, SearchUnavailable

#: Seconds until a node that does not answer counts as away; those that an answer may take.
_CONNECT, _ANSWER = 2.0, 60.0
#: Other nodes, or the same again, that a request is tried at where one cannot be reached.
_TRIES = 2
_CONNECTIONS = 16


@cache
def client_of(address: Address) -> OpenSearch:
    """The client of a cluster, one in a process; shared by its threads."""
    return OpenSearch(
        hosts=[{"host": host, "port": port} for host, port in address.nodes],
        headers=_credentials(address),
        use_ssl=address.tls,
        ca_certs=address.ca or None,
        timeout=urllib3.Timeout(connect=_CONNECT, read=_ANSWER),
        max_retries=_TRIES,
        pool_maxsize=_CONNECTIONS,
    )


def _credentials(address: Address) -> dict[str, str]:
    """As OpenSearch reads them, in UTF-8; its own client has Latin letters alone."""
    if not address.user:
        return {}
    pair = f"{address.user}:{address.password}".encode()
    return {"authorization": f"Basic {b64encode(pair).decode()}"}


@contextmanager
def engine_errors(address: Address) -> Iterator[None]:
    """Whatever goes wrong within the engine becomes ``SearchUnavailable``."""
    try:
        yield
    except NotFoundError as error:
        raise SearchUnavailable(f"There is no index {address}. Run {REBUILD}.") from error
    except Unreachable as error:
        raise SearchUnavailable(
            f"OpenSearch at {address} does not answer ({_reason(error)}). Once it does, search"
            " takes in by itself what was published meanwhile."
        ) from error
    except OpenSearchException as error:
        raise SearchUnavailable(f"OpenSearch at {address} refused: {_reason(error)}.") from error


def _reason(error: OpenSearchException) -> str:
    if not isinstance(error, TransportError):
        return str(error)
    info = error.info
    if isinstance(info, dict) and isinstance(info.get("error"), dict):
        return described(info["error"])
    return str(error.error)


def described(error: dict[str, object]) -> str:
    """An error as OpenSearch tells it, in one line: the kind and the reason of its root."""
    causes = error.get("root_cause")
    root = causes[0] if isinstance(causes, list) and causes else error
    return f"{root.get('type')}: {root.get('reason')}"
