"""Every hostile string in every field of a record: taken in whole, or refused by name."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from archive.authority.finding import Finder
from archive.editions.draft import describe, drafts
from archive.exchange.ingest.decode import Refused, decode
from archive.exchange.ingest.load import Publication, load
from archive.exchange.ingest.store import store
from archive.records.models import Record
from tests.hostile import strings

_NAME = {"name": "Ann", "family": "A", "given": "B", "forms": {"ru": "Анн"}}
_RIGHTS = {"statement": "http://x.org/", "note": "x", "holder": "x", "contact": "x"}
_PRINTED = ("title", "volume", "place", "publisher", "year", "pages", "series")
_TITLES = ("volume_title", "translated_title", "citation", "as_given", "note")
#: A record with something in every field that takes a string, but the scans'.
FULL: dict[str, Any] = {
    "source_id": "x",
    "title": "T",
    "kind": "cable",
    "date": "1950",
    **dict.fromkeys(("date_note", "summary", "classification", "number"), "x"),
    **dict.fromkeys(("provenance_note", "supported_by_note", "internal_note"), "x"),
    "people": [{**_NAME, "role": "sender"}],
    "places": [{"name": "P", "role": "origin"}],
    "subjects": ["S"],
    "collections": ["C"],
    "texts": [
        {
            "key": "en",
            "language": "en",
            "kind": "translation",
            "body": "A wording.",
            **dict.fromkeys(("title", "note", "document_kind"), "x"),
            "translated_from": "ru",
            "translators": ["T", _NAME],
            "date": "1950",
            "rights": {**_RIGHTS, "embargo_until": "2000-01-01"},
            "hands": [{"name": "N", "kind": "minute", "from": 1, "date": "1950"}],
        },
        {"key": "ru", "language": "ru", "kind": "original", "body": "Слово."},
    ],
    "held": [
        {
            "type": "archive",
            "repository": "R",
            "reference": "f. 1",
            "url": "http://x.org/",
            **dict.fromkeys((*_PRINTED, *_TITLES), "x"),
            "editors": ["E", _NAME],
            "texts": ["en"],
        },
        {"type": "archive", "repository": _NAME, "reference": {"fond": "1"}, "texts": ["zh"]},
    ],
    "rights": _RIGHTS,
    "supported_by": ["x"],
    "first_published": "2000-01-01",
    "links": [{"type": "see also", "to": "y"}],
    "editorial": {"passages": {"en": ["p1"]}},
}
_FREE_KEYS = ("forms", "reference", "passages")


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every string; one that ends in None is the key of a mapping with free keys."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _places(item, (*path, key))
        if path and path[-1] in _FREE_KEYS:
            yield (*path, None)


PLACES = tuple(_places(FULL))


def _with(string: str, place: tuple[Any, ...], number: int) -> bytes:
    record = copy.deepcopy(FULL)
    record["source_id"] = f"hostile {number}"
    holder: Any = record
    for step in place[:-1]:
        holder = holder[step]
    if place[-1] is None:
        _, kept = holder.popitem()
        holder[string] = kept
    else:
        holder[place[-1]] = string
    return json.dumps(record).encode()


def _lines() -> Iterator[bytes]:
    for number, string in enumerate(strings()):
        yield _with(string, PLACES[number % len(PLACES)], number)


def test_every_string_is_read_or_refused_in_one_printable_line() -> None:
    refused = 0
    for line in _lines():
        try:
            decode(line)
        except Refused as refusal:
            refused += 1
            assert refusal.problems
            assert all(problem.path and problem.message for problem in refusal.problems)
            assert all(str(problem).isprintable() for problem in refusal.problems)
    assert 0 < refused < len(strings())


@pytest.mark.django_db
def test_what_is_taken_in_comes_out_as_it_came() -> None:
    for number, place in enumerate(PLACES):
        folded_longer = ["ﷺ" * 300] if place[-1] in {"name", "ru"} else []
        for string in ["<script>\x1b\ufdd0\u202e'\"", *folded_longer]:
            try:
                document = decode(_with(string, place, number))
            except Refused:
                continue
            record = store(document, Finder()).record
            out = describe(drafts(Record.objects.filter(pk=record.pk)).get())
            assert (place, _shown(out)) == (place, _shown(document))


def _shown(document: Any) -> dict[str, Any]:
    return {**msgspec.to_builtins(document), "id": None, "editorial": None}


@pytest.mark.django_db
def test_a_file_of_them_is_loaded_and_published_but_for_what_is_refused() -> None:
    lines = list(_lines())[::12]
    report = load(lines, publication=Publication("Ada"))
    assert sum(report.counts.values()) == len(lines)
    assert report.counts["new"] + report.counts.get("changed", 0) > len(lines) // 3
    assert Record.objects.count() == report.counts["new"]


@pytest.mark.parametrize(
    "day", ["20300101", "2030-W01-1", "2030-02-30", "1 May 2030", "２030-01-01"]
)
def test_a_day_is_taken_in_one_spelling(day: str) -> None:
    with pytest.raises(Refused) as refusal:
        decode(json.dumps({"title": "T", "first_published": day}).encode())
    assert str(refusal.value) == (
        f"first_published: “{day}” is no day. Write year-month-day: 2030-01-01."
    )


@pytest.mark.parametrize("last", [-1, 10**9, 2**63, 10**40])
def test_a_passage_number_that_no_archive_gives_is_refused(last: int) -> None:
    with pytest.raises(Refused, match="editorial"):
        decode(json.dumps({"title": "T", "editorial": {"last_passage": last}}).encode())


def test_a_body_of_too_many_paragraphs_is_refused_as_such() -> None:
    text = {"key": "en", "language": "en", "kind": "original", "body": "x\n\n" * 30_001}
    with pytest.raises(Refused) as refusal:
        decode(json.dumps({"title": "T", "texts": [text]}).encode())
    assert str(refusal.value) == (
        "texts[0].body: 30,001 paragraphs; a text holds at most 30,000. Divide the record."
    )
