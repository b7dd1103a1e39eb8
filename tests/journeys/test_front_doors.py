"""The two front doors in a real browser: nothing on them is refused by the content policy."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_reader_gets_the_home_page_without_a_cookie(page: Page) -> None:
    answer = page.goto("/")
    assert answer is not None
    assert (answer.status, page.context.cookies()) == (200, [])
    expect(page.locator("main")).to_be_visible()


def test_staff_sign_in_and_out(page: Page) -> None:
    get_user_model().objects.create_superuser("mara", password="between two rivers")
    page.goto("/admin/")
    page.get_by_label("Username").fill("mara")
    page.get_by_label("Password").fill("between two rivers")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    assert {cookie["path"] for cookie in page.context.cookies()} == {"/admin/"}
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Thanks for spending")).to_be_visible()
