"""The staff's ways: a record from an empty form to its second edition, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from archive.editions.models import Edition
from tests import world
from tests.journeys.conftest import clean, violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

CHINESE = "部长同志：\n\n灯塔于九月四日熄灭，请速派工程师三名。\n\n林港办事处"
ENGLISH = "Comrade Minister:\n\nThe lighthouse went out on September 4. Send three engineers.\n\nLingang office"


def add_text(page: Page, row: int, language: str, kind: str, body: str) -> None:
    if not page.locator(f"#id_texts-{row}-body").count():
        page.get_by_role("button", name="Add another text").click()
    page.locator(f"#id_texts-{row}-language").fill(language)
    page.locator(f"#id_texts-{row}-key").fill(language)
    page.locator(f"#id_texts-{row}-kind").select_option(kind)
    page.locator(f"#id_texts-{row}-body").fill(body)


def test_a_record_from_an_empty_form_to_its_second_edition(staff: Page) -> None:
    with staff.expect_navigation():
        staff.get_by_role("link", name="Add a record").first.click()
    staff.locator("#id_title").fill("Telegram, Lingang office to the ministry")
    staff.locator("#id_date").fill("1952-09-05")
    add_text(staff, 0, "zh", "original", CHINESE)
    add_text(staff, 1, "en", "translation", ENGLISH)
    staff.get_by_role("button", name="Save and preview").click()

    expect(staff.get_by_text("The lighthouse went out on September 4")).to_be_visible()
    expect(staff.get_by_text("灯塔于九月四日熄灭")).to_be_visible()
    assert not Edition.objects.exists()
    staff.get_by_role("link", name="No translator: it says “English translation”.").click()
    expect(staff.locator(".field-translator_list [role=combobox]").nth(1)).to_be_in_viewport()
    staff.get_by_role("button", name="Save and preview").click()
    with staff.expect_navigation():
        staff.get_by_role("button", name="Publish").click()
    record = Edition.objects.get().record_id

    staff.goto("/")
    staff.get_by_role("combobox").fill("灯塔")
    staff.keyboard.press("Enter")
    staff.get_by_role("link", name="Telegram, Lingang office to the ministry").click()
    expect(staff.locator("#cite .citation:visible")).to_contain_text(f"/records/{record}/v1/en/")

    staff.goto(f"/admin/records/record/{record}/change/")
    staff.locator("#id_texts-1-body").fill(ENGLISH.replace("three", "four"))
    staff.get_by_role("button", name="Save and preview").click()
    with staff.expect_navigation():
        staff.get_by_role("button", name="Publish").click()
    staff.goto(f"/records/{record}/")
    expect(staff.get_by_text("Send four engineers.")).to_be_visible()
    staff.goto(f"/records/{record}/v1/")
    expect(staff.get_by_text("Send three engineers.")).to_be_visible()
    staff.get_by_role("link", name="what has changed since").click()
    expect(staff.locator("del").first).to_have_text("three")


def test_two_at_once_lose_nothing(staff: Page) -> None:
    record = world.stored(world.document(title="A letter"))
    address = f"/admin/records/record/{record.pk}/change/"
    staff.goto(address)
    other = staff.context.new_page()
    other.goto(address)
    other.locator("#id_title").fill("A letter, corrected by the other")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(
        other.get_by_text("was changed successfully").or_(other.locator(".success"))
    ).to_be_visible()
    staff.locator("#id_title").fill("A letter, corrected by me")
    staff.locator("#id_summary").fill("Long work of mine")
    staff.get_by_role("button", name="Save", exact=True).click()
    expect(staff.locator(".conflict")).to_be_visible()
    record.refresh_from_db()
    assert record.title == "A letter, corrected by the other"
    expect(staff.locator("#id_title")).to_have_value("A letter, corrected by me")
    expect(staff.locator("#id_summary")).to_have_value("Long work of mine")


def test_an_impossible_date_is_refused_at_its_field_and_nothing_typed_is_lost(staff: Page) -> None:
    staff.goto("/admin/records/record/add/")
    staff.locator("#id_title").fill("A telegram of no day")
    staff.locator("#id_date").fill("1950-02-30")
    staff.get_by_role("button", name="Save", exact=True).click()
    field = staff.get_by_role("group", name="What it is", exact=True)
    expect(field.get_by_text("February 1950 had 28 days")).to_be_visible()
    expect(staff.locator("#id_title")).to_have_value("A telegram of no day")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_staff_side(another: Callable[..., Page], scheme: str) -> None:
    record = world.published(world.practice_document("04")).record_id
    page = another(color_scheme=scheme, bypass_csp=True)
    found = {}
    for address in [
        "/admin/",
        "/admin/records/record/",
        "/admin/records/record/add/",
        f"/admin/records/record/{record}/change/",
        f"/admin/records/record/{record}/preview/",
        "/admin/exchange/upload/add/",
    ]:
        page.goto(address)
        if broken := violations(page):
            found[address] = broken
    assert found == {}


def test_axe_finds_nothing_on_the_page_to_sign_in(page: Page) -> None:
    page.goto("/admin/login/")
    clean(page)
