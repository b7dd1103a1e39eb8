"""A scan at its addresses: as received, and in pieces; never while it is withheld."""

import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from archive.editions.models import Edition
from archive.editions.withholding import embargo, release, withdraw
from archive.exchange import tiles
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db

PIECES = (
    "picture",
    "info.json",
    "full/max/0/default.jpg",
    "full/1200,1600/0/default.jpg",
    "0,0,512,512/512,512/0/default.jpg",
)


@pytest.fixture
def typhoon() -> Edition:
    return world.published(world.practice_document("02"))


def of(edition: Edition, rest: str = "", scan: int = 0, number: int = 1) -> str:
    sha256 = edition.content.record.scans[scan].sha256
    return f"/records/{edition.record_id}/v{number}/scans/{sha256}/{rest}"


def kept(edition: Edition, ending: str) -> Path:
    sha256 = edition.content.record.scans[0].sha256
    return Path(default_storage.path(f"scans/{sha256[:2]}/{sha256}.{ending}"))


def test_scan(reader: Reader, typhoon: Edition) -> None:
    response = reader.get(of(typhoon), 200, **{"Accept-Encoding": "br, gzip"})
    assert response.headers["Content-Type"] == "image/jpeg"
    assert "Content-Encoding" not in response.headers
    assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response.content == kept(typhoon, "jpg").read_bytes()


def test_information_names_the_scan_s_own_address(reader: Reader, typhoon: Edition) -> None:
    response = reader.get(of(typhoon, "info.json"))
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    said = json.loads(response.content)
    assert said["id"] == settings.SITE_URL + of(typhoon).rstrip("/")
    assert (said["width"], said["height"]) == (1200, 1600)


