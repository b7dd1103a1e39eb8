"""A load generator: some clients, each with one kept-alive connection and one request under way."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

HOST = "127.0.0.1"
_PATIENCE = 30.0
_CHUNKED = -1
_LAST_CHUNK = b"\r\n0\r\n\r\n"


class Unexpected(RuntimeError):
    """A server answered otherwise than the measurement assumes."""


@dataclass(slots=True)
class Load:
    """What a drive did: seconds of wall clock, bytes with headers, seconds that each answer took."""

    seconds: float = 0.0
    received: int = 0
    latencies: list[float] = field(default_factory=list)

    @property
    def answers(self) -> int:
        """How many requests were answered."""
        return len(self.latencies)


def request(path: str, headers: Mapping[str, str] | None = None) -> bytes:
    """A GET as a browser that takes brotli would send it."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}", "Accept: text/html", "Accept-Encoding: br"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def drive(
    port: int, requests: Iterable[bytes], *, status: int, clients: int = 8, seconds: float = 3600
) -> Load:
    """Send the requests until they or the seconds are used up; every one sent is awaited.

    Raises ``Unexpected`` at the first answer of another status.
    """
    load = Load()
    with selectors.DefaultSelector() as selector:
        began = time.perf_counter()
        try:
            _drive(selector, port, iter(requests), load, (status, clients, began + seconds))
        finally:
            for left in list(selector.get_map().values()):
                left.data.close()
        load.seconds = time.perf_counter() - began
    return load


def _drive(
    selector: selectors.BaseSelector,
    port: int,
    pending: Iterator[bytes],
    load: Load,
    terms: tuple[int, int, float],
) -> None:
    status, clients, end = terms
    for _ in range(clients):
        _Client(port, selector).send_next(pending)
    while selector.get_map():
        ready = selector.select(_PATIENCE)
        if not ready:
            raise Unexpected(f"no answer on port {port} within {_PATIENCE:.0f} s")
        if time.perf_counter() > end:
            pending = iter(())
        for key, _ in ready:
            client: _Client = key.data
            if client.receive(load, status):
                client.send_next(pending)


class _Client:
    """One connection; it leaves the selector when there is nothing more to send."""

    __slots__ = ("_buffer", "_length", "_selector", "_sent", "_sent_at", "_socket")

    def __init__(self, port: int, selector: selectors.BaseSelector) -> None:
        self._selector: Final = selector
        self._socket: Final = socket.create_connection((HOST, port), timeout=_PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector.register(self._socket, selectors.EVENT_READ, self)

    def send_next(self, pending: Iterator[bytes]) -> None:
        """Send the next request, or close the connection where there is none."""
        self._sent = next(pending, b"")
        if not self._sent:
            self.close()
            return
        self._buffer = b""
        self._length = 0
        self._sent_at = time.perf_counter()
        self._socket.sendall(self._sent)

    def close(self) -> None:
        """Hang up."""
        self._selector.unregister(self._socket)
        self._socket.close()

    def receive(self, load: Load, status: int) -> bool:
        """Take what has come; whether the answer is whole by now, and counted."""
        chunk = self._socket.recv(262_144)
        if not chunk:
            raise Unexpected(f"the server hung up on {self._asked()}")
        self._buffer += chunk
        if not self._length and (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            self._length = self._answer_length(self._buffer[:end], end + 4, status)
        if not self._is_whole():
            return False
        load.latencies.append(time.perf_counter() - self._sent_at)
        load.received += len(self._buffer)
        return True

    def _is_whole(self) -> bool:
        if self._length == _CHUNKED:
            return self._buffer.endswith(_LAST_CHUNK)
        return 0 < self._length <= len(self._buffer)

    def _answer_length(self, head: bytes, body_at: int, status: int) -> int:
        """Bytes of the whole answer, or ``_CHUNKED``."""
        given = int(head[9:12])
        if given != status:
            raise Unexpected(f"{given} instead of {status} for {self._asked()}")
        if given == 304:
            return body_at
        name = head.lower().find(b"\r\ncontent-length:")
        if name < 0:
            return _CHUNKED
        return body_at + int(head[name + 17 :].split(b"\r\n", 1)[0])

    def _asked(self) -> str:
        return self._sent.split(b"\r\n", 1)[0].decode()
