"""The whole of a reader's way by keyboard alone: no step here points at anything."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.web import report_tokens
from tests import world
from tests.journeys.conftest import clean

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

CABLE = "Cable, Liu Shaoqi to Chairman Mao [Zedong]"

#: What is wrong with the focused element for an eye that follows it, or nothing. A citation style
#: is an invisible radio button on a label, which bears the outline in its stead.
_WRONG = """() => {
    const focused = document.activeElement;
    const shown = focused.closest(".choice") ?? focused;
    const box = shown.getBoundingClientRect();
    const style = getComputedStyle(shown);
    const found = document.elementFromPoint(
        box.x + Math.min(box.width / 2, 100), box.y + Math.min(box.height / 2, 20));
    const wrong = [];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("no outline");
    if (!found || !(shown.contains(found) || found.contains(shown))) wrong.push("covered or out of view");
    return wrong.length ? `${wrong.join(", ")}: ${shown.outerHTML.slice(0, 120)}` : "";
}"""


def _press_until(page: Page, wanted: Locator, key: str = "Tab", most: int = 90) -> int:
    """Press the key until that is focused; every stop on the way must be seen. The presses taken.

    The page has loaded by then: a key that a script answers is lost before it."""
    page.wait_for_load_state()
    expect(wanted).to_have_count(1)
    for presses in range(1, most + 1):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(_WRONG) == ""
        if wanted.evaluate("element => element === document.activeElement"):
            return presses
    pytest.fail(f"{key} never came to {wanted}")


def _to_the_texts(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the texts")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#texts")).to_be_focused()


def _choose(page: Page, side: str, words: str) -> None:
    """Open that chooser by Space, close it by Escape, open it again and take that text."""
    summary = page.locator("summary", has_text=f"{side} text")
    menu = page.locator("details.chooser", has=summary)
    _press_until(page, summary)
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(menu.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(menu.locator("a").first).to_be_hidden()
    page.keyboard.press("Enter")
    _press_until(page, menu.get_by_role("link", name=words), most=3)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [1400, 390])
def test_from_home_by_a_facet_to_the_cable(page: Page, width: int) -> None:
    world.published(world.cable_document())
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    assert _press_until(page, page.get_by_role("combobox")) <= 6
    page.keyboard.type("Lin Biao")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert _press_until(page, page.get_by_role("link", name="Skip to the results")) == 1
    page.keyboard.press("Enter")
    assert _press_until(page, page.get_by_role("link", name="Narrow the results")) == 1
    page.keyboard.press("Enter")
    facets = page.get_by_role("complementary", name="Narrow the results")
    _press_until(
        page,
        facets.get_by_role("link", name="Russian").or_(facets.get_by_role("link", name="Русский")),
    )
    page.keyboard.press("Enter")
    expect(page.locator(".chip").first).to_contain_text("Русский")
    _press_until(page, page.get_by_role("link", name=CABLE))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(CABLE)


@pytest.mark.parametrize("width", [1400, 390])
def test_texts_chosen_left_and_right_and_swapped(page: Page, width: int) -> None:
    edition = world.published(world.practice_document("06"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/records/{edition.record_id}/")
    _to_the_texts(page)
    _choose(page, "Left", "עברית")
    page.wait_for_url(re.compile("left=he"))
    expect(page.locator("#texts")).to_be_focused()
    _choose(page, "Right", "English")
    page.wait_for_url(re.compile("right=en"))
    expect(page.locator("#texts")).to_be_focused()
    assert _press_until(page, page.get_by_role("link", name="Swap the two texts")) == 2
    page.keyboard.press("Enter")
    expect(page.locator(".text-choice").first).to_contain_text("English")


def test_a_menu_left_by_tab_closes_and_its_choices_get_no_focus(page: Page) -> None:
    edition = world.published(world.cable_document())
    page.goto(f"/records/{edition.record_id}/")
    _to_the_texts(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".chooser[open]")).to_have_count(1)
    assert _press_until(page, page.get_by_role("link", name="Swap the two texts")) == 4
    expect(page.locator(".chooser[open]")).to_have_count(0)
    assert _press_until(page, page.locator("summary").first, "Shift+Tab") == 1


def test_a_passage_is_addressed_a_style_copied_and_the_history_read(page: Page) -> None:
    edition = world.published(world.cable_document())
    page.set_viewport_size({"width": 1400, "height": 500})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/records/{edition.record_id}/")
    _to_the_texts(page)
    _press_until(page, page.locator("#p11 > a"))
    page.keyboard.press("Enter")
    page.wait_for_url("**#p11")
    _press_until(page, page.get_by_role("radio", name="Chicago note"))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Short note")).to_be_checked()
    assert page.evaluate(_WRONG) == ""
    assert _press_until(page, page.get_by_role("button", name="Copy the citation")) == 1
    page.keyboard.press("Enter")
    expect(page.locator("#copied")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "Liu to Mao, January 22, 1950."
    _press_until(page, page.get_by_role("link", name="History"), "Shift+Tab", most=120)
    page.keyboard.press("Enter")
    page.wait_for_url("**/changes/")
    _press_until(page, page.get_by_role("link", name="Back to the record"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(CABLE)


def test_single_keys_are_switched_off_by_keyboard_and_stay_so(reader: Page) -> None:
    page, edition = reader, world.published(world.cable_document())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/records/{edition.record_id}/#cite")
    expect(page.locator('[data-key="c"]')).to_have_attribute("aria-keyshortcuts", "c")
    switch = page.get_by_role("checkbox", name="Single keys")
    _press_until(page, switch)
    page.keyboard.press("c")
    expect(page.get_by_text("Copied: Liu Shaoqi to Mao Zedong")).to_have_count(1)
    page.keyboard.press("Space")
    expect(page.locator("#copied")).to_have_text("Single keys do nothing now, on every page.")
    clean(page)
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.goto(f"/records/{edition.record_id}/v1/#cite")
    expect(switch).not_to_be_checked()
    expect(page.locator('[data-key="c"]')).not_to_have_attribute("aria-keyshortcuts", "c")
    page.keyboard.press("Tab")
    for key in ("c", "[", "]"):
        page.keyboard.press(key)
    expect(page.locator("[data-told]")).to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == "nothing"
    page.get_by_role("link", name="Printed source").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".citation:visible")).to_contain_text("in Jianguo")
    expect(switch).not_to_be_checked()
    _press_until(page, switch)
    page.keyboard.press("Space")
    expect(page.locator("#copied")).to_have_text("Single keys work again, on every page.")
    page.keyboard.press("]")
    expect(page.locator("[data-told]")).to_contain_text("Difference 1 of 2")


@pytest.mark.usefixtures("isolate")
def test_a_style_of_the_repository_is_found_by_its_name(reader: Page) -> None:
    page, edition = reader, world.published(world.cable_document())
    page.goto(f"/records/{edition.record_id}/v1/en/?passage=p2#cite")
    box = page.get_by_role("combobox", name="Any style of the CSL repository, by its name")
    _press_until(page, box)
    with page.expect_response(re.compile(r"q=apsa\+style")):
        page.keyboard.type("apsa style")
    expect(page.get_by_role("option", name="APSA").first).to_be_visible()
    clean(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("passage=p2&style=csl-"))
    expect(page.locator(".citation:visible")).to_contain_text("(Liu 1950, para. 2)")
    expect(page.locator("#cite")).to_be_in_viewport()
    clean(page)
    page.goto(f"/records/{edition.record_id}/v1/ru/#cite")
    expect(page.locator(".citation:visible")).to_have_text("(Liu 1950)")
    _press_until(page, page.get_by_role("link", name="Printed source"))
    page.keyboard.press("Enter")
    expect(page.locator(".citation:visible")).to_contain_text("(Liu 2005)")
    _press_until(page, box)
    page.keyboard.type("zzz")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/styles/"))
    expect(page.get_by_role("heading", name="0 styles named")).to_be_visible()
    clean(page)
    _press_until(page, page.get_by_role("link", name="Back to the record"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("cite=print"))


def test_tab_goes_through_the_longest_record_and_out_again_at_its_foot(page: Page) -> None:
    edition = world.published(world.practice_document("15"))
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"/records/{edition.record_id}/#p150")
    expect(page.locator("#p150")).to_be_in_viewport()
    _press_until(page, page.locator("#p100 > a"), "Shift+Tab", most=220)
    page.goto(f"/records/{edition.record_id}/#cite")
    expect(page.locator("#cite")).to_be_focused()
    _press_until(page, page.locator(".colophon a").last)
    page.keyboard.press("Tab")
    expect(page.locator("body:focus-within")).to_have_count(0)


def _note_the_variant(page: Page) -> None:
    """From the panel to the footnote that says what the other text has, copied by one key."""
    expect(page.locator("#cite")).to_be_focused()
    clean(page)
    _press_until(page, page.get_by_role("link", name="Add this to the footnote"), most=8)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Leave this out of the footnote")).to_be_focused()
    assert page.evaluate(_WRONG) == ""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("c")
    told = "The Russian text (AP RF, f. 45, op. 1, d. 334, l. 22) gives 180."
    expect(page.get_by_text("Copied: Liu Shaoqi to Mao Zedong")).to_contain_text(told)
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/v1/en/#p2. {told}")
    clean(page)


def test_one_walk_from_home_to_a_report(reader: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Home, search, facet, record, texts, difference, passage, citation, variant note, report."""
    monkeypatch.setattr(report_tokens, "LEAST_AGE", 0)
    world.published(world.cable_document())
    page = reader
    page.goto("/")
    clean(page)
    _press_until(page, page.get_by_role("combobox"))
    page.keyboard.type("пулеметов")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    clean(page)
    facets = page.get_by_role("complementary", name="Narrow the results")
    _press_until(page, facets.get_by_role("link", name="Cable"))
    page.keyboard.press("Enter")
    expect(page.locator(".chip").first).to_contain_text("Cable")
    _press_until(page, page.get_by_role("link", name=CABLE))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(CABLE)
    _to_the_texts(page)
    _choose(page, "Left", "Русский")
    page.wait_for_url(re.compile("left=ru"))
    _press_until(page, page.get_by_role("button", name="Next difference"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-told]")).to_have_text("Difference 1 of 2: 180 against 189")
    expect(page.locator(".gutter .difference")).to_be_focused()
    _press_until(page, page.locator("#p2 > a"), most=8)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copy its address")).to_be_focused()
    clean(page)
    assert _press_until(page, page.get_by_role("link", name="Cite this passage")) == 1
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("passage=p2#cite"))
    expect(page.locator(".citation:visible")).to_contain_text("/v1/en/#p2")
    _note_the_variant(page)
    _press_until(page, page.get_by_role("link", name="Report an error in this record"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/*")
    clean(page)
    _press_until(page, page.get_by_label("What is wrong, and how you know"))
    page.keyboard.insert_text("The print has 189.")
    _press_until(page, page.get_by_role("button", name="Send the report"), most=2)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Report 1")
    clean(page)
