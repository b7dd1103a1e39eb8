"""Where page-break marks tie scans to passages, and where nothing does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from archive.desk.page import Desk, lay_out
from archive.desk.scans import Place, Scans
from archive.editions.document import RecordDocument
from archive.editions.withholding import embargo
from tests import world

pytestmark = pytest.mark.django_db

F1 = {"file": "linlan-1947-11-03-f1.jpg"}
F2 = {"file": "linlan-1947-11-03-f2.jpg"}
F3 = {"file": "linlan-1947-11-03-f3.jpg"}


def scanned(*texts: dict[str, Any], scans: Sequence[Mapping[str, Any]]) -> RecordDocument:
    """A record of these texts and scans, whose digests are those of the samples' images."""
    digests = {scan.file: scan.sha256 for scan in world.practice_document("02").scans}
    given = [{**scan, "sha256": digests[scan["file"]]} for scan in scans]
    return world.document(texts=list(texts), scans=given)


def desk(
    record: RecordDocument,
    left: str | None = None,
    right: str | None = None,
    *,
    beside: bool = True,
) -> Desk:
    return lay_out(world.read_published(record), left, right, beside=beside)


def scans(record: RecordDocument, left: str | None = None, right: str | None = None) -> Scans:
    found = desk(record, left, right).scans
    assert found is not None
    return found


def places(
    record: RecordDocument, left: str | None = None, right: str | None = None
) -> list[Place | None]:
    return [page.place for page in scans(record, left, right).pages]


def test_each_page_begins_where_its_text_has_the_mark_of_its_leaf() -> None:
    typhoon = world.practice_document("02")
    zh = "Chinese (Traditional)"
    assert places(typhoon, "zh", "en") == [
        Place("p1", 1, zh),
        Place("p5", 5, zh),
        Place("p9", 9, zh),
    ]


def test_beside_a_translation_alone_the_rows_say_where_a_page_begins() -> None:
    typhoon = world.practice_document("02")
    assert places(typhoon, "en", "en") == [
        Place("p12", 1, "English", beside=True),
        Place("p16", 5, "English", beside=True),
        Place("p20", 9, "English", beside=True),
    ]


def test_what_is_said_of_each_page() -> None:
    first, *_ = scans(world.practice_document("02")).pages
    assert (first.number, first.anchor, first.name) == (1, "scan-1", "f. 1")
    assert first.described == (
        "f. 1 of the Chinese (Traditional) text, Linlan Municipal Archives, "
        "series Navigation, file 36/118, folios 1–2"
    )
    (letter,) = scans(world.practice_document("06")).pages
    assert letter.described == (
        "marsa-nuwar-1938-02-20.jpg of the Arabic text, Harbour Archive of Marsa Nuwar, "
        "box 6, folder 38"
    )


def test_nothing_is_guessed() -> None:
    body = "One.\n\n[f. 2]\n\nTwo."
    texts = [world.text("zh", body), world.text("en", body)]
    untied = [
        {**F1, "text": "zh"},
        {**F2, "leaf": "f. 2"},
        {**F3, "text": "zh", "leaf": "p. 2"},
    ]
    found = scans(scanned(*texts, scans=untied))
    assert [page.place for page in found.pages] == [None, None, None]
    assert (found.tied, found.breaks.before, found.breaks.within) == (False, {}, {})


def test_a_leaf_may_be_spelled_with_other_spaces_and_capitals() -> None:
    text = world.text("en", "One.\n\n[f. 2v]\n\nTwo.")
    record = scanned(text, scans=[{**F1, "text": "en", "leaf": "F.2V"}])
    assert places(record) == [Place("p2", 2, "English")]


def test_of_one_name_twice_the_first_is_tied_with_the_first() -> None:
    text = world.text("en", "[p. 1]\n\nOne.\n\n[p. 1]\n\nTwo.\n\n[p. 1]\n\nThree.")
    given = [{**F1, "text": "en", "leaf": "p. 1"}, {**F2, "text": "en", "leaf": "p. 1"}]
    assert places(scanned(text, scans=given)) == [
        Place("p1", 1, "English"),
        Place("p2", 2, "English"),
    ]


def test_a_mark_after_the_last_passage_ties_nothing() -> None:
    text = world.text("en", "One.\n\n[p. 2]")
    assert places(scanned(text, scans=[{**F1, "text": "en", "leaf": "p. 2"}])) == [None]


def html(shown: Desk) -> dict[str, str]:
    return {
        view.id: view.html for row in shown.rows for cell in row.cells for view in cell.passages
    }


LINK = '<a class="leaf" href="{}" lang="en" dir="ltr" aria-label="Scan of {}">{}</a>'


