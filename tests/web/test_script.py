"""One script of all that a page does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from archive.web.script import PARTS, script_of

FOLDER = Path(settings.BASE_DIR) / "static" / "js"


@pytest.mark.parametrize("page", PARTS)
def test_each_part_in_a_block_of_its_own(page: str) -> None:
    parts = [(FOLDER / f"{part}.js").read_text("utf-8") for part in PARTS[page]]
    assert script_of(page).body.decode() == "".join(f"{{\n{part}}}\n" for part in parts)
    assert not any(re.search(r"^(import|export)\b", part, re.MULTILINE) for part in parts)


@pytest.mark.parametrize("page", PARTS)
def test_named_by_its_content_and_kept_for_ever(client: Client, page: str) -> None:
    script = script_of(page)
    assert script.url == f"/js/{script.name}.js"
    response = client.get(script.url)
    assert (response.content, response.headers["Content-Type"]) == (
        script.body,
        "text/javascript; charset=utf-8",
    )
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get("/js/0123456789abcdef.js").status_code == 404
