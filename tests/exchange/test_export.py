from __future__ import annotations

import json

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.editions.withholding import withdraw
from archive.exchange.export import draft_lines, published_lines
from archive.exchange.ingest.load import Publication, load
from archive.exchange.practice import remove_practice
from archive.exchange.samples import FOLDER
from archive.records.models import Record
from tests import world

pytestmark = pytest.mark.django_db


def test_published_records_come_ordered_with_embargoed_wording_and_without_withdrawn() -> None:
    for name in "bca":
        world.published(world.document(source_id=name, texts=[world.text(body=f"Word {name}.")]))
    closed = world.document(
        source_id="closed",
        rights={"embargo_until": "2099-01-01"},
        texts=[world.text(body="Later.")],
    )
    world.published(closed)
    withdraw(Record.objects.get(source_id="b"), by="Ada", reason="No")
    world.stored(world.document(source_id="draft"))
    records = [json.loads(line) for line in published_lines()]
    assert [record["id"] for record in records] == sorted(record["id"] for record in records)
    assert {record["source_id"] for record in records} == {"a", "c", "closed"}
    assert [r["texts"][0]["body"] for r in records if r["source_id"] == "closed"] == ["Later."]


def test_drafts_come_with_their_internal_notes() -> None:
    world.stored(world.document(source_id="draft", internal_note="Ours"))
    (line,) = draft_lines()
    assert json.loads(line)["internal_note"] == "Ours"


def test_what_comes_out_goes_into_an_empty_archive_and_comes_out_the_same() -> None:
    lines = (FOLDER / "practice.jsonl").read_bytes().splitlines()
    load(lines, publication=Publication("Ada"), beside=FOLDER)
    first = list(published_lines())
    remove_practice()
    report = load(first, publication=Publication("Ada"), beside=FOLDER)
    assert report.counts == {"new": 15}
    assert list(published_lines()) == first


@pytest.mark.parametrize("count", [1, 3])
def test_exporting_takes_two_queries_however_many_there_are(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        world.published(world.document(source_id=str(number)))
    with django_assert_num_queries(2):
        assert len(list(published_lines())) == count
