"""The one stylesheet of the reading room, joined from its parts under ``static/css``.

A page then asks once for all its style (about 5 KB compressed), under a name that holds the hash
of its content, and every later page finds it in the browser's cache.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

#: In the order of the cascade; each is ``static/css/<part>.css``.
PARTS = (
    "tokens",
    "fonts",
    "base",
    "masthead",
    "record",
    "desk",
    "desk-bar",
    "collation",
    "notes",
    "dossier",
    "home",
    "search",
    "print",
)
_BESIDE = re.compile(r'url\("\.\./([^"]+)"\)')


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """``name`` is the hash in its address, ``body`` the CSS."""

    name: str
    body: bytes

    @property
    def url(self) -> str:
        """Its address, new whenever a part changes."""
        return reverse("web:stylesheet", args=[self.name])


@cache
def stylesheet() -> Stylesheet:
    """The parts joined, addresses of fonts resolved; read once a process."""
    folder = Path(settings.BASE_DIR) / "static" / "css"
    joined = "".join((folder / f"{part}.css").read_text("utf-8") for part in PARTS)
    body = _BESIDE.sub(lambda found: f'url("{static(found[1])}")', joined).encode()
    return Stylesheet(hashlib.sha256(body).hexdigest()[:16], body)
