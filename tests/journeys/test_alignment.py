"""Rows put right by staff: by mouse, by keyboard alone, without scripts, and kept through edits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from archive.editions.models import Edition
from archive.editions.reading import read
from archive.parallel.models import Pin
from tests import world
from tests.journeys.conftest import clean
from tests.journeys.keyboard import Keyboard

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


BODIES = {
    "en": "Hello.\n\nThe boats sank.\n\nGoodbye.",
    "ru": "Привет.\n\nЛодки тонут.\n\nПока.",
}


def letter() -> Edition:
    """Three rows: p1 beside p4, p2 beside p5, p3 beside p6."""
    texts = [world.text(key, body) for key, body in BODIES.items()]
    return world.published(world.document(title="A letter", texts=texts))


def rows_read(record: str) -> list[tuple[dict[str, tuple[str, ...]], bool]]:
    """As readers have them, and whether each is pinned."""
    reading = read(record)
    assert reading is not None
    return [(row.cells, row.pinned) for row in reading.apparatus.rows]


def address(record: str) -> str:
    return f"/admin/records/record/{record}/alignment/"


def _say(page: Page, words: str) -> None:
    expect(page.locator("[data-said]")).to_contain_text(words)


@pytest.fixture
def cable(staff: Page) -> Page:
    """The rows of the cable, taller than the window: a press and a move may have a scroll between."""
    staff.goto(address(world.stored(world.cable_document()).pk))
    return staff


@pytest.mark.parametrize("selected", [False, True])
def test_a_passage_is_dragged_to_another_row(cable: Page, selected: bool) -> None:
    """Row 4 onto row 3: the browser's own dragging lost it when the page scrolled after the press,
    or when words of it were selected."""
    rows = cable.locator("[data-row]")
    passage = rows.nth(3).locator("[data-passage=p3]")
    if selected:
        passage.locator(".words").dblclick()
    passage.drag_to(rows.nth(2))
    _say(cable, "Row 3. Moved.")
    expect(rows.nth(2).locator("[data-passage=p3]")).to_be_visible()
    cable.keyboard.press("Control+z")
    expect(rows.nth(3).locator("[data-passage=p3]")).to_be_visible()


def test_a_row_is_dragged_by_its_number_to_be_one_with_another(cable: Page) -> None:
    rows = cable.locator("[data-row]")
    rows.nth(3).locator(".how b").drag_to(rows.nth(1).locator(".how"))
    _say(cable, "Row 2. Joined: one row now, pinned.")
    expect(rows).to_have_count(5)


def test_a_drag_that_ends_where_it_began_or_is_given_up_changes_nothing(cable: Page) -> None:
    cable.set_viewport_size({"width": 1400, "height": 1600})
    rows = cable.locator("[data-row]")
    before = rows.all_inner_texts()
    rows.nth(1).locator("[data-passage=p1]").drag_to(rows.nth(1).locator(".how"))
    box = rows.nth(1).locator("[data-passage=p1]").bounding_box()
    assert box
    cable.mouse.move(box["x"] + 60, box["y"] + 10)
    cable.mouse.down()
    cable.mouse.move(box["x"] + 60, box["y"] + 150, steps=4)
    expect(cable.locator(".chip")).to_have_text("Passage 1 to row 3")
    cable.keyboard.press("Escape")
    expect(cable.locator(".chip")).to_be_hidden()
    cable.mouse.up()
    _say(cable, "Choose a passage, then press a button or a key.")
    assert rows.all_inner_texts() == before
    expect(cable.get_by_text("Not saved yet")).to_have_count(0)


def test_a_wrong_row_repinned_by_staff_is_kept_after_an_edit_of_both_texts(
    staff: Page, reader: Page
) -> None:
    """Through the staff's own forms, from the row to the second edition."""
    record = letter().record_id
    staff.goto(f"/admin/records/record/{record}/change/")
    staff.get_by_role("link", name="Rows", exact=True).click()
    staff.wait_for_url(f"**{address(record)}")
    staff.locator("[data-passage=p2]").drag_to(staff.locator("[data-row]").first)
    _say(staff, "Row 1. Moved.")
    staff.get_by_role("button", name="Save").click()
    expect(staff.get_by_text("1 decision saved")).to_be_visible()
    pinned = {"en": ("p1", "p2"), "ru": ("p4",)}
    assert (pinned, True) in rows_read(record)

    staff.get_by_role("link", name="Edit the record").click()
    for place, (old, new) in enumerate([("boats sank", "barges sank"), ("Лодки", "Баржи")]):
        field = staff.locator(f"#id_texts-{place}-body")
        field.fill(field.input_value().replace(old, new))
    staff.get_by_role("button", name="Save and preview").click()
    staff.get_by_role("button", name="Publish").click()
    expect(staff.get_by_text("Edition 2").first).to_be_visible()
    assert (pinned, True) in rows_read(record)

    reader.goto(f"/records/{record}/")
    pair = reader.locator(".pair").filter(has=reader.locator("#p1"))
    expect(pair).to_contain_text("The barges sank.")
    expect(pair).to_contain_text("Привет.")
    expect(pair).not_to_contain_text("Баржи")
    staff.goto(address(record))
    expect(staff.locator(".row.pinned")).to_have_count(1)


