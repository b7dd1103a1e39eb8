"""Suggestions at the search box, by keyboard and by pointer, and without scripts."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests import world
from tests.journeys.conftest import clean

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cable_id() -> str:
    return str(world.published(world.cable_document()).record_id)


@pytest.fixture
def unscripted(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page in a browser without scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["/", "/search/", "/about/"])
def test_somebody_is_found_by_keyboard_alone(page: Page, cable_id: str, path: str) -> None:
    page.goto(path)
    box = page.get_by_role("combobox", name="Search the archive")
    box.focus()
    page.keyboard.type("линь")
    options = page.get_by_role("option")
    expect(options).to_have_text(["Lin BiaoЛинь БяоPerson · 1 record"])
    expect(page.get_by_role("status").first).to_have_text("1 suggestion, Down to choose")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options).to_have_attribute("aria-selected", "true")
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?person=lin-biao")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 record")


def test_what_is_chosen_stays_so_when_the_last_letter_is_answered(
    page: Page, cable_id: str
) -> None:
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("лин")
    option = page.get_by_role("option")
    expect(option).to_contain_text("Lin Biao")
    held: list[Route] = []
    page.route("**/search/suggestions.json?*", lambda route: held.append(route))
    with page.expect_request("**/search/suggestions.json?*"):
        page.keyboard.type("ь")
    page.keyboard.press("ArrowDown")
    option.evaluate("option => option.id = 'before'")
    held[0].continue_()
    expect(page.locator("#before")).to_have_count(0)
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?person=lin-biao")


def test_escape_puts_the_list_away_and_enter_searches_as_ever(page: Page, cable_id: str) -> None:
    page.goto("/search/")
    box = page.get_by_role("combobox")
    box.press_sequentially("liu")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("liu")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=liu")


def test_a_title_is_opened_by_pointer_on_a_record(reader: Page, cable_id: str) -> None:
    reader.goto(f"/records/{cable_id}/")
    box = reader.get_by_role("combobox", name="Search the archive")
    with reader.expect_response("**/*q=cable+li"):
        box.press_sequentially("cable li")
    option = reader.get_by_role("option").filter(has_text="Record")
    expect(option).to_be_visible()
    clean(reader)
    option.click()
    reader.wait_for_url(f"**/records/{cable_id}/")


def test_the_form_works_without_scripts(unscripted: Page, cable_id: str) -> None:
    unscripted.goto("/")
    unscripted.get_by_role("searchbox").fill("rifle")
    unscripted.keyboard.press("Enter")
    expect(unscripted.get_by_role("heading", level=1)).to_have_text("1 record for “rifle”")
