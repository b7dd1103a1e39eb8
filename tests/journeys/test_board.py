"""Staff work through the board of differences by keyboard alone, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from archive.parallel.models import Verdict
from tests import world
from tests.journeys.conftest import clean

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _three_flags(transactional_db: None) -> None:
    """Two records with three flags."""
    texts = [
        world.text("en", "We have 30 lorries.\n\nWe have 51 horses.\n\nGreetings."),
        world.text("ru", "У нас 40 грузовиков.\n\nУ нас 61 лошадь.\n\nПривет."),
    ]
    world.published(world.document(title="A letter", texts=texts))
    world.published(world.cable_document())


def press_until(page: Page, name: str) -> None:
    """Go on with the tab key until the element of that name has the keyboard."""
    page.wait_for_load_state()
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()").startswith(name):
            return
    raise AssertionError(f"The tab key never comes to {name}")


def stands_at(page: Page, words: str) -> None:
    """The keyboard is at the difference of these words, and the page has loaded: it stands there
    before the script that answers its keys."""
    expect(page.locator("article:focus h3")).to_contain_text(words)
    page.wait_for_load_state()


def test_from_the_first_page_through_every_difference_by_keyboard(staff: Page) -> None:
    press_until(staff, "Differences")
    staff.keyboard.press("Enter")
    expect(staff.get_by_role("heading", name="3 differences")).to_be_visible()
    press_until(staff, "Judge them one by one")
    staff.keyboard.press("Enter")

    expect(staff.locator("article:focus")).to_contain_text("30 lorries")
    stands_at(staff, "30")
    staff.keyboard.press("d")
    staff.keyboard.press("Control+Enter")
    stands_at(staff, "51")
    staff.keyboard.press("n")
    stands_at(staff, "189")
    staff.keyboard.press("e")
    staff.keyboard.type("The print has 189, not one hundred and eighty.")
    staff.keyboard.press("Control+Enter")
    stands_at(staff, "51")
    staff.keyboard.press("t")
    staff.keyboard.press("Control+Enter")

    expect(staff.get_by_text("No other difference of this choice is open.")).to_be_visible()
    expect(staff.get_by_role("link", name="Open 0")).to_be_visible()
    judged = Verdict.objects.order_by("note", "state").values_list("state", "note")
    assert list(judged) == [
        ("dismissed", ""),
        ("true difference", ""),
        ("explained", "The print has 189, not one hundred and eighty."),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(another: Callable[..., Page], scheme: str) -> None:
    page = another(color_scheme=scheme, bypass_csp=True)
    for address in ("/admin/", "/admin/differences/", "/admin/differences/next/"):
        page.goto(address)
        clean(page)
