"""A wrong row put right by staff, kept after an edit of both texts and a new edition."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from archive.editions.publishing import publish
from archive.editions.reading import read
from archive.parallel.models import Pin
from archive.texts.writing import write
from tests import world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WANTED = {"en": ("p1", "p2"), "ru": ("p4", "p5")}


@pytest.fixture
def staff(page: Page) -> Page:
    """A page on which Mara has signed in."""
    get_user_model().objects.create_superuser("mara", password="between two rivers")
    page.goto("/admin/")
    page.get_by_label("Username").fill("mara")
    page.get_by_label("Password").fill("between two rivers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    return page


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


def test_a_passage_is_dragged_to_another_row(staff: Page) -> None:
    texts = [world.text("en", "Hello.\n\nGoodbye."), world.text("ru", "Привет.\n\nПока.")]
    record = world.stored(world.document(title="A letter", texts=texts))
    staff.goto(f"/admin/records/record/{record.pk}/alignment/")
    passage = staff.locator("[data-passage=p2]")
    passage.drag_to(staff.locator("[data-row]").first.locator(".how"))
    expect(staff.locator("[data-said]")).to_contain_text("Moved.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(staff: Page, scheme: str) -> None:
    record = world.stored(world.practice_document("06")).pk
    browser = staff.context.browser
    assert browser is not None
    # axe measures some elements by giving them a style, which our content policy would refuse.
    context = browser.new_context(
        base_url=staff.url.partition("/admin/")[0],
        storage_state=staff.context.storage_state(),
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(f"/admin/records/record/{record}/alignment/")
    found = [(v["id"], v["nodes"][0]["html"][:300]) for v in Axe().run(page).response["violations"]]
    context.close()
    assert found == []
