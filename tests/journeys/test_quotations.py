"""A quotation pasted and checked by keyboard, with and without scripts, and followed to its place."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import world
from tests.journeys.conftest import clean

pytestmark = pytest.mark.django_db(transaction=True)

QUOTATION = "officers and soldiers on duty in the 5th Field Army. Kim Il Sung has sent three"


def test_pasted_checked_and_followed_to_its_passage(reader: Page) -> None:
    record = world.published(world.cable_document()).record_id
    reader.goto("/")
    reader.get_by_role("contentinfo").get_by_role("link", name="Check a quotation").focus()
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", name="Check a quotation")).to_be_visible()
    clean(reader)
    reader.get_by_label("The quotation").focus()
    reader.keyboard.insert_text(QUOTATION)
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("button", name="Check it")).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("heading", name="Found in 1 text")).to_be_visible()
    expect(reader.get_by_text("Altered: 15 of its 16 words stand there so")).to_be_visible()
    expect(reader.locator(".diff del")).to_have_text("only in the text: 4th")
    clean(reader)
    reader.get_by_role("link", name="Beside the other texts").focus()
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(rf"/records/{record}/\?left=en#p2$"))
    expect(reader.locator("#p2")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (768, "light")])
def test_without_scripts(browser: Browser, live_server: Any, width: int, scheme: str) -> None:
    world.published(world.cable_document())
    context = browser.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto("/quotations/")
    page.get_by_label("The quotation").fill("двадцать слов, которых здесь никто не писал")
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", name="Nothing here reads so")).to_be_visible()
    page.get_by_role("link", name="search for the words").click()
    expect(page.get_by_role("heading", name="0 records for")).to_be_visible()
    context.close()
