"""The page images beside the texts, as the page has them without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.desk.page import lay_out
from archive.editions.models import Edition
from archive.editions.withholding import withdraw
from archive.web.scan_pages import page_images
from tests import world
from tests.web.conftest import Reader, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def typhoon() -> Edition:
    return world.published(world.practice_document("02"))


def beside(edition: Edition, query: str = "") -> str:
    return f"/records/{edition.record_id}/?{query}scans=beside"


def test_each_page_has_its_picture_its_size_and_its_words(reader: Reader, typhoon: Edition) -> None:
    page = reader.page(beside(typhoon))
    sums = [scan.sha256 for scan in typhoon.content.record.scans]
    assert re.findall(r'<img src="([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]+)"', page) == [
        (
            f"/records/{typhoon.record_id}/v1/scans/{sha256}/picture",
            "1200",
            "1600",
            f"f. {n} of the Chinese (Traditional) text, Linlan Municipal Archives, "
            "series Navigation, file 36/118, folios 1–2",
        )
        for n, sha256 in enumerate(sums, start=1)
    ]
    assert re.findall(r'<li id="(scan-\d)" data-name="([^"]+)" .*? data-place="(p\d+)"', page) == [
        ("scan-1", "f. 1", "p1"),
        ("scan-2", "f. 2", "p5"),
        ("scan-3", "f. 3", "p9"),
    ]


def test_links_lead_from_the_text_to_a_page_and_back(reader: Reader, typhoon: Edition) -> None:
    page = reader.page(beside(typhoon))
    assert re.findall(r'<a class="leaf" href="#(scan-\d)"', page) == ["scan-1", "scan-2", "scan-3"]
    assert re.findall(r'<a href="#(p\d+)">(Begins at [^<]+)<', page) == [
        ("p1", "Begins at paragraph 1 of the Chinese (Traditional) text"),
        ("p5", "Begins at paragraph 5 of the Chinese (Traditional) text"),
        ("p9", "Begins at paragraph 9 of the Chinese (Traditional) text"),
    ]
    alone = reader.page(beside(typhoon, "left=en&right=en&"))
    assert "Stands beside paragraph 5 of the English text" in words(alone)


def test_the_viewer_comes_only_where_the_scans_stand(reader: Reader, typhoon: Edition) -> None:
    bare = reader.page(f"/records/{typhoon.record_id}/")
    assert [name in bare for name in ("openseadragon", "scans.js", "scans.css")] == [False] * 3
    page = reader.page(beside(typhoon))
    assert [name in page for name in ("openseadragon", "scans.js", "scans.css")] == [True] * 3
    assert "Beside the scans" in words(bare)
    assert "Without the scans" in words(page)


def test_where_nothing_ties_the_pages_it_is_said(reader: Reader) -> None:
    page = words(reader.page(beside(world.published(world.practice_document("06")))))
    assert "No page-break mark ties this scan to the text shown." in page


def test_where_nothing_ties_several_they_are_turned_by_hand(reader: Reader) -> None:
    made = world.practice_document("02").scans[:2]
    scans = [{"file": scan.file, "sha256": scan.sha256} for scan in made]
    edition = world.published(world.document(texts=[world.text()], scans=scans))
    said = "No page-break mark ties these scans to the text shown: turn the pages by hand."
    assert said in words(reader.page(beside(edition)))


def test_a_scan_with_rights_of_its_own_shows_them(reader: Reader) -> None:
    page = words(reader.page(beside(world.published(world.practice_document("07")))))
    assert (
        "Drawn for the practice collection, from the wording of the record · CC0 1.0 Universal · "
        "The drawing is in the public domain under CC0 1.0"
    ) in page


def test_a_withheld_scan_is_nowhere_on_the_page(reader: Reader) -> None:
    made = world.practice_document("02")
    closed = {"rights": {"embargo_until": "2999-01-01"}, "leaf": "f. 1"}
    scans = [
        {"file": made.scans[0].file, "sha256": made.scans[0].sha256, "text": "en", **closed},
        {"file": made.scans[1].file, "sha256": made.scans[1].sha256, "text": "en", "leaf": "f. 2"},
    ]
    body = "[f. 1]\n\nOne.\n\n[f. 2]\n\nTwo."
    edition = world.published(world.document(texts=[world.text(body=body)], scans=scans))
    page = reader.page(beside(edition))
    assert (made.scans[0].sha256 in page, made.scans[1].sha256 in page) == (False, True)
    assert re.findall(r'id="(scan-\d)"', page) == ["scan-2"]
    assert "1 page image is withheld." in words(page)


def test_all_scans_withheld(reader: Reader) -> None:
    made = world.practice_document("02").scans[0]
    closed = {"file": made.file, "sha256": made.sha256, "rights": {"embargo_until": "2999-01-01"}}
    edition = world.published(world.document(texts=[world.text()], scans=[closed]))
    page = reader.page(beside(edition))
    assert "1 page image is withheld." in words(page)
    assert "Without the scans" in words(page)
    assert ("openseadragon" in page, made.sha256 in page) == (False, False)
    assert "Beside the scans" not in words(reader.page(f"/records/{edition.record_id}/"))


def test_a_withdrawn_record_shows_no_page(reader: Reader, typhoon: Edition) -> None:
    withdraw(typhoon.record, by="Ada", reason="Published in error.")
    page = reader.page(beside(typhoon), 410)
    assert all(scan.sha256 not in page for scan in typhoon.content.record.scans)


def test_an_image_that_is_not_kept_any_more(reader: Reader, typhoon: Edition) -> None:
    sha256 = typhoon.content.record.scans[1].sha256
    kept = Path(default_storage.path(f"scans/{sha256[:2]}/{sha256}.jpg"))
    data = kept.read_bytes()
    kept.unlink()
    try:
        page = reader.page(beside(typhoon))
    finally:
        kept.write_bytes(data)
    assert "The image of f. 2 cannot be shown." in words(page)
    assert page.count("/picture") == 2


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("scans=1", "Scans stand beside the texts or nowhere."),
        ("scans=beside&scans=beside", "It stands 2 times in the address."),
        ("scans=%3Cb%3E", "The parameter “scans” cannot be read"),
    ],
)
def test_refused(reader: Reader, typhoon: Edition, query: str, says: str) -> None:
    assert says in words(reader.page(f"/records/{typhoon.record_id}/?{query}", 400))


def test_a_record_without_scans_refuses_them(reader: Reader) -> None:
    cable = world.published(world.cable_document())
    page = words(reader.page(beside(cable), 400))
    assert "The parameter “scans” cannot be read" in page
    assert "This edition has no scans." in page


def test_a_record_without_texts_shows_its_scans(reader: Reader) -> None:
    made = world.practice_document("02").scans[0]
    scan = {"file": made.file, "sha256": made.sha256}
    edition = world.published(world.document(scans=[scan]))
    page = reader.page(beside(edition))
    assert f'alt="{made.file}"' in page
    assert "No text is held here." in words(page)


def test_one_text_at_its_own_address_offers_them(reader: Reader, typhoon: Edition) -> None:
    path = f"/records/{typhoon.record_id}/v1/zh/"
    page = reader.page(path)
    assert f'"/records/{typhoon.record_id}/v1/?left=zh&amp;right=zh&amp;scans=beside#texts"' in page
    assert 'class="leaf"' not in page


@pytest.mark.parametrize("number", ["07", "02"])
def test_queries(reader: Reader, number: str) -> None:
    """Its standing, its content, and keeping it, of three scans as of one."""
    edition = world.published(world.practice_document(number))
    with CaptureQueriesContext(connection) as asked:
        reader.get(beside(edition))
    assert len(asked) == 3


def test_none_unless_they_are_chosen(typhoon: Edition) -> None:
    reading = world.read_published(world.practice_document("02"))
    assert page_images(reading.standing, lay_out(reading, beside=False)) == ()
    assert page_images(reading.standing, lay_out(reading)) == ()
