"""Somebody of the staff in a real browser, and axe over whatever a page has come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from tests.conftest import PATIENCE
from tests.journeys.keyboard import NAMED, Keyboard


@pytest.fixture
def session(live_server: Any) -> Any:
    """The cookie of Mara's session. Signing in by hand is walked in ``test_front_doors``, and by
    keyboard in ``test_staff_walk``."""
    mara = get_user_model().objects.create_superuser("mara", password="between two rivers")
    browser = Client()
    browser.force_login(mara, backend="django.contrib.auth.backends.ModelBackend")
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    return {"name": cookie.key, "value": cookie.value, "url": f"{live_server.url}/admin/"}


@pytest.fixture
def staff(page: Page, session: Any) -> Page:
    """A page on which Mara is signed in."""
    page.context.add_cookies([session])
    page.goto("/admin/")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    return page


@pytest.fixture
def keys(staff: Page) -> Keyboard:
    """Mara at her keyboard."""
    return Keyboard(staff)


@pytest.fixture
def reader(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page of somebody who has not signed in, in a browser without a content policy."""
    context = browser.new_context(base_url=live_server.url, bypass_csp=True)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def another(browser: Browser, live_server: Any, session: Any) -> Iterator[Callable[..., Page]]:
    """Further pages on which Mara is signed in, in browsers of their own that may have dark paper, no
    scripts, a small window or no content policy: axe measures by styles that ours would refuse."""
    opened = []

    def page_of(**options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)  # type: ignore[arg-type]
        context.add_cookies([session])
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context.new_page()

    yield page_of
    for context in opened:
        context.close()


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds, by rule, with the first element. It need not read stylesheets itself, for which
    it would write some of them into the page: the one rule that asks for them is an experiment that
    is not run. A page that was just clicked to may be there without its styles yet."""
    page.wait_for_load_state()
    page.wait_for_function(NAMED)
    options = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
    found = Axe().run(page, options=options).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:300]) for v in found]


def clean(page: Page) -> None:
    """Axe finds nothing here."""
    assert violations(page) == []
