"""One script of all that a record's page does."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.test import Client

from archive.web.script import PARTS, record_script

FOLDER = Path(settings.BASE_DIR) / "static" / "js"


def test_each_part_in_a_block_of_its_own() -> None:
    parts = [(FOLDER / f"{part}.js").read_text("utf-8") for part in PARTS]
    assert record_script().body.decode() == "".join(f"{{\n{part}}}\n" for part in parts)
    assert not any(re.search(r"^(import|export)\b", part, re.MULTILINE) for part in parts)


def test_named_by_its_content_and_kept_for_ever(client: Client) -> None:
    script = record_script()
    assert script.url == f"/js/{script.name}.js"
    response = client.get(script.url)
    assert (response.content, response.headers["Content-Type"]) == (
        script.body,
        "text/javascript; charset=utf-8",
    )
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get("/js/0123456789abcdef.js").status_code == 404