def test_a_break_is_a_link_to_its_scan_before_a_passage_and_within_one() -> None:
    text = world.text("en", "[p. 1]\n[p. 2]\nOne goes\n[p. 3]\non.\n\nTwo.")
    given = [
        scan | {"text": "en", "leaf": f"p. {n}"} for n, scan in enumerate((F1, F2, F3), start=1)
    ]
    record = scanned(text, scans=given)
    first, second = (LINK.format(f"#scan-{n}", f"p. {n}", f"p. {n}") for n in (1, 2))
    third = LINK.format("#scan-3", "p. 3", "p. 3")
    assert html(desk(record)) == {
        "p1": "<p lang=en dir=ltr id=p1><a href=#p1>1</a>"
        f'<span class="leaves">{first}{second}</span>One goes{third} on.',
        "p2": "<p lang=en dir=ltr id=p2><a href=#p2>2</a>Two.",
    }


def test_a_break_in_a_table_stands_before_it() -> None:
    text = world.text("en", "| a |\n|---|\n| 1 |\n[p. 2]\n| 2 |")
    record = scanned(text, scans=[{**F1, "text": "en", "leaf": "p. 2"}])
    link = LINK.format("#scan-1", "p. 2", "p. 2")
    assert f'1</a><span class="leaves">{link}</span><table>' in html(desk(record))["p1"]


def test_without_the_scans_a_break_leads_to_the_page_that_shows_them() -> None:
    text = world.text("en", "[p. 1]\n\nOne.")
    record = scanned(text, scans=[{**F1, "text": "en", "leaf": "p. 1"}])
    href = "?left=en&amp;right=en&amp;scans=beside#scan-1"
    assert LINK.format(href, "p. 1", "p. 1") in html(desk(record, beside=False))["p1"]


def test_where_scans_are_not_offered_no_break_leads_anywhere() -> None:
    shown = lay_out(world.read_published(world.practice_document("02")))
    assert (shown.scans, "leaf" in "".join(html(shown).values())) == (None, False)


def test_the_choice_of_scans_lives_in_the_address() -> None:
    typhoon = world.practice_document("02")
    bare, beside = desk(typhoon, beside=False), desk(typhoon)
    assert bare.scans is not None
    assert beside.scans is not None
    assert bare.scans.toggle == "?left=en&right=zh&scans=beside"
    assert beside.scans.toggle == "?left=en&right=zh"
    assert beside.swapped == "?left=zh&right=en&scans=beside"
    assert beside.other_grain == "?left=en&right=zh&rows=sentences&scans=beside"
    assert [(side.alone, side.beside_scans) for side in beside.sides] == [
        ("?left=en&right=en", "?left=en&right=en&scans=beside"),
        ("?left=zh&right=zh", "?left=zh&right=zh&scans=beside"),
    ]
    (alone,) = desk(typhoon, "zh", "zh").sides
    assert (alone.alone, alone.beside_scans) == ("?left=zh&right=zh", "")
    (alone,) = desk(typhoon, "zh", "zh", beside=False).sides
    assert (alone.alone, alone.beside_scans) == ("", "?left=zh&right=zh&scans=beside")


def test_a_record_without_scans_offers_none() -> None:
    cable = desk(world.cable_document(), beside=False)
    assert cable.scans is None
    assert {side.beside_scans for side in cable.sides} == {""}


def test_a_withheld_scan_is_counted_and_has_no_page_and_no_link() -> None:
    texts = world.text("en", "[p. 1]\n\nOne.\n\n[p. 2]\n\nTwo.")
    closed = {"embargo_until": "2999-01-01"}
    given: list[dict[str, Any]] = [
        {**F1, "text": "en", "leaf": "p. 1", "rights": closed},
        {**F2, "text": "en", "leaf": "p. 2"},
    ]
    found = scans(scanned(texts, scans=given))
    assert [(page.number, page.name) for page in found.pages] == [(2, "p. 2")]
    assert (found.withheld, set(found.breaks.before)) == (1, {"p2"})


def test_of_a_withheld_record_no_page_is_shown() -> None:
    edition = world.published(world.practice_document("02"))
    embargo(edition.record, date(2999, 1, 1))
    found = scans(world.practice_document("02"))
    assert (found.pages, found.withheld, found.tied) == ((), 3, False)


def test_a_text_that_is_withheld_ties_nothing() -> None:
    text = world.text("en", "[p. 1]\n\nOne.", rights={"embargo_until": "2999-01-01"})
    record = scanned(text, scans=[{**F1, "text": "en", "leaf": "p. 1"}])
    assert places(record) == [None]


def test_scans_of_a_record_without_texts() -> None:
    found = scans(scanned(scans=[F1]))
    assert [(page.name, page.place) for page in found.pages] == [(F1["file"], None)]
    assert found.toggle == "?"