def tile_addresses(said: dict[str, Any]) -> list[str]:
    """As OpenSeadragon's IIIFTileSource reckons them, for every level and place."""
    found = []
    for factor in said["tiles"][0]["scaleFactors"]:
        wide, high = -(-said["width"] // factor), -(-said["height"] // factor)
        for y in range(0, high, 512):
            for x in range(0, wide, 512):
                left, top = x * factor, y * factor
                region = ",".join(
                    str(n)
                    for n in (
                        left,
                        top,
                        min(512 * factor, said["width"] - left),
                        min(512 * factor, said["height"] - top),
                    )
                )
                whole = region == f"0,0,{said['width']},{said['height']}"
                size = f"{min(512, wide - x)},{min(512, high - y)}"
                found.append(f"{'full' if whole else region}/{size}/0/default.jpg")
    return found


def test_every_tile_that_information_promises_is_there(reader: Reader, typhoon: Edition) -> None:
    said = json.loads(reader.get(of(typhoon, "info.json")).content)
    addresses = tile_addresses(said)
    assert len(addresses) == 12 + 4 + 1
    for address in addresses:
        response = reader.get(of(typhoon, address))
        assert response.headers["Content-Type"] == "image/jpeg"
        assert response.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        with Image.open(io.BytesIO(response.content)) as image:
            said_size = re.findall(r"/(\d+),(\d+)/0/", address)[0]
            assert image.size == tuple(map(int, said_size))


def test_the_picture_to_read_is_the_smallest_that_can_be_read(
    reader: Reader, typhoon: Edition
) -> None:
    response = reader.get(of(typhoon, "picture"))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert response.content == reader.get(of(typhoon, "full/1200,1600/0/default.jpg")).content


def test_where_a_scan_cannot_be_cut_the_picture_is_the_scan_as_received(
    reader: Reader, typhoon: Edition
) -> None:
    kept(typhoon, "tiles.zip").unlink(missing_ok=True)
    refusal = kept(typhoon, "tiles.txt")
    refusal.write_text("it cannot be read", "utf-8")
    try:
        response = reader.get(of(typhoon, "picture"))
    finally:
        refusal.unlink()
    assert response.content == kept(typhoon, "jpg").read_bytes()
    assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize(
    "rest",
    [
        "full/1,1/0/default.jpg",
        "0,0,512,512/511,512/0/default.jpg",
        "0,0,0,0/0,0/0/default.jpg",
        "99999,99999,99999,99999/99999,99999/0/default.jpg",
        "full/max/90/default.jpg",
        "full/max/0/gray.jpg",
        "full/max/0/default.png",
        "0,0,٥١٢,512/512,512/0/default.jpg",
        "../info/0/default.jpg",
    ],
)
def test_other_pieces_are_not_found(reader: Reader, typhoon: Edition, rest: str) -> None:
    reader.get(of(typhoon, rest), 404)


def test_nothing_is_shown_while_the_record_is_withheld(reader: Reader, typhoon: Edition) -> None:
    before = {rest: reader.get(of(typhoon, rest)) for rest in ("", *PIECES)}
    embargo(typhoon.record, date(2999, 1, 1))
    for rest, was in before.items():
        refused = reader.get(of(typhoon, rest), 404)
        assert refused.content != was.content
        assert refused.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
        reader.get(of(typhoon, rest), 404, **{"If-None-Match": was.headers["ETag"]})
    embargo(typhoon.record, None)
    withdraw(typhoon.record, by="Ada", reason="Published in error.")
    for rest, was in before.items():
        refused = reader.get(of(typhoon, rest), 410)
        assert was.content not in refused.content
        assert b"Published in error." in refused.content
    release(typhoon.record)
    assert {rest: reader.get(of(typhoon, rest)).content for rest in before} == {
        rest: was.content for rest, was in before.items()
    }


def test_a_withheld_scan_is_not_shown_and_not_even_cut(reader: Reader) -> None:
    made = world.practice_document("02")
    scans = [
        {"file": s.file, "sha256": s.sha256, "rights": {"embargo_until": "2999-01-01"}}
        for s in made.scans[:1]
    ]
    open_one = {"file": made.scans[1].file, "sha256": made.scans[1].sha256}
    edition = world.published(world.document(texts=[world.text()], scans=[*scans, open_one]))
    kept(edition, "tiles.zip").unlink(missing_ok=True)
    for rest in ("", *PIECES):
        reader.get(of(edition, rest), 404)
        assert reader.get(of(edition, rest, scan=1)).status_code == 200
    assert not kept(edition, "tiles.zip").exists()


def test_an_edition_shows_its_own_scans_only(reader: Reader, typhoon: Edition) -> None:
    other = world.published(world.document(texts=[world.text()]))
    for rest in ("", *PIECES):
        reader.get(of(typhoon, rest))
        reader.get(of(typhoon, rest).replace(typhoon.record_id, other.record_id), 404)
        reader.get(of(typhoon, rest, number=2), 404)


def test_a_scan_that_cannot_be_cut_says_why(reader: Reader, typhoon: Edition) -> None:
    kept(typhoon, "tiles.zip").unlink(missing_ok=True)
    refusal = kept(typhoon, "tiles.txt")
    refusal.write_text("it has 89,302,500 pixels; at most 89,000,000", "utf-8")
    try:
        said = words(reader.page(of(typhoon, "full/max/0/default.jpg"), 404))
        told = reader.get(of(typhoon, "info.json"), 404)
    finally:
        refusal.unlink()
    sentence = (
        "This scan cannot be shown closely: it has 89,302,500 pixels; at most 89,000,000."
        " The scan itself can be opened from its record."
    )
    assert sentence in said
    assert json.loads(told.content)["detail"] == sentence
    reader.get(of(typhoon))


def test_while_others_are_being_made(reader: Reader, typhoon: Edition) -> None:
    kept(typhoon, "tiles.zip").unlink(missing_ok=True)
    with tiles._TURNS, tiles._TURNS:
        response = reader.get(of(typhoon, "info.json"), 503)
    assert response.headers["Retry-After"] == "2"
    assert json.loads(response.content)["title"] == "This scan is being made ready"


@pytest.mark.parametrize("rest", ["", *PIECES])
def test_queries(reader: Reader, typhoon: Edition, rest: str) -> None:
    """Its standing and its content, of two scans as of one."""
    with CaptureQueriesContext(connection) as asked:
        reader.get(of(typhoon, rest))
    assert len(asked) == 2
