"""The scans beside the texts, in a real browser: turned with the text, looked at closely, by keys,
without scripts, on a phone, never while withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.storage import default_storage
from playwright.sync_api import Page, expect

from tests import world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 844}


def typhoon(query: str = "left=zh&right=en&") -> str:
    """The record whose three leaves are tied to the Chinese text at paragraphs 1, 5 and 9."""
    record = world.published(world.practice_document("02")).record_id
    return f"/records/{record}/?{query}scans=beside"


def opened(page: Page, address: str, size: Any = WIDE) -> None:
    """The page with its viewer at work."""
    page.set_viewport_size(size)
    page.goto(address)
    expect(page.locator(".scan-stage")).to_have_class("scan-stage deep")


def current(page: Page) -> str:
    return page.locator(".scan-links [aria-current]").inner_text()


@contextmanager
def without_scripts(page: Page, address: str, size: Any = WIDE) -> Iterator[Page]:
    page.goto("/")
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(base_url=page.url, java_script_enabled=False, viewport=size)
    bare = context.new_page()
    bare.goto(address)
    yield bare
    context.close()


def test_text_alone_then_beside_its_scans_and_back(page: Page) -> None:
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(typhoon().replace("&scans=beside", ""))
    expect(page.locator("[data-scans]")).to_have_count(0)
    page.get_by_role("link", name="Beside the scans", exact=True).click()
    page.wait_for_url("**/?left=zh&right=en&scans=beside#texts")
    page.locator(".chooser summary", has_text="Left text").click()
    with page.expect_navigation():
        page.get_by_role("link", name="Read this text alone").first.click()
    expect(page.locator("[data-scans]")).to_have_count(0)
    page.locator(".chooser summary", has_text="Text").first.click()
    page.get_by_role("link", name="Read this text beside the scans").click()
    expect(page.locator(".pair").first.locator("> [lang]")).to_have_count(1)
    expect(page.locator("[data-scans]")).to_be_visible()


def test_the_page_turns_with_the_text(page: Page) -> None:
    opened(page, typhoon())
    assert current(page) == "f. 1"
    page.locator("#p5").evaluate("passage => passage.scrollIntoView()")
    expect(page.locator(".scan-links [aria-current]")).to_have_text("f. 2")
    expect(page.locator("[data-turned]")).to_have_text("Page 2 of 3: f. 2")
    page.locator("#p3").evaluate("passage => passage.scrollIntoView()")
    expect(page.locator(".scan-links [aria-current]")).to_have_text("f. 1")


def test_the_page_turns_to_the_passage_that_has_the_focus(page: Page) -> None:
    opened(page, typhoon(), {"width": 1400, "height": 2400})
    page.locator("#p9 > a").first.focus()
    expect(page.locator("[data-turned]")).to_have_text("Page 3 of 3: f. 3")
    page.locator("#p2 > a").first.focus()
    expect(page.locator("[data-turned]")).to_have_text("Page 1 of 3: f. 1")


def test_beside_the_translation_alone_it_turns_by_the_rows(page: Page) -> None:
    opened(page, typhoon("left=en&right=en&"), {"width": 1400, "height": 2400})
    page.locator("#p16 > a").first.focus()
    expect(page.locator("[data-turned]")).to_have_text("Page 2 of 3: f. 2")


def test_a_page_turned_by_hand_offers_its_place_in_the_text(page: Page) -> None:
    opened(page, typhoon(), {"width": 1400, "height": 2400})
    onward = page.get_by_role("button", name="Next page")
    onward.click()
    onward.click()
    expect(onward).to_have_attribute("aria-disabled", "true")
    expect(onward).to_be_focused()
    expect(page.locator("[data-turned]")).to_have_text("Page 3 of 3: f. 3")
    page.get_by_role("link", name="Begins at paragraph 9 of the Chinese").click()
    expect(page.locator("#p9")).to_be_in_viewport()
    assert current(page) == "f. 3"


@pytest.mark.parametrize("height", [600, 900])
def test_what_is_said_under_the_picture_is_said_of_that_page(page: Page, height: int) -> None:
    opened(page, typhoon(), {"width": 1400, "height": height})
    for number in (3, 1, 2):
        page.get_by_role("link", name=f"Scan of f. {number}").click()
        expect(page.locator("[data-turned]")).to_have_text(f"Page {number} of 3: f. {number}")
        strip, said = (
            page.locator(place).bounding_box()
            for place in (".scan-strip", f"#scan-{number} .scan-said")
        )
        assert strip is not None
        assert said is not None
        assert said["x"] == pytest.approx(strip["x"], abs=1)


def test_a_break_in_the_text_leads_to_its_page(page: Page) -> None:
    opened(page, typhoon(), {"width": 1400, "height": 2400})
    page.get_by_role("link", name="Scan of f. 3").click()
    expect(page.locator("[data-turned]")).to_have_text("Page 3 of 3: f. 3")
    expect(page).to_have_url(re.compile("#scan-3$"))
    page.reload()
    assert current(page) == "f. 3"


def test_the_viewer_shows_pieces_of_every_size_by_keys_alone(page: Page) -> None:
    opened(page, typhoon())
    page.locator(".scan-links a").first.focus()
    stops = []
    for _ in range(9):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(_STOP))
    assert stops == [
        *("f. 2", "f. 3", "Previous page", "Next page", "Smaller", "Larger", "The whole page"),
        "Page 1 of 3: f. 1. Plus and minus zoom, arrows move, Home shows it all.",
        "Begins at paragraph 1 of the Chinese (Traditional) text",
    ]
    page.keyboard.press("Shift+Tab")
    whole = _shown(page)
    with page.expect_request(lambda request: "/512,512/0/default.jpg" in request.url):
        for _ in range(6):
            page.keyboard.press("+")
    zoomed = _shown(page)
    page.keyboard.press("ArrowRight")
    moved = _shown(page)
    assert len({whole, zoomed, moved}) == 3
    page.keyboard.press("Home")
    assert _shown(page) == whole
    assert page.evaluate("scrollY") > 0


_STOP = "document.activeElement.ariaLabel || document.activeElement.innerText.trim()"

#: Whether the viewer has come to where it moves, and has every piece that is seen there. An arrow
#: that was pressed moves it for some frames more: it is held for so long.
_AT_REST = """() => {
  const viewer = OpenSeadragon.getViewer(document.querySelector("[data-viewer]"));
  const { zoomSpring, centerSpringX, centerSpringY } = viewer.viewport;
  return !Object.values(viewer._navActionVirtuallyHeld).includes(true)
    && [zoomSpring, centerSpringX, centerSpringY].every((spring) => spring.isAtTargetValue())
    && viewer.world.getItemAt(0)?.getFullyLoaded();
}"""


def _shown(page: Page) -> bytes:
    """The picture in which the viewer's movements and what it loads come to an end."""
    page.wait_for_function(_AT_REST)
    return page.locator("[data-viewer]").screenshot()


