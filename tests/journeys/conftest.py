"""Somebody of the staff in a real browser, and axe over whatever a page has come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from playwright.sync_api import Browser, Page, expect

from tests.journeys.keyboard import Keyboard


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


@pytest.fixture
def keys(page: Page) -> Keyboard:
    """Mara at her keyboard, signed in with it."""
    get_user_model().objects.create_superuser("mara", password="between two rivers")
    page.goto("/admin/")
    keyboard = Keyboard(page)
    expect(page.get_by_label("Username")).to_be_focused()
    page.keyboard.type("mara")
    keyboard.press("Tab")
    page.keyboard.type("between two rivers")
    keyboard.go()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    return keyboard


@pytest.fixture
def reader(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page of somebody who has not signed in, in a browser without a content policy."""
    context = browser.new_context(base_url=live_server.url, bypass_csp=True)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def another(staff: Page) -> Iterator[Callable[..., Page]]:
    """Further pages on which Mara is signed in, in browsers of their own that may have dark paper, no
    scripts, a small window or no content policy: axe measures by styles that ours would refuse."""
    browser = staff.context.browser
    assert browser is not None
    opened = []

    def page_of(**options: object) -> Page:
        context = browser.new_context(
            base_url=staff.url.partition("/admin/")[0],
            storage_state=staff.context.storage_state(),
            **options,  # type: ignore[arg-type]
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield page_of
    for context in opened:
        context.close()


def clean(page: Page) -> None:
    """Axe finds nothing here. The page's browser has no content policy, or none that forbids it."""
    found = [(v["id"], v["nodes"][0]["html"][:300]) for v in Axe().run(page).response["violations"]]
    assert found == []
