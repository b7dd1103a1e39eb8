"""A wrong row put right by staff, kept after an edit of both texts and a new edition."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.parallel.models import Pin
from archive.texts.writing import write
from tests import world
from tests.journeys.conftest import clean

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WANTED = {"en": ("p1", "p2"), "ru": ("p4", "p5")}


def test_a_row_corrected_by_keyboard_is_kept_after_edits_and_a_new_edition(staff: Page) -> None:
    bodies = {
        "en": "Hello.\n\nThe boats sank.\n\nGoodbye.",
        "ru": "Привет.\n\nЛодки тонут.\n\nПока.",
    }
    texts = [world.text(key, body) for key, body in bodies.items()]
    record = world.published(world.document(title="A letter", texts=texts)).record
    staff.goto(f"/admin/records/record/{record.pk}/alignment/")
    staff.locator("input[value=p2]").focus()
    staff.keyboard.press("Space")
    staff.keyboard.press("j")
    expect(staff.locator("[data-said]")).to_contain_text("Joined: one row now, pinned.")
    expect(staff.locator("input[value=p2]")).to_be_focused()
    staff.keyboard.press("Control+z")
    expect(staff.locator("[data-row]")).to_have_count(3)
    staff.keyboard.press("Control+y")
    expect(staff.locator("[data-row]")).to_have_count(2)
    staff.keyboard.press("Control+s")
    expect(staff.get_by_text("1 decision saved")).to_be_visible()
    assert Pin.objects.count() == 1
    for text in record.texts.all():
        text.body = text.body.replace(".", "!")
        write(record, text)
    publish(record, by="Mara")
    reading = read(record.pk)
    assert reading is not None
    assert reading.standing.number == 2
    assert reading.apparatus.rows[0].cells == WANTED
    assert reading.apparatus.rows[0].pinned


def _say(page: Page, words: str) -> None:
    expect(page.locator("[data-said]")).to_contain_text(words)


@pytest.fixture
def cable(staff: Page) -> Page:
    """The rows of the cable, taller than the window: a press and a move may have a scroll between."""
    record = world.stored(world.cable_document())
    staff.goto(f"/admin/records/record/{record.pk}/alignment/")
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
    _say(cable, "")
    assert rows.all_inner_texts() == before
    expect(cable.get_by_text("Not saved yet")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_axe_finds_nothing(another: Callable[..., Page], scheme: str, width: int) -> None:
    record = world.stored(world.practice_document("06")).pk
    size = {"width": width, "height": 900}
    page = another(color_scheme=scheme, viewport=size, bypass_csp=True)
    page.goto(f"/admin/records/record/{record}/alignment/")
    clean(page)
