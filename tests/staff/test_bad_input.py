"""Hostile and absurd values in every field: a message or a record, never an error, and nothing
that a browser would run."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from archive.records.models import Record
from tests import world
from tests.shared_data import shared_path
from tests.staff import pages

pytestmark = pytest.mark.django_db
_FILES = (
    "unicode/fuzzdb-corrupted.txt",
    "unicode/fuzzdb-naughty-unicode.txt",
    "unicode/fuzzdb-right-to-left.txt",
    "unicode/fuzzdb-specialchars.txt",
    "paths/fuzzdb-traversals.txt",
    "fuzzdb-integers.txt",
    "xml/fuzzdb-xml-attacks.txt",
    "xss/fuzzdb-XSSPolyglot.txt",
)
#: Strings that are put into one page at a time, each into a row of its own.
_AT_ONCE = 60
_MARK = "<xss-probe>"


def _strings() -> list[str]:
    found: list[str] = json.loads(shared_path("data/bad-inputs/blns.json").read_text("utf-8"))
    for name in _FILES:
        text = shared_path(f"data/bad-inputs/{name}").read_bytes().decode("utf-8", "replace")
        # Hundreds of traversals differ by one step more: every twentieth says as much.
        found += text.splitlines()[:: 20 if "traversals" in name else 1]
    return [*dict.fromkeys(found), "\0", "a\0b", "9" * 400, "\ufeff", "\u202e" * 50, _MARK * 200]


def _text(value: str) -> dict[str, object]:
    plain = ("key", "language", "kind", "title", "body", "translated_from", "date")
    hands = [f"hands__0__{part}" for part in ("name", "kind", "date", "from")]
    names = (*plain, "translated_from_holding", "rights_statement", *hands)
    return {**dict.fromkeys(names, value), "translator_list": [value]}


def _each(*names: str) -> Callable[[str], dict[str, object]]:
    return lambda value: dict.fromkeys(names, value)


_KINDS = ("texts", "holdings", "participations", "place_mentions", "links", "scans")
_ROWS = (
    _text,
    _each("type", "repository", "reference", "url", "texts", "as_given", "year", "order"),
    _each("person", "role", "order"),
    _each("place", "role"),
    _each("type", "to"),
    _each("text_key", "leaf", "rights_note", "embargo_until"),
)


def _page(values: list[str]) -> dict[str, object]:
    first = values[0]
    sent = pages.empty() | {"title": first or "A title", "kind": first, "date": first}
    sent |= dict.fromkeys(("number", "source_id", "summary", "rights_statement"), first)
    sent |= {"embargo_until": first, "supported_by": first, "internal_note": first}
    sent |= {"subject_list": [first], "collection_list": ["1", first], "revision": first}
    for place, value in enumerate(values):
        sent = pages.with_row(sent, _KINDS[place % 6], **_ROWS[place % 6](value))
    return sent


def test_every_string_among_the_fields_of_the_record_page(client: Client) -> None:
    strings = _strings()
    for start in range(0, len(strings), _AT_ONCE):
        values = strings[start : start + _AT_ONCE]
        response = pages.save(client, pages.ADD, _page(values))
        assert response.status_code == 200, values
        html = response.content.decode()
        assert "<script>alert" not in html
        assert _MARK not in html
    assert not Record.objects.exists()


def test_every_string_that_can_be_stored_is_shown_escaped(client: Client) -> None:
    strings = [value for value in _strings() if "\0" not in value and value.strip()]
    for start in range(0, len(strings), _AT_ONCE):
        values = strings[start : start + _AT_ONCE]
        sent = pages.empty() | {"title": values[0][:1000], "summary": values[0]}
        for place, value in enumerate(values):
            text = {"key": f"t-{place}", "body": value, "title": value[:99], "note": value}
            sent = pages.with_row(sent, "texts", language="en", **text)
            held = {"reference": value[:2000], "as_given": value, "publisher": value[:500]}
            sent = pages.with_row(sent, "holdings", type="archive", **held)
        response = pages.save(client, pages.ADD, sent)
        assert response.status_code == 302, pages.errors(response)
        record = Record.objects.get()
        assert {text.body for text in record.texts.all()} <= set(map(_as_sent, values))
        for address in (response["Location"], f"/admin/records/record/{record.pk}/preview/"):
            html = client.get(address).content.decode()
            assert "<script>alert" not in html
            assert _MARK not in html
        record.delete()


def _as_sent(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n")


def test_every_string_as_a_name_of_an_upload_and_in_the_address(client: Client) -> None:
    for value in _strings():
        sent = SimpleUploadedFile("records.exe", b"x")
        vars(sent)["_name"] = f"{value}.exe".replace("\r", "").replace("\n", "").replace('"', "")
        answer = client.post("/admin/exchange/upload/add/", {"file": sent})
        assert answer.status_code in (200, 400)
        assert _MARK not in answer.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"q": "\0"},
        {"q": "'\"<xss-probe>"},
        {"state": "<xss-probe>"},
        {"state": "under embargo"},
        {"o": "9999"},
        {"p": "-1"},
        {"kind__exact": "\0"},
        {"composed__exact": "maybe"},
        {"no_such": "1"},
    ],
)
def test_queries_of_the_list(client: Client, query: dict[str, str]) -> None:
    world.stored(world.document())
    answer = client.get("/admin/records/record/", query, follow=True)
    assert answer.status_code in (200, 400)
    assert _MARK not in answer.content.decode()


@pytest.mark.parametrize("field", ["person", "participation", "\0"])
@pytest.mark.parametrize("term", ["<xss-probe>", "\0", "Ли" * 500])
def test_queries_of_the_autocomplete(client: Client, term: str, field: str) -> None:
    asked = {"term": term, "app_label": "records", "model_name": "participation"}
    answer = client.get("/admin/autocomplete/", {**asked, "field_name": field})
    assert answer.status_code in (200, 400, 403)
