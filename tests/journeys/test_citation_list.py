"""A citation list made by keyboard, shared, opened by somebody else, taken away and printed."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
import rispy
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from archive.search.outbox import drain
from tests import world
from tests.journeys.conftest import clean
from tests.journeys.keyboard import Keyboard

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

#: A sheet of A4 in points.
A4 = (595, 842)


def order(page: Page) -> list[str]:
    return [str(each.get_attribute("id")) for each in page.locator(".listed > li").all()]


def added_from_results_and_a_record(page: Page, keys: Keyboard, record: str) -> None:
    page.goto("/search/?with=practice")
    keys.reach(lambda place: place["words"] == "page")  # The value of "Add these 2 to list".
    keys.press("Enter")
    expect(page.get_by_text("Added. Your list has 2 citations.")).to_be_visible()
    page.goto(f"/records/{record}/?passage=p2#cite")
    page.locator("#cite").focus()
    keys.reach(lambda place: place["words"].endswith("/v1/en/#p2"))
    keys.press("Enter")
    expect(page.get_by_text("Added. Your list has 3 citations.")).to_be_visible()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="List (3)").focus()
    keys.go()


def ordered_annotated_removed_and_taken_back(page: Page, keys: Keyboard) -> None:
    page.get_by_label("Style", exact=True).select_option("MLA 9, works cited")
    keys.to_words("show")
    keys.go()
    expect(page.get_by_label("Style", exact=True)).to_have_value("mla-9-works-cited")
    assert order(page) == ["item-1", "item-2", "item-3"]
    keys.to("up-3")
    keys.go()
    expect(page.locator("#up-3")).to_be_focused()
    keys.go()
    expect(page.locator("#up-3")).to_be_focused()
    assert order(page) == ["item-3", "item-1", "item-2"]
    page.locator("#item-3 summary").focus()
    keys.press("Enter", "Tab")
    page.keyboard.insert_text("Compare the figures.")
    keys.press("Tab")
    keys.go()
    expect(page.get_by_text("Changed a note.")).to_be_visible()
    page.get_by_role("button", name="Remove citation 2").focus()
    keys.go()
    assert order(page) == ["item-3", "item-2"]
    keys.to_words("undo")
    keys.go()
    assert order(page) == ["item-3", "item-1", "item-2"]
    expect(page.get_by_label("Note on citation 1")).to_have_value("Compare the figures.")


def copied_and_shared(page: Page, keys: Keyboard) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy all").press("Enter")
    expect(page.get_by_text("Copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Liu Shaoqi. Cable to Mao Zedong.")
    assert copied.count("\n\n") == 2
    page.get_by_role("button", name="Make a code").focus()
    keys.go()
    link = page.get_by_role("link", name="/list/")
    return "/list/" + str(link.text_content()).rpartition("/list/")[2]


def opened_exported_and_printed(stranger: Page, shared: str, kept: Path) -> None:
    stranger.goto(shared)
    expect(stranger.get_by_role("heading", name="Shared citation list")).to_be_visible()
    expect(stranger.get_by_text("Compare the figures.")).to_be_visible()
    clean(stranger)
    stranger.locator("summary", has_text="Export").press("Enter")
    with stranger.expect_download() as download:
        stranger.get_by_role("link", name="RIS").press("Enter")
    download.value.save_as(kept)
    assert re.fullmatch(
        r"Facing-Pages-list-\w{12}-3-citations\.ris", download.value.suggested_filename
    )
    assert len(rispy.loads(kept.read_text("utf-8"))) == 3
    stranger.get_by_role("link", name="Reading pack").press("Enter")
    expect(stranger.get_by_role("heading", name="Reading pack")).to_be_visible()
    clean(stranger)
    stranger.emulate_media(media="print")
    sheets = PdfReader(io.BytesIO(stranger.pdf(prefer_css_page_size=True))).pages
    assert {tuple(map(round, sheet.mediabox[2:])) for sheet in sheets} == {A4}
    said = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    for words in ("Compare the figures.", "189 heavy machine guns", "180", "станковых пулеметов"):
        assert words in said
    assert "The Russian text (AP RF" not in said  # MLA has no footnotes.
    assert "Print" not in said


def test_made_shared_opened_exported_and_printed(page: Page, reader: Page, tmp_path: Path) -> None:
    record = world.published(world.cable_document()).record_id
    world.published(world.practice_document("06"))
    drain()
    keys = Keyboard(page)
    added_from_results_and_a_record(page, keys, record)
    ordered_annotated_removed_and_taken_back(page, keys)
    shared = copied_and_shared(page, keys)
    opened_exported_and_printed(reader, shared, tmp_path / "list.ris")
    reader.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]
    reader.goto("/list/")
    expect(reader.locator(".listed > li")).to_have_count(3)
    clean(reader)


def test_without_scripts(browser: Browser, live_server: Any) -> None:
    record = world.published(world.cable_document()).record_id
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/records/{record}/?left=ru#cite")
    page.get_by_role("button", name="Add to list").click()
    expect(page.get_by_text("Added 1 citation.")).to_be_visible()
    expect(page.get_by_role("link", name="Russian text, edition 1")).to_be_visible()
    expect(page.get_by_role("button", name="Copy all")).to_be_hidden()
    page.get_by_role("button", name="Remove citation 1").click()
    expect(page.get_by_text("Your list is empty.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="Russian text, edition 1").click()
    expect(page).to_have_url(re.compile(rf"/records/{record}/v1/ru/$"))
    page.go_back()
    page.get_by_role("link", name="Reading pack").click()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    context.close()
