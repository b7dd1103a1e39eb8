"""The sample cable's flag: seen by a reader, explained by staff, read by a reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from archive.editions.models import Edition
from archive.parallel.models import Verdict
from tests import world
from tests.journeys.conftest import clean
from tests.journeys.keyboard import Keyboard

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WHY = "The Russian copy has 180 in pencil over an erasure; the Chinese original has 189."


@pytest.fixture
def cable(transactional_db: None) -> str:
    return world.published(world.cable_document()).record_id


def test_the_cables_flag_seen_by_a_reader_explained_by_staff_read_by_a_reader(
    cable: str, another: Callable[..., Page], reader: Page
) -> None:
    reader.goto(f"/records/{cable}/")
    seen = reader.locator(".gutter .difference")
    expect(seen).to_contain_text("189")
    expect(seen).to_contain_text("180")
    expect(reader.get_by_text("explained")).to_have_count(0)
    clean(reader)

    desk = another(bypass_csp=True)
    desk.goto(f"/admin/records/record/{cable}/change/")
    desk.get_by_role("link", name="Differences", exact=True).last.click()
    flag = desk.locator("article.flag")
    expect(flag.get_by_role("heading")).to_contain_text("189")
    expect(flag.locator("mark")).to_have_text(["189", "180"])
    clean(desk)
    flag.get_by_label("Explained").check()
    flag.get_by_role("button", name="Save this one").click()
    expect(flag.get_by_text("An explanation needs its words")).to_be_visible()
    clean(desk)
    flag.get_by_role("textbox").fill(WHY)
    flag.get_by_role("button", name="Save this one").click()
    expect(flag.get_by_text("Verdict 1: explained, mara")).to_be_visible()
    clean(desk)

    reader.reload()
    explained = reader.locator(".gutter").get_by_role("link", name="explained")
    expect(explained).to_be_visible()
    clean(reader)
    explained.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Verdict 1")
    expect(reader.get_by_text(WHY)).to_be_visible()
    expect(reader.get_by_text("Explained.", exact=True)).to_be_visible()
    clean(reader)
    assert Edition.objects.count() == 1


def test_a_flag_is_explained_by_keyboard_alone(cable: str, keys: Keyboard) -> None:
    keys.page.goto(f"/admin/records/record/{cable}/differences/")
    keys.reach(lambda place: place["tag"] == "INPUT" and place["words"] == "open")
    keys.press("ArrowDown", "ArrowDown")
    keys.reach(lambda place: place["tag"] == "TEXTAREA")
    keys.page.keyboard.insert_text(WHY)
    keys.reach(lambda place: place["tag"] == "BUTTON")
    keys.go()
    verdict = Verdict.objects.get()
    assert (verdict.state, verdict.note, verdict.by) == ("explained", WHY, "mara")


def test_a_flag_is_explained_without_scripts(cable: str, another: Callable[..., Page]) -> None:
    page = another(java_script_enabled=False)
    page.goto(f"/admin/records/record/{cable}/differences/")
    flag = page.locator("article.flag")
    flag.get_by_label("Explained").check()
    flag.get_by_role("textbox").fill(WHY)
    flag.get_by_role("button", name="Save this one").click()
    expect(flag.get_by_text("Verdict 1: explained, mara")).to_be_visible()
    assert Verdict.objects.get().note == WHY