def test_every_correction_by_keyboard_alone(keys: Keyboard) -> None:
    record = letter().record_id
    page = keys.page
    page.goto(f"/admin/records/record/{record}/change/")
    keys.reach(lambda place: place["words"] == "rows")
    keys.go()
    keys.reach(lambda place: place["tag"] == "INPUT" and place["words"].startswith("p"))
    keys.press("Space", "ArrowDown")
    expect(page.locator("input[value=p2]")).to_be_focused()
    keys.press("j")
    _say(page, "Row 1. Joined: one row now, pinned.")
    expect(page.locator("input[value=p2]")).to_be_focused()
    keys.press("s")
    _say(page, "Row 2. A new row begins here.")
    keys.press("ArrowRight")
    expect(page.locator("input[value=p5]")).to_be_focused()
    keys.press("u")
    _say(page, "Row 1. Moved up.")
    keys.press("Control+z")
    _say(page, "Undone.")
    keys.press("Control+y")
    _say(page, "Done again.")
    keys.press("Control+z")
    _say(page, "Undone.")
    keys.press("ArrowDown", "x")
    _say(page, "Unlinked: these never share a row.")
    keys.press("a")
    _say(page, "It has no counterpart: it stands alone, pinned.")
    keys.to_words("save")
    keys.go()
    expect(page.get_by_text("decisions saved")).to_be_visible()
    decided = [(pin.cells, pin.aligned) for pin in Pin.objects.all()]
    assert ({"en": ["p1"], "ru": ["p4"]}, True) in decided
    assert ({"en": ["p2"], "ru": ["p5"]}, True) in decided
    assert ({"en": [], "ru": ["p6"]}, True) in decided
    assert ({"en": ("p1",), "ru": ("p4",)}, True) in rows_read(record)
    assert ({"ru": ("p6",)}, True) in rows_read(record)


def test_all_that_is_sure_is_accepted_by_one_button(staff: Page) -> None:
    record = world.published(world.cable_document()).record_id
    staff.goto(address(record))
    sure = staff.locator(".row.sure").count()
    staff.get_by_role("button", name=f"Accept all that is sure ({sure})").click()
    _say(staff, f"{sure} rows pinned: the program was sure of them.")
    expect(staff.locator(".row.pinned")).to_have_count(sure)
    staff.keyboard.press("Control+s")
    expect(staff.get_by_text(f"{sure} decisions saved.")).to_be_visible()
    assert sum(pinned for _, pinned in rows_read(record)) == sure > 1


def test_every_correction_without_scripts(another: Callable[..., Page]) -> None:
    record = letter().record_id
    page = another(java_script_enabled=False)
    page.goto(address(record))
    page.locator("input[value=p2]").check()
    for button, words in [
        ("Join above", "Joined: one row now, pinned."),
        ("Undo", "Undone."),
        ("Redo", "Done again."),
        ("Split here", "A new row begins here."),
        ("Move up", "Moved up."),
        ("Move down", "Moved down."),
        ("Unlink", "Unlinked: these never share a row."),
    ]:
        page.get_by_role("button", name=button).click()
        _say(page, words)
    expect(page.get_by_role("heading", name="Never in one row")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("saved")).to_be_visible()
    assert any(not pin.aligned for pin in Pin.objects.all())


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1400), ("dark", 1400), ("light", 390), ("dark", 768)]
)
def test_axe_finds_nothing_in_any_state(
    another: Callable[..., Page], scheme: str, width: int
) -> None:
    """Unsure rows, a pin not saved, a parting, a pin that is lost, and somebody else's save."""
    record = world.stored(world.practice_document("06"))
    Pin.objects.create(record=record, cells={"ar": ["p900"], "he": ["p901"]}, by="Ada")
    size = {"width": width, "height": 900}
    page = another(color_scheme=scheme, viewport=size, bypass_csp=True)
    page.goto(address(record.pk))
    page.get_by_text("How to correct rows").click()
    clean(page)
    shared = page.locator(".row:not(:has(.cell.empty))").first
    shared.get_by_role("button", name="Pin row").click()
    _say(page, "Pinned as it is.")
    page.locator(".row:not(:has(.cell.empty)) input").last.check()
    page.get_by_role("button", name="Unlink").click()
    _say(page, "Unlinked")
    expect(page.get_by_role("heading", name="Never in one row")).to_be_visible()
    clean(page)
    page.get_by_role("button", name="Unpin", exact=False).last.click()
    _say(page, "This row is not pinned.")
    clean(page)
    Pin.objects.create(record=record, cells={"ar": ["p1"], "he": []}, by="Bo")
    page.locator("[data-save]").click()
    expect(page.get_by_role("heading", name="Somebody else has saved meanwhile")).to_be_visible()
    clean(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
