"""The one script of a record's page, joined from a module for each behaviour under ``static/js``.

Each stands in a block of its own, so that no name of one is known to another.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from archive.web.joined import Joined, join

#: In the order in which they run; each is ``static/js/<part>.js``.
PARTS = ("suggestions", "copying", "menus", "desk", "passage-menu")


@cache
def record_script() -> Joined:
    """The parts joined; read once a process."""
    folder = Path(settings.BASE_DIR) / "static" / "js"
    parts = ((folder / f"{part}.js").read_text("utf-8") for part in PARTS)
    return join(
        "web:script", "text/javascript; charset=utf-8", "".join(f"{{\n{p}}}\n" for p in parts)
    )
