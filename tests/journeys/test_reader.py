"""A reader's ways through the archive, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from archive.editions.document import RecordDocument
from archive.exchange.samples import load_samples
from tests import world
from tests.bench import large
from tests.journeys.conftest import violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

CABLE = "Cable, Liu Shaoqi to Chairman Mao [Zedong]"


@pytest.mark.parametrize(
    "words", ["лёгкий пулемёт", "станковые пулеметы", "Линь Бяо", "Lin Biao", "rifle"]
)
def test_from_home_each_of_these_words_finds_the_cable(page: Page, words: str) -> None:
    world.published(world.cable_document())
    page.goto("/")
    page.get_by_role("combobox").fill(words)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=CABLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CABLE)
    expect(page.locator("#p1")).to_contain_text("Chairman Mao [Zedong]:")
    expect(page.locator("#p10")).to_contain_text("Председателю Мао !")


def test_the_two_texts_stand_in_rows_and_swap(page: Page) -> None:
    edition = world.published(world.cable_document())
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"/records/{edition.record_id}/")
    english, russian = page.locator("#p2").bounding_box(), page.locator("#p11").bounding_box()
    assert english is not None
    assert russian is not None
    assert english["y"] == russian["y"]
    assert english["x"] < russian["x"]
    with page.expect_navigation():
        page.get_by_role("link", name="Swap the two texts").click()
    swapped = page.locator("#p11").bounding_box()
    assert swapped is not None
    assert swapped["x"] == pytest.approx(english["x"], abs=1)


_SELECTED = """id => {
    const [passage, range] = [document.getElementById(id), document.createRange()];
    range.setStart(passage, 1);
    range.setEnd(passage, passage.childNodes.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.documentElement.dataset.loaded = "once";
}"""
_RICH = """async () => {
    const [item] = await navigator.clipboard.read();
    const told = async type => (await item.getType(type)).text();
    return [await told("text/plain"), await told("text/html")];
}"""


def test_what_is_on_screen_is_cited_copied_and_downloaded(page: Page) -> None:
    edition = world.published(world.cable_document())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/records/{edition.record_id}/")
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.locator("#copied")).not_to_be_empty()
    note = page.evaluate("navigator.clipboard.readText()")
    assert note.startswith("Liu Shaoqi to Mao Zedong, cable, January 22, 1950, trans. Kim Donggil")
    assert note.endswith(f"/records/{edition.record_id}/v1/en/.")
    assert "AP RF" not in note
    with page.expect_download() as download:
        page.get_by_role("link", name="RIS").click()
    ris = download.value.path().read_text(encoding="utf-8")
    assert ris.startswith("TY  - MANSCPT")
    page.get_by_role("link", name="Russian text").click()
    citation = page.locator("#cite .citation:visible")
    expect(citation).to_contain_text("fond 45, opis 1, delo 334, list 22")
    expect(citation).to_contain_text("/v1/ru/.")


def test_selected_words_are_cited_in_the_style_that_was_chosen_before(page: Page) -> None:
    edition = world.published(world.cable_document())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/records/{edition.record_id}/")
    page.evaluate(_SELECTED, "p2")
    page.locator(".cite-selected").click()
    citation = page.locator("#cite .citation:visible")
    expect(citation).to_contain_text("/v1/en/#p2.")
    expect(page).to_have_url(re.compile(r"\?passage=p2#cite$"))
    page.get_by_label("Another style").select_option("MHRA 4, note")
    expect(citation).to_contain_text("trans. by Kim Donggil from")
    page.get_by_role("link", name="Printed source").click()
    expect(citation).to_contain_text("in Jianguo yilai Liu Shaoqi Wengao")
    assert page.evaluate("document.documentElement.dataset.loaded") == "once"
    page.goto(f"/records/{edition.record_id}/")
    page.keyboard.press("c")
    expect(page.get_by_text("Copied: Liu Shaoqi to Mao Zedong, 22 January 1950")).to_be_visible()
    plain, rich = page.evaluate(_RICH)
    assert plain.endswith(f"/records/{edition.record_id}/v1/en/>")
    assert "from <i>Jianguo yilai Liu Shaoqi Wengao</i>" in rich


def test_the_key_waits_for_a_style_that_is_asked_for_already(page: Page) -> None:
    edition = world.published(world.cable_document())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/records/{edition.record_id}/")
    page.get_by_label("Another style").select_option("MHRA 4, note")
    expect(page.locator("#cite .citation:visible")).to_contain_text("trans. by Kim Donggil from")
    held: list[Route] = []
    page.route("**/*style=mhra*", lambda route: held.append(route))
    with page.expect_request("**/*style=mhra*"):
        page.goto(f"/records/{edition.record_id}/v1/#cite")
    page.keyboard.press("c")
    held[0].continue_()
    expect(page.get_by_text("Copied: Liu Shaoqi to Mao Zedong, 22 January 1950")).to_be_visible()


def test_the_whole_page_is_there_without_scripts(page: Page) -> None:
    edition = world.published(world.cable_document())
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    page.goto(f"/records/{edition.record_id}/")
    plain.goto(page.url)
    expect(plain.locator(".pair")).to_have_count(7)
    expect(plain.get_by_role("button", name="Copy the citation")).to_be_hidden()
    plain.locator("label", has_text=re.compile("^MLA$")).click()
    expect(plain.locator(".citation:visible")).to_contain_text("Translated by Kim Donggil")
    plain.get_by_label("Another style").select_option("GOST R 7.0.5-2008, footnote")
    plain.get_by_role("button", name="Show").click()
    expect(plain.locator(".citation:visible")).to_contain_text("Cable to Mao Zedong, January 22")
    expect(plain.locator("#cite")).to_be_in_viewport()
    context.close()


def test_by_keyboard_alone_to_a_passage_and_to_another_text(page: Page) -> None:
    edition = world.published(world.practice_document("03"))
    page.goto(f"/records/{edition.record_id}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the texts")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#texts")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    choice = page.locator(".chooser[open] a").first
    expect(choice).to_be_visible()
    page.keyboard.press("Tab")
    expect(choice).to_be_focused()


def test_on_a_phone_the_passages_of_a_row_follow_each_other(page: Page) -> None:
    edition = world.published(world.cable_document())
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/records/{edition.record_id}/")
    english, russian = page.locator("#p2").bounding_box(), page.locator("#p11").bounding_box()
    assert english is not None
    assert russian is not None
    assert russian["y"] >= english["y"] + english["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_edition_1_still_answers_unchanged_with_a_banner(page: Page) -> None:
    text = world.text(body="Old words.")
    edition = world.published(world.document(source_id="s", title="A note", texts=[text]))
    text["body"] = "New words."
    world.published(world.document(source_id="s", title="A note", texts=[text]))
    page.goto(f"/records/{edition.record_id}/v1/")
    expect(page.get_by_text("Old words.")).to_be_visible()
    page.get_by_role("link", name="newest").click()
    expect(page.get_by_text("New words.")).to_be_visible()
    page.goto(f"/records/{edition.record_id}/changes/")
    expect(page.locator("del").first).to_have_text("Old")
    expect(page.locator("ins").first).to_have_text("New")


PAGES = [
    "/",
    "/search/?q=Lin+Biao",
    "/search/?with=practice",
    "/about/",
    "/search/help/",
    "/records/{}/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(page: Page, scheme: str) -> None:
    load_samples()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    ids = world.record_ids()
    addresses = [
        *PAGES[:-1],
        *(f"/records/{pk}/" for pk in ids.values()),
        f"/records/{ids[world.CABLE_SOURCE]}/v1/ru/",
        f"/records/{ids[world.CABLE_SOURCE]}/changes/",
        "/records/nothing-here/",
        "/search/?page=none",
    ]
    found = {}
    for address in addresses:
        page.goto(address)
        if broken := violations(page):
            found[address] = broken
    assert found == {}


LONG = world.document(**large.record(90))


@pytest.mark.parametrize(
    ("record", "query"),
    [(world.cable_document(), ""), (LONG, "?left=en&right=ru&also=zh")],
    ids=["the cable", "a long record"],
)
def test_no_page_asks_for_more_than_eight_files_or_shifts(
    page: Page, record: RecordDocument, query: str
) -> None:
    edition = world.published(record)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/records/{edition.record_id}/{query}", wait_until="networkidle")
    expect(page.locator(".spread.long")).to_have_count(1 if query else 0)
    shift = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list =>
             done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))
           ).observe({type: "layout-shift", buffered: true})
           || setTimeout(() => done(0), 300))"""
    )
    # In hundredths, as it is reported: a button may gain a pixel where its letters come late.
    assert (len(asked) <= 8, round(shift, 2)) == (True, 0), asked
