"""The one stylesheet of the reading room (about 5 KB compressed), joined from its parts under
``static/css``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

from archive.web.joined import Joined, join

#: In the order of the cascade; each is ``static/css/<part>.css``.
PARTS = (
    "tokens",
    "fonts",
    "base",
    "masthead",
    "suggestions",
    "record",
    "desk",
    "desk-bar",
    "collation",
    "notes",
    "dossier",
    "home",
    "search",
    "quotations",
    "list",
    "pack",
    "print",
)
#: Linked apart by the pages that need them, so that no other carries their weight.
APART = ("scans",)
_BESIDE = re.compile(r'url\("\.\./([^"]+)"\)')


@cache
def stylesheet() -> Joined:
    """The parts joined, addresses of fonts resolved; read once a process."""
    folder = Path(settings.BASE_DIR) / "static" / "css"
    joined = "".join((folder / f"{part}.css").read_text("utf-8") for part in PARTS)
    resolved = _BESIDE.sub(lambda found: f'url("{static(found[1])}")', joined)
    return join("web:stylesheet", "text/css; charset=utf-8", resolved)
