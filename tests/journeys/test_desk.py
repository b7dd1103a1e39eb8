"""The desk in a real browser: what lights, what keys and menus do, three texts, no scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests import world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_sentence_lights_its_counterpart_and_a_figure_its_own(page: Page) -> None:
    record = world.published(world.cable_document()).record_id
    page.goto(f"/records/{record}/")
    page.locator("#p2").get_by_text("There are 14,000 ethnic Korean officers").hover()
    expect(page.locator("#p11 .lit").first).to_contain_text("Солдаты и офицеры")
    page.locator("#p2 mark.differs").hover()
    expect(page.locator("#p11 mark.lit")).to_have_text("180")


def test_keys_lead_to_the_difference_and_say_so(page: Page) -> None:
    record = world.published(world.cable_document()).record_id
    page.goto(f"/records/{record}/")
    page.keyboard.press("]")
    expect(page.locator("[data-told]")).to_have_text("Difference 1 of 2: 189 against 180")
    expect(page.locator(".gutter .difference")).to_be_focused()
    page.get_by_role("button", name="Next difference").click()
    expect(page.locator("[data-told]")).to_contain_text("Difference 2 of 2")
    page.keyboard.press("[")
    expect(page.locator("[data-told]")).to_contain_text("Difference 1 of 2")


def test_arrows_walk_through_the_sentences_of_one_text_and_escape_goes_back(page: Page) -> None:
    record = world.published(world.cable_document()).record_id
    page.goto(f"/records/{record}/")
    page.locator("#p2 > a").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#p2 [data-g]:focus")).to_contain_text("There are 14,000")
    expect(page.locator("#p11 .lit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#p2 [data-g]:focus")).to_contain_text("Kim Il Sung has sent")
    page.keyboard.press("Escape")
    expect(page.locator("#p2 > a")).to_be_focused()


def test_the_number_of_a_passage_opens_its_menu(page: Page) -> None:
    record = world.published(world.cable_document()).record_id
    page.clock.install()
    page.goto(f"/records/{record}/")
    page.locator("#p11 > a").click()
    expect(page.get_by_role("link", name="Report an error", exact=True)).to_have_attribute(
        "href", f"/records/{record}/report/?passage=p11"
    )
    page.keyboard.press("Escape")
    expect(page.locator(".passage-menu")).to_be_hidden()
    expect(page.locator("#p11 > a")).to_be_focused()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 60)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("[data-told]")).to_have_text("Address copied.")
    expect(page.locator(".passage-said")).to_have_text("Address copied.")
    expect(page.locator(".passage-said")).to_be_visible()
    page.clock.run_for(4000)
    expect(page.locator(".passage-said")).to_be_hidden()
    page.clock.resume()
    expect(page.locator("#p11 > a")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Cite this passage").click()
    expect(page.locator("#cite .citation:visible")).to_contain_text("/v1/ru/#p11")


def test_each_sentence_has_its_row_without_scripts_too(page: Page) -> None:
    record = world.published(world.cable_document()).record_id
    browser = page.context.browser
    assert browser is not None
    page.goto("/")
    plain = browser.new_context(base_url=page.url, java_script_enabled=False)
    bare = plain.new_page()
    bare.goto(f"/records/{record}/")
    rows = bare.locator(".pair").count()
    with bare.expect_navigation():
        bare.get_by_role("link", name="Sentence by sentence").click()
    assert "rows=sentences" in bare.url
    assert bare.locator(".pair").count() > rows
    expect(bare.locator("#p2")).to_have_count(1)
    plain.close()


@pytest.mark.parametrize(
    ("number", "query", "columns"),
    [("03", "?left=ko&right=en&also=ru", 3), ("06", "?left=ar&right=he", 2)],
)
@pytest.mark.parametrize("width", [1400, 390])
def test_texts_stand_side_by_side_and_follow_each_other_on_a_phone(
    page: Page, number: str, query: str, columns: int, width: int
) -> None:
    record = world.published(world.practice_document(number)).record_id
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/records/{record}/{query}")
    shared = page.locator(".pair").filter(has=page.locator(f":nth-match([lang][dir], {columns})"))
    boxes = shared.first.locator("> :not(.gutter)")
    tops = {round(boxes.nth(place).bounding_box()["y"]) for place in range(columns)}  # type: ignore[index]
    # Their first lines stand on one line, so that the box of a taller script begins higher.
    assert (max(tops) - min(tops) < 16) is (width == 1400)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1400, 850, 390])
def test_no_number_of_a_long_record_is_cut_where_rows_are_drawn_late(
    page: Page, width: int
) -> None:
    record = world.published(world.practice_document("15")).record_id
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/records/{record}/")
    cut = page.evaluate(
        "[...document.querySelectorAll('.long .pair > [lang] > a')].filter((number) => {"
        " const text = document.createRange(); text.selectNodeContents(number);"
        " const [inner, outer] = [text, number.closest('.pair')].map(e => e.getBoundingClientRect());"
        " return inner.left < outer.left || inner.right > outer.right }).map(e => e.textContent)"
    )
    assert cut == []
    assert page.locator(".long .pair > [lang] > a").count() == 400
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_axe_finds_nothing_in_any_state_of_the_desk(page: Page) -> None:
    cable = world.published(world.cable_document()).record_id
    three = world.published(world.practice_document("03")).record_id
    browser = page.context.browser
    assert browser is not None
    page.goto("/")
    context = browser.new_context(base_url=page.url, bypass_csp=True)
    looked = context.new_page()
    found = {}
    for address in [
        f"/records/{cable}/?rows=sentences",
        f"/records/{three}/?left=ko&right=en&also=ru",
        f"/records/{cable}/?left=ru&right=ru",
    ]:
        looked.goto(address)
        looked.keyboard.press("]")
        looked.evaluate("getSelection().selectAllChildren(document.querySelector('.pair [lang]'))")
        expect(looked.locator(".cite-selected")).to_be_visible()
        if violations := Axe().run(looked).response["violations"]:
            found[address] = [(v["id"], v["nodes"][0]["html"][:200]) for v in violations]
    context.close()
    assert found == {}
