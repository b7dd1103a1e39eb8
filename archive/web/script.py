"""The one script of a page, joined from a module for each behaviour under ``static/js``.

Each stands in a block of its own, so that no name of one is known to another.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from archive.web.joined import Joined, join

#: By page, in the order in which they run; each is ``static/js/<part>.js``.
PARTS = {
    "record": (
        "suggestions",
        "copying",
        "menus",
        "keys",
        "desk",
        "passage-menu",
        "citing",
        "selecting",
        "listing",
    ),
    "search": ("suggestions", "menus", "exporting", "histogram", "listing"),
    "pack": ("suggestions", "printing", "listing"),
    "list": ("suggestions", "menus", "list-copying", "listing"),
    "page": ("suggestions", "listing"),
}


@cache
def script_of(page: str) -> Joined:
    """The parts of that page's script joined; read once a process."""
    folder = Path(settings.BASE_DIR) / "static" / "js"
    parts = ((folder / f"{part}.js").read_text("utf-8") for part in PARTS[page])
    return join(
        "web:script", "text/javascript; charset=utf-8", "".join(f"{{\n{p}}}\n" for p in parts)
    )


def named(name: str) -> Joined | None:
    """The script of that name, which is the hash in its address."""
    return next((made for page in PARTS if (made := script_of(page)).name == name), None)
