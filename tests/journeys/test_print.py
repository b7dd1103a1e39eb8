"""The printed page (as PDF): numbered rows that are not cut, sources, citation and address, and
nothing to press."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pypdf import PdfReader

from tests import world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

#: A4 between its margins, in CSS pixels: what a sheet has room for.
SHEET: ViewportSize = {
    "width": round((210 - 32) / 25.4 * 96),
    "height": round((297 - 36) / 25.4 * 96),
}

RECORDS = [
    (world.CABLE_SOURCE, ""),
    ("06", "?left=ar&right=he"),
    ("03", "?left=ko&right=en&also=ru"),
    ("02", "?left=zh&right=en&scans=beside"),
]


def printed(page: Page, number: str, query: str = "") -> str:
    """The record as a printer has it, and its name."""
    made = (
        world.cable_document() if number == world.CABLE_SOURCE else world.practice_document(number)
    )
    record = world.published(made).record_id
    page.set_viewport_size(SHEET)
    page.goto(f"/records/{record}/{query}")
    page.emulate_media(media="print")
    return record


def sheets(pdf: bytes) -> int:
    """How many pages a PDF of Chromium says that it has."""
    return max(int(count) for count in re.findall(rb"/Count (\d+)", pdf))


@pytest.mark.parametrize(("number", "query"), RECORDS)
def test_nothing_to_press_stands_on_paper(page: Page, number: str, query: str) -> None:
    printed(page, number, query)
    shown = page.locator("button, input, summary .icon, .compared, .skip, .openseadragon-canvas")
    assert [each for each in shown.all() if each.is_visible()] == []


@pytest.mark.parametrize(("number", "query"), RECORDS)
def test_texts_stand_in_columns_with_their_numbers(page: Page, number: str, query: str) -> None:
    printed(page, number, query)
    columns = page.locator(".text-choice").count()
    rows = page.locator(".pair").filter(has=page.locator(f":nth-match([lang][dir], {columns})"))
    boxes = [box.bounding_box() for box in rows.first.locator("> :not(.gutter)").all()]
    lefts = [box["x"] + box["width"] for box in boxes if box]
    assert len(lefts) == columns
    assert all(left < right for left, right in pairwise(lefts))
    numbers = page.locator(":is(.pair, .side) > [lang] > a:not([class])").all()
    assert [number.inner_text() for number in numbers[:1]] == ["1"]
    assert all(number.is_visible() for number in numbers)


@pytest.mark.parametrize(("number", "query"), RECORDS)
def test_source_citation_and_address_are_printed(page: Page, number: str, query: str) -> None:
    record = printed(page, number, query)
    expect(page.locator(".holding").first).to_be_visible()
    assert page.locator(".citation:visible").count() == 1
    expect(page.locator(".citation:visible")).to_contain_text(f"/records/{record}/v1/")
    running = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--printed')"
    )
    assert running.startswith('"Facing Pages · ')
    assert running.endswith(f'/records/{record}/v1/"')


@pytest.mark.parametrize(("number", "query"), RECORDS)
def test_no_row_is_wider_or_higher_than_a_sheet(page: Page, number: str, query: str) -> None:
    printed(page, number, query)
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]
    for row in page.locator(".pair").all():
        box = row.bounding_box()
        assert box is not None
        assert box["height"] < SHEET["height"]
        assert row.evaluate("row => getComputedStyle(row).breakInside") == "avoid"


@pytest.mark.parametrize(("number", "query"), RECORDS)
def test_the_printed_page_as_pdf(page: Page, number: str, query: str) -> None:
    printed(page, number, query)
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert pdf.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf
    assert 2 <= sheets(pdf) <= 4


#: Each passage of the desk: its number, and its words without that.
_PASSAGES = """() => [...document.querySelectorAll(".pair > [lang], .side > [lang]")].map((passage) => {
  const number = passage.querySelector(":scope > a:not([class])").textContent;
  return [number, passage.textContent.replace(number, "")];
})"""


def squeezed(words: str) -> str:
    """Without white space: where lines end is the printer's affair, as is which apostrophe a sheet
    takes for the other."""
    return re.sub(r"\s+", "", words).replace("\u02bc", "’")


def test_the_pdf_says_what_a_reader_of_the_sheets_has_to_know(page: Page) -> None:
    record = printed(page, world.CABLE_SOURCE)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = [squeezed(sheet.extract_text()) for sheet in pdf.pages]
    address = re.compile(rf"Cable,LiuShaoqi.*,edition1·http.*/records/{record}/v1/")
    assert [sheet for sheet in sheets if address.search(sheet) is None] == []
    said = "".join(sheets)
    passages = [squeezed(words) + number for number, words in page.evaluate(_PASSAGES)]
    assert len(passages) == 18
    assert [each for each in passages if each not in said] == []
    citation = page.locator(".citation:visible").text_content() or ""
    for wanted in (
        citation,
        "ArchiveofthePresidentoftheRussianFederation(APRF),Moscow",
        "fond45,opis1,delo334,list22",
        "RGASPI,f.558,op.11,d.334,ll.0022",
        "189≠180",
    ):
        assert squeezed(wanted) in said


def test_scans_are_not_printed_but_it_is_said_where_they_are(page: Page) -> None:
    record = printed(page, "02", "?left=zh&right=en&scans=beside")
    expect(page.locator("[data-scans]")).to_be_hidden()
    where = page.locator(".scans-where")
    expect(where).to_be_visible()
    expect(where).to_contain_text("3 page images are to be seen beside the texts: http")
    expect(where).to_contain_text(f"/records/{record}/v1/?scans=beside")
    expect(page.locator(".leaf").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(where).to_be_hidden()


def test_two_hundred_passages_are_all_printed(page: Page) -> None:
    printed(page, "15")
    assert page.locator(".pair > [lang], .side > [lang]").count() >= 400
    last = page.locator(".pair").last
    assert last.evaluate("row => getComputedStyle(row).contentVisibility") == "visible"
    assert sheets(page.pdf(prefer_css_page_size=True)) >= 8
