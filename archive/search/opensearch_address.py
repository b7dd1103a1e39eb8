"""Where an OpenSearch cluster is, and what its index is called: ``SEARCH_URL`` read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_PORT = 9200
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_NODE = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::([0-9]{1,5}))?")
_ONE = ("tls", "ca", "shards", "replicas")


@dataclass(frozen=True, slots=True)
class Address:
    """``opensearch://user:password@host:9200/name?node=host:9200&tls=on&ca=/path&shards=1&replicas=1``.

    ``nodes`` are (host, port), the next asked where one does not answer. ``name`` is the alias of
    the index. ``ca``: the file of those who sign the nodes' certificates, empty for the usual
    ones. ``replicas``: copies of each shard; None is one where there is a second node.
    """

    nodes: tuple[tuple[str, int], ...]
    name: str
    user: str = ""
    password: str = ""
    tls: bool = False
    ca: str = ""
    shards: int = 1
    replicas: int | None = None

    def __str__(self) -> str:
        """Without the password."""
        return f"{', '.join(f'{host}:{port}' for host, port in self.nodes)}/{self.name}"


def address_of(url: str) -> Address:
    """Raises ``ValueError``, whose message says what is wanted."""
    parts = urlsplit(url)
    name = parts.path.strip("/")
    if not parts.hostname or not _NAME.fullmatch(name):
        raise ValueError(
            "opensearch://host:9200/name, the name of small letters, digits, - and _ only"
        )
    given = parse_qs(parts.query, keep_blank_values=True)
    for key in given:
        if key != "node" and (key not in _ONE or len(given[key]) != 1):
            raise ValueError(f"an address with node, {', '.join(_ONE)} after the ?, not {key}")
    once = {key: values[0] for key, values in given.items()}
    return Address(
        nodes=(_first(parts), *map(_node, given.get("node", ()))),
        name=name,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=_tls(once.get("tls", "off")),
        ca=once.get("ca", ""),
        shards=_count("shards", once.get("shards", "1"), 1),
        replicas=_count("replicas", once["replicas"], 0) if "replicas" in once else None,
    )


def _first(parts: SplitResult) -> tuple[str, int]:
    return parts.hostname or "", parts.port or _PORT


def _node(given: str) -> tuple[str, int]:
    match = _NODE.fullmatch(given)
    if match is None:
        raise ValueError("an address whose node is host:port")
    return match[1].strip("[]"), int(match[2] or _PORT)


def _tls(given: str) -> bool:
    if given not in ("on", "off"):
        raise ValueError("an address whose tls is on or off")
    return given == "on"


def _count(name: str, given: str, least: int) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", given) or int(given) < least:
        raise ValueError(f"an address whose {name} is a whole number from {least} to 999")
    return int(given)