def test_a_scan_that_cannot_be_cut_is_the_plain_picture(page: Page) -> None:
    address = typhoon()
    sha256 = world.practice_document("02").scans[1].sha256
    kept = Path(default_storage.path(f"scans/{sha256[:2]}/{sha256}.jpg"))
    kept.with_suffix(".tiles.zip").unlink(missing_ok=True)
    refusal = kept.with_suffix(".tiles.txt")
    refusal.write_text("it cannot be read", "utf-8")
    try:
        opened(page, address)
        with page.expect_response(lambda response: response.url.endswith("/info.json")) as told:
            page.get_by_role("button", name="Next page").click()
        assert told.value.status == 404
        expect(page.locator(".scan-stage")).to_have_class("scan-stage")
        picture = page.locator("#scan-2 img")
        expect(picture).to_be_in_viewport()
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1200
    finally:
        refusal.unlink()


@pytest.mark.parametrize("size", [WIDE, {"width": 768, "height": 1000}, PHONE])
def test_whole_without_scripts(page: Page, size: Any) -> None:
    with without_scripts(page, f"{typhoon()}#scan-1", size) as bare:
        expect(bare.locator(".scan-tools")).to_be_hidden()
        expect(bare.get_by_role("img", name="f. 1 of the Chinese")).to_be_in_viewport()
        bare.get_by_role("link", name="f. 2", exact=True).click()
        expect(bare.get_by_role("img", name="f. 2 of the Chinese")).to_be_in_viewport()
        expect(bare.get_by_role("img", name="f. 1 of the Chinese")).not_to_be_in_viewport()
        bare.get_by_role("link", name="Begins at paragraph 5").click()
        expect(bare.locator("#p5")).to_be_in_viewport()
        bare.get_by_role("link", name="Scan of f. 3").click()
        expect(bare.get_by_role("img", name="f. 3 of the Chinese")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("width", "query", "beside"),
    [
        (1400, "left=zh&right=en&", True),
        (1400, "left=zh&right=zh&", True),
        (1000, "left=zh&right=zh&", True),
        (1000, "left=zh&right=en&", False),
        (768, "left=zh&right=zh&", False),
        (390, "left=zh&right=zh&", False),
    ],
)
def test_beside_the_texts_where_there_is_room_else_above_them(
    page: Page, width: int, query: str, beside: bool
) -> None:
    opened(page, typhoon(query), {"width": width, "height": 900})
    scans = page.locator("[data-scans]").bounding_box()
    rows = page.locator(".rows").bounding_box()
    assert scans is not None
    assert rows is not None
    assert (scans["x"] >= rows["x"] + rows["width"]) is beside
    assert (scans["y"] + scans["height"] <= rows["y"]) is not beside
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_page_stays_in_sight_as_the_text_is_read(page: Page, size: Any) -> None:
    opened(page, typhoon("left=zh&right=zh&"), size)
    page.locator("#p7").evaluate("passage => passage.scrollIntoView({block: 'center'})")
    expect(page.locator("[data-viewer]")).to_be_in_viewport(ratio=0.9)
    expect(page.locator("#p7")).to_be_in_viewport()


