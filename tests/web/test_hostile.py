"""Every hostile string in every place of an address: honest statuses, and nothing unescaped."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import html5lib
import pytest
from django.test import Client

from archive.search.outbox import drain
from archive.search.query import PARAMETERS
from archive.web.keeping import shelf
from archive.web.pages import as_html
from tests import world
from tests.hostile import strings
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db(transaction=True)

#: Where a string may stand. ``{id}`` is a record that is there, ``{x}`` the string.
PLACES = (
    "/{x}",
    "/records/{x}/",
    "/records/{x}.json",
    "/records/{id}.{x}",
    "/records/{id}.ris?passage={x}",
    "/records/{id}/?left={x}",
    "/records/{id}/v{x}/",
    "/records/{id}/v1/{x}/",
    "/records/{id}/v1/scans/{x}/",
    "/records/{id}/changes/?edition={x}",
    "/ark:/99999/{x}",
    "/ark:{x}/{id}",
    "/css/{x}.css",
    "/search/?{x}={x}",
    "/search.json?q={x}",
    "/list/{x}/",
    "/list.{x}",
    "/list/?style={x}",
    "/list/reading-pack/?beside={x}",
    *(f"/search/?{name}={{x}}" for name in PARAMETERS),
)
_HEADERS = ("Accept", "Accept-Encoding", "Cookie", "If-Modified-Since", "If-None-Match", "Range")


@pytest.fixture
def record_id() -> str:
    edition = world.published(world.cable_document())
    drain()
    return str(edition.record_id)


def _elements(page: str) -> set[tuple[str, str]]:
    """Every element with every attribute that it has anywhere; the page must be valid."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert parser.errors == []
    return {(str(e.tag), str(name)) for e in tree.iter() for name in ("", *e.attrib)}


def _ours(reader: Reader, record_id: str) -> set[tuple[str, str]]:
    """What our templates write, seen on pages without a hostile string."""
    paths = {
        "/": 200,
        "/search/?q=rifle": 200,
        "/search/?q=zzz&kind=cable&from=1900&page=2": 200,
        "/search/?size=x": 400,
        "/nope": 404,
        f"/records/{record_id}/": 200,
        f"/records/{record_id}/changes/": 200,
        "/list/": 200,
        "/list/reading-pack/": 200,
    }
    return set().union(*(_elements(reader.page(path, status)) for path, status in paths.items()))


def _asked(record_id: str) -> Iterator[str]:
    """Every string in one place, taken in turn so that each place has its share."""
    for index, string in enumerate(strings()):
        hostile = quote(string.encode("utf-8", "replace"), safe="")
        yield PLACES[index % len(PLACES)].format(id=record_id, x=hostile)


def test_addresses(reader: Reader, record_id: str) -> None:
    ours = _ours(reader, record_id)
    for path in _asked(record_id):
        response = reader.client.get(path, headers={"Accept": "text/html"})
        assert (path, response.status_code) in {(path, n) for n in (200, 301, 400, 404)}
        if response.status_code == 301:
            assert response.headers["Location"].startswith("/records/")
            continue
        assert response.content, path
        if response.headers["Content-Type"].startswith("text/html"):
            assert (path, _elements(response.content.decode()) - ours) == (path, set())


def test_headers(client: Client, record_id: str) -> None:
    path = f"/records/{record_id}/"
    chosen = random.Random(1).sample([s for s in strings() if s.isprintable()], 120)
    for index, string in enumerate(chosen):
        name = _HEADERS[index % len(_HEADERS)]
        response = client.get(path, headers={name: string.encode().decode("latin-1")})
        assert (name, string, response.status_code) in {(name, string, n) for n in (200, 304)}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("path", ["/", "/search/", "/search.json", "/records/{id}/", "/about/"])
def test_methods(record_id: str, method: str, path: str) -> None:
    ask: Any = getattr(Client(enforce_csrf_checks=True), method)
    response = ask(path.format(id=record_id))
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


def test_a_form_from_elsewhere_is_refused_in_words() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    page = response.content.decode()
    assert "This form was not taken" in words(page)
    assert "<style" not in page


def test_what_html_cannot_hold_is_shown_as_a_sign_and_exported_as_it_is(reader: Reader) -> None:
    body = (
        "Bell \a, next line \x85, noncharacters \ufdd0\uffff\U0001ffff; a space \u00a0, «quotes»."
    )
    edition = world.published(world.document(title="Bell\x1b", texts=[world.text(body=body)]))
    said = words(reader.page(f"/records/{edition.record_id}/"))
    assert "Bell �, next line �, noncharacters ���; a space" in said
    data = json.loads(reader.get(f"/records/{edition.record_id}.json").content)
    assert data["record"]["texts"][0]["body"] == body


def test_as_html_changes_nothing_else() -> None:
    kept = "\t\n\f\r ~\xa0«»\u200f\ud7ff\ufdcf\ufdf0\ufffd\U0001fffd линь 林彪"
    assert as_html(kept) == kept.encode()
    for character in "\0\b\x0b\x0e\x1f\x7f\x80\x9f\ufdd0\ufdef\ufffe\uffff\U0010ffff":
        assert as_html(f"<p>{character}</p>") == "<p>\ufffd</p>".encode()


def test_pages_of_hostile_words_do_not_fill_the_memory(reader: Reader, record_id: str) -> None:
    before = len(shelf._kept)
    for number in range(20):
        reader.get(f"/records/{record_id}/?left=x{number}", 400)
    assert len(shelf._kept) == before
