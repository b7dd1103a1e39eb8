"""The load generator counts whole answers, and refuses to measure wrong ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.bench.clients import HOST, Unexpected, drive, request


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """``/length``: eleven bytes; ``/chunks``: the same in two; ``/had``: 304; else 404."""
        status = {"/length": 200, "/chunks": 200, "/had": 304}.get(self.path, 404)
        self.send_response_only(status)
        if self.path == "/chunks":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n")
            return
        if status != 304:
            self.send_header("Content-Length", "11")
        self.end_headers()
        if status != 304:
            self.wfile.write(b"hello world")


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer((HOST, 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(("path", "status"), [("/length", 200), ("/chunks", 200), ("/had", 304)])
def test_every_request_is_answered_once(port: int, path: str, status: int) -> None:
    load = drive(port, [request(path)] * 20, status=status, clients=3)
    assert len(load.latencies) == load.answers == 20


def test_another_status_is_no_measurement(port: int) -> None:
    with pytest.raises(Unexpected, match=r"^404 instead of 200 for GET /nowhere HTTP/1\.1$"):
        drive(port, [request("/length"), request("/nowhere")], status=200, clients=1)