def test_a_text_from_right_to_left_beside_a_scan_that_nothing_ties(page: Page) -> None:
    record = world.published(world.practice_document("06")).record_id
    opened(page, f"/records/{record}/?left=ar&right=he&scans=beside")
    expect(page.get_by_text("No page-break mark ties this scan")).to_be_visible()
    expect(page.locator(".rows .pair > [lang]").first).to_have_attribute("dir", "rtl")
    page.locator(".rows .pair > [lang] > a").last.focus()
    expect(page.locator("[data-turned]")).to_be_empty()


def test_an_embargoed_scan_is_neither_shown_nor_asked_for(page: Page) -> None:
    made = world.practice_document("02").scans
    closed = {"rights": {"embargo_until": "2999-01-01"}, "text": "en", "leaf": "f. 1"}
    scans = [
        {"file": made[0].file, "sha256": made[0].sha256, **closed},
        {"file": made[1].file, "sha256": made[1].sha256, "text": "en", "leaf": "f. 2"},
    ]
    texts = [world.text(body="[f. 1]\n\nOne.\n\n[f. 2]\n\nTwo.")]
    record = world.published(world.document(texts=texts, scans=scans)).record_id
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, f"/records/{record}/?scans=beside")
    expect(page.get_by_text("1 page image is withheld.")).to_be_visible()
    expect(page.locator(".scan-strip > li")).to_have_count(1)
    assert [made[0].sha256 in url for url in asked] == [False] * len(asked)


def test_nothing_moves_and_motion_is_spared_where_it_is_not_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(typhoon(), wait_until="networkidle")
    shift = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list =>
             done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))
           ).observe({type: "layout-shift", buffered: true})
           || setTimeout(() => done(0), 300))"""
    )
    assert shift == 0


def test_the_viewer_is_asked_for_only_where_scans_are_chosen(page: Page) -> None:
    address = typhoon()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address.replace("&scans=beside", ""), wait_until="networkidle")
    assert len(asked) <= 8
    assert not [url for url in asked if "openseadragon" in url or "scan" in url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_axe_finds_nothing(page: Page, scheme: Any, size: Any) -> None:
    tied = typhoon()
    letter = world.published(world.practice_document("06")).record_id
    page.emulate_media(color_scheme=scheme)
    found = {}
    for address in (tied, f"/records/{letter}/?left=ar&right=ar&scans=beside"):
        opened(page, address, size)
        violations = Axe().run(page).response["violations"]
        if violations:
            found[address] = [(v["id"], v["nodes"][0]["html"][:200]) for v in violations]
    assert found == {}
