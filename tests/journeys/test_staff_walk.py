"""One whole walk of the staff's side by keyboard alone, from signing in to rows that are saved; axe
finds nothing in any state on the way.
Reports are answered in ``test_staff_reports``."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

from archive.editions.models import Edition
from archive.parallel.models import Pin, Verdict
from tests import world
from tests.journeys.conftest import clean
from tests.journeys.keyboard import Keyboard

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TITLE = "Telegram on lorries"
TEXTS = [
    world.text("en", "We have 30 lorries.\n\nSend more of them by the ferry."),
    world.text("ru", "У нас 31 грузовик.\n\nПришлите ещё на пароме."),
]


def _open(keys: Keyboard, *names: str) -> None:
    """One after the other, by their links; axe finds nothing on any of them."""
    for name in names:
        keys.to_words(name)
        keys.go()
        clean(keys.page)


def _sign_in(keys: Keyboard) -> None:
    get_user_model().objects.create_superuser("mara", password="between two rivers")
    keys.page.goto("/admin/")
    expect(keys.page.get_by_label("Username")).to_be_focused()
    keys.page.keyboard.type("mara")
    keys.press("Tab")
    keys.page.keyboard.type("between two rivers")
    keys.go()
    expect(keys.page.get_by_role("button", name="Sign out")).to_be_visible()
    clean(keys.page)


def test_record_edit_publish_verdict_rows(page: Page) -> None:
    keys = Keyboard(page)
    world.published(world.document(source_id="x:9", title=TITLE, texts=TEXTS))
    _sign_in(keys)

    _open(keys, "Records", TITLE)
    keys.write("id_number", "511")
    _open(keys, "Save and preview")
    keys.to_words("Publish edition 2")
    keys.go("Space")
    clean(page)
    assert Edition.objects.count() == 2

    _open(keys, "Differences", "Judge them one by one")
    expect(page.locator("article:focus h3")).to_contain_text("30")
    keys.press("e")
    clean(page)
    page.keyboard.type("The ferry's own list has 31.")
    keys.press("Control+Enter")
    expect(page.get_by_text("No other difference of this choice is open.")).to_be_visible()
    clean(page)
    assert Verdict.objects.get().state == "explained"

    _open(keys, "Records", TITLE, "Rows")
    keys.reach(lambda place: place["tag"] == "INPUT" and place["words"].startswith("p"))
    said = page.locator("[data-said]")
    keys.press("Space", "ArrowDown", "j")
    expect(said).to_contain_text("Joined")
    keys.press("s")
    expect(said).to_contain_text("A new row begins here.")
    keys.press("Control+z")
    expect(said).to_contain_text("Undone")
    keys.press("Control+y")
    expect(said).to_contain_text("Done again")
    clean(page)
    _open(keys, "Save")
    expect(page.get_by_text("2 decisions saved")).to_be_visible()
    assert [pin.aligned for pin in Pin.objects.all()] == [True, True]
