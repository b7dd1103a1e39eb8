"""Staff answer readers' reports by keyboard, in a real browser; readers see the outcome."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from archive.editions.models import Report
from archive.editions.reporting import report
from tests import world
from tests.journeys.conftest import clean

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _two_waiting(transactional_db: None) -> None:
    """Two reports on one record."""
    edition = world.published(world.cable_document())
    report(edition, passage="p2", message="The Russian text has 180.", words="189")
    report(edition, passage="", message="Buy cheap watches.")


def test_reports_are_answered_one_after_the_other_and_the_outcome_is_public(staff: Page) -> None:
    staff.get_by_role("link", name="Reports", exact=True).first.press("Enter")
    staff.get_by_role("link", name="The Russian text has 180.").press("Enter")
    expect(staff.locator("mark")).to_have_text("189")
    staff.get_by_role("textbox", name="Your answer").focus()
    staff.keyboard.type("The print has 189; the Russian file has 180.")
    staff.keyboard.press("Tab")
    staff.keyboard.press("Enter")

    expect(staff.get_by_text("Buy cheap watches.")).to_be_visible()
    staff.get_by_role("button", name="Set it aside").press("Enter")
    expect(staff.get_by_text("is set aside. Readers see nothing of it.")).to_be_visible()
    assert not Report.objects.filter(state="open").exists()

    record = Report.objects.first()
    assert record is not None
    staff.goto(f"/records/{record.edition.record_id}/")
    expect(staff.get_by_text("The print has 189; the Russian file has 180.")).to_be_visible()
    expect(staff.get_by_text("Buy cheap watches.")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(another: Callable[..., Page], scheme: str) -> None:
    page = another(color_scheme=scheme, bypass_csp=True)
    first = Report.objects.order_by("pk").first()
    assert first is not None
    for address in ("", f"{first.pk}/change/"):
        page.goto(f"/admin/editions/report/{address}")
        clean(page)
