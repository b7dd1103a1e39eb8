"""What a first view of a page fetches: the page, its style, its scripts and pictures."""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass
from html.parser import HTMLParser

import brotli

from tests.bench.clients import HOST, Unexpected

_IMPORT = re.compile(rb"""(?:^|[;\s])(?:import|export)[^"';]*["'](\./[^"']+)["']""")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes as sent, without headers and without fonts; ``html`` is the page unpacked."""

    html: int
    html_sent: int
    sent: int
    requests: int
    fonts: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer of status 200: its bytes as sent and unpacked, and its validator."""

    sent: int
    body: bytes
    etag: str


def fetch(port: int, path: str) -> Fetched:
    """GET with brotli offered. Raises ``Unexpected`` for any other status."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        response = connection.getresponse()
        content = response.read()
    finally:
        connection.close()
    if response.status != 200:
        raise Unexpected(f"{response.status} for {path}")
    packed = response.headers.get("Content-Encoding") == "br"
    body = brotli.decompress(content) if packed else content
    return Fetched(len(content), body, response.headers.get("ETag", ""))


def weigh(port: int, path: str) -> Weight:
    """Weigh a page with all that a browser fetches before anybody touches it; what stands in the
    page itself, as a ``data:`` address, is no request."""
    page = fetch(port, path)
    needed = _Needed()
    needed.feed(page.body.decode())
    sent, seen = page.sent, [at for at in dict.fromkeys(needed.files) if at.startswith("/")]
    for address in seen:
        fetched = fetch(port, address)
        sent += fetched.sent
        if address.endswith(".js"):
            imported = [_beside(address, name.decode()) for name in _IMPORT.findall(fetched.body)]
            seen += [found for found in imported if found not in seen]
    return Weight(len(page.body), page.sent, sent, 1 + len(seen), len(needed.fonts))


def _beside(address: str, name: str) -> str:
    return f"{address.rpartition('/')[0]}/{name.removeprefix('./')}"


class _Needed(HTMLParser):
    """The addresses that a page asks for at once."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []
        self.fonts: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take styles, icons, scripts and pictures that are not left until they are scrolled to."""
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("as") == "font":
            self.fonts.add(given["href"])
        elif tag == "link" and given.get("rel") in {"stylesheet", "icon", "modulepreload"}:
            self.files.append(given["href"])
        elif (tag == "script" and "src" in given) or (
            tag == "img" and given.get("loading") != "lazy"
        ):
            self.files.append(given["src"])
