"""A reader reads what the archive says of a difference, and reports an error."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from archive.editions.deciding import judge
from archive.editions.models import Report
from archive.web import report_tokens
from tests import world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def _clean(page: Page) -> None:
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []


def test_a_reader_reads_the_explanation_of_a_difference(page: Page) -> None:
    edition = world.published(world.cable_document())
    said = {"en": "189", "ru": "180"}
    judge(edition.record, kind="number", words=said, state="explained", note="A slip.", by="Ada")
    page.goto(f"/records/{edition.record_id}/verdicts/1/")
    expect(page.get_by_text("A slip.")).to_be_visible()
    _clean(page)
    page.get_by_role("link", name="Read it on facing pages").click()
    expect(page.locator("#p2")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_report_is_sent(page: Page, scripts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_tokens, "LEAST_AGE", 0)
    edition = world.published(world.cable_document())
    page.goto(f"/records/{edition.record_id}/report/?passage=p11")
    _clean(page)
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=scripts)
    reader = context.new_page()
    reader.goto(page.url)
    reader.get_by_label("The words at fault").fill("180")
    reader.get_by_label("What is wrong, and how you know").fill("The print has 189.")
    reader.get_by_role("button", name="Send the report").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Report 1")
    sent = Report.objects.get()
    assert (sent.passage, sent.words, sent.message) == ("p11", "180", "The print has 189.")
    page.goto(reader.url)
    _clean(page)
    context.close()
