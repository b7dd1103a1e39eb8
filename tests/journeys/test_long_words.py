"""A word without end breaks where the page does, on a phone and on a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from archive.search.outbox import drain
from tests import world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

_WORD = "W" * 1_000


@pytest.mark.parametrize("width", [390, 1400])
def test_no_page_is_wider_than_its_window(page: Page, width: int) -> None:
    edition = world.published(
        world.document(
            title=_WORD,
            summary=_WORD,
            people=[{"name": _WORD[:500], "role": "sender"}],
            places=[{"name": _WORD[:500], "role": "origin"}],
            collections=[_WORD[:500]],
            subjects=[_WORD],
            provenance_note=_WORD,
            held=[{"type": "archive", "repository": _WORD[:400], "reference": _WORD}],
            texts=[
                world.text(
                    "en", f"# {_WORD}\n\n{_WORD}\n\n| {_WORD} | a |\n| --- | --- |\n| b | c |"
                ),
                world.text("ru", _WORD),
            ],
        )
    )
    drain()
    page.set_viewport_size({"width": width, "height": 800})
    paths = ("/", "/search/", f"/search/?q={_WORD}", f"/records/{edition.record_id}/")
    for path in (*paths, f"/records/{edition.record_id}/changes/", f"/search/?page={_WORD}"):
        page.goto(path)
        reached = page.evaluate("document.documentElement.scrollWidth")
        assert (path[:40], reached) == (path[:40], width)
