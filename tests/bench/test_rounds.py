"""Rounds are told as they end."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os import getpid

import pytest

from tests.bench.clients import HOST, Unexpected, request
from tests.bench.rounds import Result, Series, measure
from tests.bench.sites import Site


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Nothing, at "/0" alone."""
        self.send_response_only(200 if self.path == "/0" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture
def site() -> Iterator[Site]:
    server = ThreadingHTTPServer((HOST, 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Site(server.server_address[1], getpid())
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_round_is_told_though_the_next_fails(site: Site) -> None:
    told: list[tuple[int, list[str]]] = []

    def ended(number: int, results: Sequence[Result]) -> None:
        told.append((number, [result.name for result in results]))

    series = [
        Series(name, site, lambda number: [request(f"/{number}")], [], 1.0) for name in ("a", "b")
    ]
    with pytest.raises(Unexpected):
        measure(series, 3, lambda doing: None, ended)
    assert told == [(1, ["a", "b"])]
    assert [result.name for result in measure(series, 1, lambda doing: None, ended)] == ["a", "b"]
