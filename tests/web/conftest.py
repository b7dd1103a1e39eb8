"""A reader who asks for pages, and an empty shelf for each test."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import html5lib
import pytest
from django.test import Client

from archive.web.keeping import shelf


@pytest.fixture(autouse=True)
def _empty_shelf() -> Iterator[None]:
    shelf.clear()
    yield
    shelf.clear()


@dataclass
class Reader:
    """Asks as a browser does; every page it gets must be valid HTML and set no cookie."""

    client: Client

    def get(self, path: str, status: int = 200, **headers: str) -> Any:
        response = self.client.get(path, headers={"Accept": "text/html,*/*", **headers})
        assert (path, response.status_code) == (path, status)
        assert not response.cookies
        assert "'unsafe-inline'" not in response.headers["Content-Security-Policy"]
        return response

    def page(self, path: str, status: int = 200, **headers: str) -> str:
        text: str = self.get(path, status, **headers).content.decode()
        assert html_faults(text) == []
        assert "<style" not in text
        assert " style=" not in text
        return text


def html_faults(text: str) -> list[str]:
    """What the HTML parser complains of."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    return [f"{code} {data} at {place}" for place, code, data in parser.errors]


@pytest.fixture
def reader() -> Reader:
    return Reader(Client())


_BLOCKS = re.compile(r"(?=<(?:br|dd|div|dl|dt|h[1-6]|li|p|section|summary|ul)\b)")


def words(page: str) -> str:
    """The page's words in order, as a reader without styles has them."""
    tree = html5lib.parse(_BLOCKS.sub(" ", page), namespaceHTMLElements=False)
    body = tree.find("body")
    assert body is not None
    return " ".join("".join(body.itertext()).split())
