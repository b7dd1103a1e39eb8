"""Ways through the results of a search, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests import world
from tests.conftest import PATIENCE
from tests.journeys.conftest import clean

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TOWNS = ("Moscow", "Peking", "Harbin", "Dairen")

UNLIT = "rgba(0, 0, 0, 0)"


@pytest.fixture
def letters() -> None:
    """Twelve letters of as many years about a bridge, and the cable."""
    for n in range(12):
        place = {"name": TOWNS[n % 4], "role": "origin"}
        texts = [world.text(body=f"The bridge is mended. Day {n}.")]
        kind = ("letter", "report")[n % 2]
        world.published(
            world.document(
                title=f"Letter {n}", date=str(1946 + n), kind=kind, places=[place], texts=texts
            )
        )
    world.published(world.cable_document())


@pytest.fixture
def plain(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_from_a_passage_and_what_renders_it_to_both_lit_on_the_desk(page: Page) -> None:
    world.published(world.cable_document())
    page.goto("/search/?q=винтовок")
    expect(page.locator(".snippet mark")).to_have_text(["винтовок"])
    english = page.get_by_role("link", name="English, para. 2")
    expect(page.locator(".snippet[lang=en]")).to_contain_text("12,000 rifles")
    english.click()
    expect(page.locator("#p2:target")).to_be_in_viewport()
    expect(page.locator("#p3")).to_have_css("background-color", UNLIT)
    expect(page.locator("#p2")).not_to_have_css("background-color", UNLIT)
    page.go_back()
    page.get_by_role("link", name="Русский, para. 4").click()
    expect(page.locator("#p11:target")).to_be_in_viewport()


def test_facets_are_chosen_by_keyboard_and_taken_away(page: Page, letters: None) -> None:
    page.goto("/search/?q=bridge")
    expect(page.get_by_role("heading", level=1)).to_have_text("12 records for “bridge”")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    facets = page.get_by_role("complementary", name="Narrow the results")
    facets.get_by_role("link", name="Moscow").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("3 records for “bridge”")
    facets.get_by_role("link", name="Harbin").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("6 records for “bridge”")
    page.locator(".chip", has_text="Moscow").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("3 records for “bridge”")
    page.get_by_role("link", name="Title", exact=True).click()
    expect(page.locator(".result h2")).to_have_text(["Letter 10", "Letter 2", "Letter 6"])


def test_a_bar_is_a_link_and_dragging_over_bars_chooses_a_range(page: Page, letters: None) -> None:
    page.goto("/search/?q=bridge")
    page.get_by_role("link", name="1950: 1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 record for “bridge”")
    expect(page.locator(".chip", has_text="1950")).to_be_visible()
    page.wait_for_load_state()  # The bars stand where they will, and the script hears of the mouse.

    first = page.get_by_role("link", name="1948: 1").bounding_box()
    last = page.get_by_role("link", name="1952: 1").bounding_box()
    assert first is not None
    assert last is not None
    page.mouse.move(first["x"] + first["width"] / 2, first["y"] + first["height"] - 2)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] - 2, steps=8)
    page.mouse.up()
    expect(page.get_by_role("heading", level=1)).to_have_text("5 records for “bridge”")
    expect(page.locator(".chip", has_text="1948–1952")).to_be_visible()
    expect(page.get_by_role("textbox", name="From")).to_have_value("1948")


def saved(page: Page, follow: Callable[[], None]) -> tuple[str, str]:
    """The name and the content of the file that is downloaded."""
    with page.expect_download() as download:
        follow()
    path = download.value.path()
    return download.value.suggested_filename, path.read_text("utf-8-sig")


def test_an_export_tells_how_far_it_is_and_saves_the_file(page: Page, letters: None) -> None:
    page.goto("/search/?q=bridge&sort=date")
    page.locator("summary", has_text="Export 12 citations").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="RIS")).to_be_focused()
    name, ris = saved(page, lambda: page.keyboard.press("Enter"))
    assert name == "Facing-Pages-bridge-12-records.ris"
    assert ris.count("ER  - ") == 12
    expect(page.locator("[data-export-told]")).to_have_text("RIS: 12 records saved.")
    expect(page.locator("summary", has_text="Export 12 citations")).to_be_focused()
    page.keyboard.press("Enter")
    name, table = saved(page, page.get_by_role("link", name="Table (CSV)").click)
    assert (name, table.count("\n")) == ("Facing-Pages-bridge-12-records.csv", 13)


def test_an_export_that_breaks_off_says_so(page: Page, letters: None) -> None:
    def broken(route: Route) -> None:
        route.abort()

    page.route("**/search.bib*", broken)
    page.goto("/search/?q=bridge")
    page.locator("summary", has_text="Export 12 citations").click()
    page.get_by_role("link", name="BibTeX").click()
    told = "BibTeX: broken off after 0 records. Please try again."
    expect(page.locator("[data-export-told]")).to_have_text(told)


def test_without_scripts_all_of_it_is_links_and_forms(plain: Page, letters: None) -> None:
    plain.goto("/search/?q=bridge")
    plain.get_by_role("link", name="1950: 1").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("1 record for “bridge”")
    plain.get_by_role("textbox", name="To").fill("1953")
    plain.get_by_role("button", name="Set").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("4 records for “bridge”")
    plain.locator("summary", has_text="Export 4 citations").click()
    name, written = saved(plain, plain.get_by_role("link", name="CSL-JSON").click)
    assert (name, len(json.loads(written))) == ("Facing-Pages-bridge-4-records.csl.json", 4)
    plain.locator("summary", has_text="Keep this search").click()
    feed = plain.request.get(str(plain.locator("a", has_text="Feed").get_attribute("href")))
    assert feed.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert feed.text().count("<entry>") == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 768, 390])
def test_axe_finds_nothing_with_everything_open(
    reader: Page, letters: None, scheme: str, width: int
) -> None:
    reader.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto("/search/?q=bridge+OR+винтовок&kind=letter&kind=cable&from=1946&to=1957")
    for words in ("Export", "Keep this search"):
        reader.locator("summary", has_text=words).click()
        clean(reader)
        assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_is_found_within_a_record_and_read_on_the_desk(plain: Page) -> None:
    edition = world.published(world.cable_document())
    plain.goto(f"/records/{edition.record_id}/")
    plain.get_by_role("searchbox", name="Find in this record").fill("пулеметов")
    plain.keyboard.press("Enter")
    expect(plain.locator("mark.sought")).to_have_text(["пулеметов", "пулеметов"])
    expect(plain.locator("blockquote").first).to_contain_text("440 light machine guns")
    plain.get_by_role("link", name="Read it on facing pages").click()
    expect(plain.locator("#p11:target")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing_where_words_are_found_within_a_record(reader: Page, width: int) -> None:
    edition = world.published(world.cable_document())
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(f"/records/{edition.record_id}/find/?q=Lin+Biao")
    clean(reader)
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    reader.goto(f"/search/?like={edition.record_id}")
    clean(reader)
