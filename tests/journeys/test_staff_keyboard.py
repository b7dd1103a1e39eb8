"""The staff's ways walked by keyboard alone: no click anywhere, the keyboard's place always seen."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from archive.authority.models import Person, Repository
from archive.authority.names import fold_name
from archive.editions.models import Availability, Edition
from tests.journeys.keyboard import Keyboard

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_record_is_written_published_withdrawn_and_released(keys: Keyboard) -> None:
    Person.objects.create(name="Linlan Office", key=fold_name("Linlan Office"), slug="linlan")
    name = "Harbour Archive"
    Repository.objects.create(name=name, key=fold_name(name), slug="harbour")
    keys.to_words("Add a record")
    keys.go()
    expect(keys.page.locator("#id_title")).to_be_focused()
    keys.page.keyboard.insert_text("Telegram without a mouse")
    keys.choose("id_participations-0-person", "Linlan")
    keys.to("id_participations-0-role")
    keys.page.keyboard.type("sender")
    keys.write("id_texts-0-language", "zh")
    keys.write("id_texts-0-body", "灯塔于九月四日熄灭。")
    keys.to_words("Add another text")
    keys.press("Space")
    expect(keys.page.locator("#id_texts-1-language")).to_be_focused()
    keys.page.keyboard.insert_text("en")
    keys.write("id_texts-1-body", "The lighthouse went out on September 4.")
    keys.to("id_texts-1-translated_from")
    keys.press("Tab", "Space")
    expect(keys.page.locator("#id_texts-1-translated_from")).to_have_value("zh")
    keys.to_words("Add another holding")
    keys.press("Enter")
    expect(keys.page.locator("#id_holdings-0-type")).to_be_focused()
    keys.choose("id_holdings-0-repository", "Harbour")
    keys.write("id_holdings-0-reference", "fond 1, delo 2")
    keys.to_words("Save and preview")
    keys.go()
    expect(keys.page.locator(".reader")).to_contain_text("灯塔于九月四日熄灭。")
    keys.to_words("Publish")
    keys.go("Space")
    edition = Edition.objects.get()
    assert edition.title == "Telegram without a mouse"
    keys.to_words("Withdraw or withhold")
    keys.go()
    keys.write("id_reason", "At the request of its holder.")
    keys.press("Tab")
    keys.go()
    assert Availability.objects.get().withdrawn_reason == "At the request of its holder."
    keys.to_words("Release")
    keys.go()
    keys.to_words("Release")
    keys.go()
    assert Availability.objects.get().withdrawn_at is None


def test_a_mistake_is_one_key_from_its_field(keys: Keyboard) -> None:
    keys.page.goto("/admin/records/record/add/")
    keys.write("id_date", "1950-02-30")
    keys.go()
    expect(keys.page.locator("[data-mistakes]")).to_be_focused()
    assert keys.page.locator("[data-mistakes] li").all_inner_texts() == [
        "Title: This field is required.",
        "Date of the document: 1950-02-30 is not a day: February 1950 had 28 days. "
        "Write 1950-02-28, or 1950-02 where the day is not known.",
    ]
    keys.press("Tab", "Tab", "Enter")
    expect(keys.page.locator("#id_date")).to_be_focused()


def test_a_row_removed_leaves_the_keyboard_beside_it(keys: Keyboard) -> None:
    keys.page.goto("/admin/records/record/add/")
    keys.to_words("Add another place")
    keys.press("Enter")
    keys.stands_at("id_place_mentions-0-place")
    keys.press("Enter")
    expect(keys.page.locator(".select2-search--dropdown input")).to_be_focused()
    keys.press("Escape")
    keys.stands_at("id_place_mentions-0-place")
    keys.to_words("Remove")
    keys.press("Space")
    expect(keys.page.locator("#place_mentions-group .add-row a")).to_be_focused()
    assert keys.page.locator("#id_place_mentions-0-place").count() == 0


def test_a_file_is_checked_accepted_and_published(keys: Keyboard) -> None:
    good = {
        "title": "A letter by file",
        "texts": [{"key": "en", "language": "en", "kind": "original", "body": "Hello."}],
    }
    lines = "\n".join(json.dumps(line) for line in (good, {"title": "B", "date": "soon"}))
    # The browser hands its chooser over from the first listener on: the one below comes too late for
    # it now and then.
    keys.page.on("filechooser", lambda _: None)
    keys.to_words("Upload a file of records")
    keys.go()
    keys.to("id_file")
    with keys.page.expect_file_chooser() as chooser:
        keys.press("Enter")
    chooser.value.set_files({"name": "a.jsonl", "mimeType": "text/plain", "buffer": lines.encode()})
    keys.to_words("Check the file")
    keys.go()
    expect(keys.page.get_by_role("heading", name="1 record can be taken")).to_be_visible()
    expect(keys.page.locator(".refusals tbody")).to_contain_text("“soon” is not a date")
    keys.to_words("Accept as drafts")
    keys.go()
    expect(keys.page.get_by_role("heading", name="1 record stands as a draft")).to_be_visible()
    assert not Edition.objects.exists()
    keys.to_words("Publish all")
    keys.go()
    expect(keys.page.get_by_role("heading", name="Published")).to_be_visible()
    assert Edition.objects.get().title == "A letter by file"
