"""An index in an OpenSearch cluster: generations beside each other, of which an alias names one.

The name of a generation ends in the analyser's version and the schema's: an index of another
version is no index. A rebuild fills a new one and then moves the alias in one step.
"""

from __future__ import annotations

import contextlib
import logging
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from opensearchpy.exceptions import NotFoundError, OpenSearchException

from archive.search.documents import IndexDocument
from archive.search.generations import version
from archive.search.opensearch_address import Address
from archive.search.opensearch_answers import states
from archive.search.opensearch_client import client_of, described, engine_errors
from archive.search.opensearch_mapping import index_body, source
from archive.search.unavailable import REBUILD, SearchUnavailable

logger = logging.getLogger(__name__)

#: Bytes of one request.
_REQUEST = 4_000_000
#: How long to wait for a node that leads, and seconds for an answer, where none will do as well.
_HASTY = {"cluster_manager_timeout": "100ms", "request_timeout": 2}
#: A query of many words in an archive of many languages has thousands of clauses; what a cluster
#: allows by default is 1,024.
_CLAUSES_SETTING, _CLAUSES = "indices.query.bool.max_clause_count", 32_768


def current(address: Address) -> str | None:
    """The name of the current generation, None where it must be made. Raises
    ``SearchUnavailable`` where nobody answers."""
    with engine_errors(address):
        names = _behind(address)
    name = names[0] if len(names) == 1 else ""
    return name if _is_generation(address, name) and name.endswith(f"-{version()}") else None


def whole(address: Address) -> bool:
    """Whether every copy of the current generation is there; False where nobody can tell: a search
    asks, and may be answered though no node leads the cluster."""
    try:
        health = client_of(address).cluster.health(index=address.name, params=_HASTY)
    except OpenSearchException:
        return False
    return bool(health["status"] == "green")


@contextlib.contextmanager
def writing(address: Address, state: int) -> Iterator[Writer]:
    """A writer of the current generation; what it wrote is seen from the end of the block.

    ``state`` counts up with each writer: what a younger one wrote, an older one that was thought
    dead cannot put back. Raises ``SearchUnavailable``.
    """
    if current(address) is None:
        raise SearchUnavailable(f"There is no index {address}. Run {REBUILD}.")
    writer = Writer(address, address.name, state)
    yield writer
    writer.commit()


@contextlib.contextmanager
def rebuilding(address: Address, state: int) -> Iterator[tuple[str, Writer]]:
    """A writer of a new generation, and its name; it becomes current at the end."""
    name = f"{address.name}-{uuid.uuid4().hex}-{version()}"
    unfinished = f"{name}.new"
    client = client_of(address)
    with engine_errors(address):
        _allow_clauses(address)
        client.indices.create(index=name, body={**index_body(address), "aliases": {unfinished: {}}})
    try:
        writer = Writer(address, unfinished, state)
        yield name, writer
        writer.commit()
        with engine_errors(address):
            _take_over(address, name, unfinished)
    except BaseException:
        with contextlib.suppress(OpenSearchException):
            client.indices.delete(index=name)
        raise


class Writer:
    """Puts documents in place of those of the same record, many with one request.

    A node that lost sight of the one that leads the cluster may acknowledge what the cluster then
    does not keep: it is ``sure`` where every copy acknowledged.
    """

    def __init__(self, address: Address, alias: str, state: int) -> None:
        self._address = address
        self._alias = alias
        self._version = {"version": state, "version_type": "external_gte"}
        self._waiting: list[bytes] = []
        self._size = 0
        self.sure = True

    def put(self, documents: Iterable[IndexDocument]) -> None:
        """Add each, in place of the record's former one."""
        for document in documents:
            self._add("index", document.id, source(document))

    def remove(self, record_id: str) -> None:
        """Take a record out; one that is not there is no error."""
        self._add("delete", record_id)

    def clear(self) -> None:
        """Take every record out."""
        self.commit()
        for record_id, _, _ in list(states(self._address)):
            self.remove(record_id)

    def commit(self) -> None:
        """Write what waits, and let it be seen."""
        self._send()
        with engine_errors(self._address):
            refreshed = client_of(self._address).indices.refresh(index=self._alias)
        self._count_copies(refreshed["_shards"])

    def _add(self, action: str, record_id: str, document: dict[str, Any] | None = None) -> None:
        lines = [{action: {"_id": record_id, **self._version}}]
        made = b"\n".join(map(msgspec.json.encode, [*lines, document] if document else lines))
        self._waiting.append(made)
        self._size += len(made)
        if self._size > _REQUEST:
            self._send()

    def _send(self) -> None:
        if not self._waiting:
            return
        body = b"\n".join([*self._waiting, b""])
        self._waiting, self._size = [], 0
        with engine_errors(self._address):
            result = client_of(self._address).bulk(
                body=body, index=self._alias, params={"require_alias": "true"}
            )
        for item in result["items"]:
            (done,) = item.values()
            if error := done.get("error"):
                raise SearchUnavailable(
                    f"OpenSearch at {self._address} refused record {done['_id']}:"
                    f" {described(error)}."
                )
            self._count_copies(done["_shards"])

    def _count_copies(self, shards: dict[str, int]) -> None:
        self.sure = self.sure and shards["successful"] == shards["total"]


def _behind(address: Address) -> list[str]:
    """The indexes behind the alias."""
    try:
        return list(
            client_of(address).indices.get_alias(name=address.name, params={"local": "true"})
        )
    except NotFoundError:
        return []


def _take_over(address: Address, name: str, unfinished: str) -> None:
    """Make a generation the current one, and delete all but it and the one before."""
    indices = client_of(address).indices
    before = _behind(address)
    indices.update_aliases(
        body={
            "actions": [
                *({"remove": {"index": old, "alias": address.name}} for old in before),
                {"add": {"index": name, "alias": address.name}},
                {"remove": {"index": name, "alias": unfinished}},
            ]
        }
    )
    for other in indices.get(index=f"{address.name}-*", params={"filter_path": "*.aliases"}):
        if other not in {name, *before} and _is_generation(address, other):
            with contextlib.suppress(OpenSearchException):
                indices.delete(index=other)


def _is_generation(address: Address, name: str) -> bool:
    """Nothing else of the cluster is ours to delete."""
    stem, _, made_with = name.removeprefix(f"{address.name}-").partition("-")
    return (
        name.startswith(f"{address.name}-")
        and len(stem) == 32
        and stem.isalnum()
        and made_with.startswith("a")
    )


def _allow_clauses(address: Address) -> None:
    """Raise the cluster's limit of clauses where it is too low for us."""
    cluster = client_of(address).cluster
    told = cluster.get_settings(params={"include_defaults": "true", "flat_settings": "true"})
    found = (told[level].get(_CLAUSES_SETTING) for level in ("transient", "persistent", "defaults"))
    if int(next(filter(None, found), 0)) >= _CLAUSES:
        return
    try:
        cluster.put_settings(body={"persistent": {_CLAUSES_SETTING: _CLAUSES}})
    except OpenSearchException as error:
        logger.warning(
            "Long queries may be refused: write %s: %s into opensearch.yml (%s).",
            _CLAUSES_SETTING,
            _CLAUSES,
            error,
        )
