from __future__ import annotations

import csv
import io

import pytest

from archive.exchange.results_csv import results_csv
from tests import world

pytestmark = pytest.mark.django_db

SITE = "https://archive.example.org"


def read(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))


def test_the_cable_whole() -> None:
    edition = world.published(world.cable_document())
    lines = list(results_csv([edition], SITE))
    assert [line.count(b"\r\n") for line in lines] == [1, 1]
    (row,) = read(b"".join(lines))
    summary = row.pop("summary")
    assert summary == " ".join(edition.content.record.summary.split())
    assert row == {
        "id": edition.record_id,
        "source id": world.CABLE_SOURCE,
        "title": "Cable, Liu Shaoqi to Chairman Mao [Zedong]",
        "date": "1950-01-22",
        "date in words": "January 22, 1950",
        "kind": "Cable",
        "number": "",
        "senders": "Liu Shaoqi",
        "recipients": "Mao Zedong",
        "others named": "Mao Zedong; Kim Il Sung; Lin Biao",
        "places": "Moscow",
        "languages": "English; Russian",
        "subjects": "",
        "collections": "",
        "held at": "AP RF, fond 45, opis 1, delo 334, list 22; "
        "RGASPI, fond 558, opis 11, delo 334, list 22",
        "edition": "1",
        "published": edition.published_at.date().isoformat(),
        "composed for demonstration": "",
        "address": f"{SITE}/records/{edition.record_id}/",
    }


def test_no_wording_and_no_formula() -> None:
    texts = [world.text(body="A secret wording.", rights={"embargo_until": "2999-01-01"})]
    edition = world.published(world.document(title="=1+1", summary="Two\nlines.", texts=texts))
    written = b"".join(results_csv([edition], SITE))
    assert b"secret" not in written
    (row,) = read(written)
    assert (row["title"], row["summary"]) == ("'=1+1", "Two lines.")


def test_nothing_is_a_header() -> None:
    assert read(b"".join(results_csv([], SITE))) == []
