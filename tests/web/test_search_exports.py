"""All results of a search as a file, and as a feed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from archive.search import Query
from archive.search.outbox import drain
from archive.web.search_exports import EXPORTS, filename
from tests import world
from tests.web.conftest import Reader

pytestmark = pytest.mark.django_db(transaction=True)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def letters() -> list[str]:
    """Three letters in the order of their titles, of which the last was published first."""
    texts = [world.text(body="A common word.")]
    made = [
        world.published(world.document(title=f"Letter {n}", date="1950", texts=texts))
        for n in (3, 2, 1)
    ]
    drain()
    return [edition.record_id for edition in reversed(made)]


def exported(reader: Reader, ending: str, query: str) -> tuple[str, Any]:
    response = reader.get(f"/search.{ending}?{query}")
    assert response.streaming
    return b"".join(response.streaming_content).decode("utf-8-sig"), response.headers


@pytest.mark.parametrize("ending", EXPORTS)
def test_all_in_the_order_shown_under_a_name_that_says_what_it_is(
    reader: Reader, letters: list[str], ending: str
) -> None:
    written, headers = exported(reader, ending, "q=common&sort=title&size=all&page=2")
    assert [written.index(f"/records/{each}/") for each in letters] == sorted(
        written.index(f"/records/{each}/") for each in letters
    )
    assert headers["Content-Disposition"] == (
        f'attachment; filename="Facing-Pages-common-3-records.{ending}"'
    )
    assert headers["Content-Type"] == EXPORTS[ending].media_type
    assert written.count(EXPORTS[ending].ends) == (4 if ending == "csv" else 3)


def test_json_has_what_a_page_of_results_says(reader: Reader, letters: list[str]) -> None:
    written, _ = exported(reader, "json", "q=common&sort=title&size=all")
    page = json.loads(reader.get("/search.json?q=common&sort=title").content)
    for result in page["results"]:
        del result["snippets"]
    del page["facets"]
    assert json.loads(written) == page
    empty, _ = exported(reader, "json", "q=zzz&size=all")
    assert json.loads(empty) == {"total": 0, "results": [], "next": None}


def test_nothing_withheld_goes_out(reader: Reader, letters: list[str]) -> None:
    withdraw(Record.objects.get(pk=letters[0]), reason="It is another's.", by="Ada")
    embargo(Record.objects.get(pk=letters[1]), date(2999, 1, 1))
    drain()
    for ending in EXPORTS:
        written, _ = exported(reader, ending, "size=all")
        assert letters[0] not in written
        assert "common" not in written
    assert letters[0] not in reader.get("/search.atom").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_queries(reader: Reader, letters: list[str], count: int) -> None:
    query = "q=common" if count == 3 else "q=common+title:1"
    counts = []
    for ending in ("ris", "csv", "atom"):
        with CaptureQueriesContext(connection) as queries:
            response = reader.get(f"/search.{ending}?{query}")
            body = b"".join(response.streaming_content) if response.streaming else response.content
        assert body.count(b"/records/") >= count
        counts.append(len(queries))
    assert counts == [3, 3, 3]


def test_what_cannot_be_given(reader: Reader, letters: list[str]) -> None:
    missing = reader.get("/search.docx?q=a", 404)
    assert "They are given as ris, bib, csl.json, csv, json and atom." in missing.content.decode()
    problem = json.loads(reader.get("/search.json?size=all&sort=up", 400).content)
    assert problem["parameter"]["name"] == "sort"
    reader.get("/search.ris?from=yesterday", 400)


@pytest.mark.parametrize(
    ("q", "total", "name"),
    [
        ("", 12, "Facing-Pages-12-records.ris"),
        ("лёгкий/пулемёт", 1, "Facing-Pages-лёгкий-пулемёт-1-record.ris"),
        ('..\\"a"\r\n', 0, "Facing-Pages-..-a-0-records.ris"),
        (
            "word " * 30,
            2,
            "Facing-Pages-word-word-word-word-word-word-word-word-word-wo-2-records.ris",
        ),
    ],
)
def test_names_of_files(q: str, total: int, name: str) -> None:
    assert filename(Query(q=q), total, "ris") == name


def test_the_feed_has_the_newest_first(reader: Reader, letters: list[str]) -> None:
    response = reader.get("/search.atom?q=common&sort=title&from=1949&page=7")
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert ids == [f"{settings.SITE_URL}/records/{each}/" for each in letters]
    assert feed.findtext(f"{ATOM}id") == f"{settings.SITE_URL}/search.atom?q=common&from=1949"
    assert feed.findtext(f"{ATOM}title") == "“common” · Facing Pages"
    assert feed.findtext(f"{ATOM}subtitle") == "Narrowed by from 1949"
    times = [str(e.findtext(f"{ATOM}updated")) for e in feed.iter(f"{ATOM}entry")]
    assert feed.findtext(f"{ATOM}updated") == max(times)


def test_the_feed_is_asked_for_again_only_where_it_has_changed(
    reader: Reader, letters: list[str]
) -> None:
    etag = reader.get("/search.atom?q=common").headers["ETag"]
    assert (
        reader.client.get("/search.atom?q=common", headers={"If-None-Match": etag}).status_code
        == 304
    )
    world.published(world.document(title="New", texts=[world.text(body="A common word.")]))
    drain()
    again = reader.client.get("/search.atom?q=common", headers={"If-None-Match": etag})
    assert again.status_code == 200


def test_the_page_offers_them(reader: Reader, letters: list[str]) -> None:
    page = reader.page("/search/?q=common&size=1&page=2&sort=title")
    for ending in EXPORTS:
        size = "&amp;size=all" if ending == "json" else ""
        assert f'href="/search.{ending}?q=common&amp;sort=title{size}"' in page
    assert 'href="/search.atom?q=common&amp;size=1"' in page
    assert f'href="{settings.SITE_URL}/search/?q=common&amp;size=1&amp;sort=title"' in page
    assert "Export 3 citations" in page
