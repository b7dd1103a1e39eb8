"""Files under ``static`` joined into one answer, under a name that holds the hash of its content: a
page then asks for them once, and every later page finds them in the browser's cache."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from archive.web.paths import path_to


@dataclass(frozen=True, slots=True)
class Joined:
    """``view`` serves it, ``type`` is its media type, ``name`` the hash in its address."""

    view: str
    type: str
    name: str
    body: bytes

    @property
    def url(self) -> str:
        """Its address, new whenever a part changes."""
        return path_to(self.view, self.name)


def join(view: str, type: str, parts: str) -> Joined:
    """These parts as one."""
    body = parts.encode()
    return Joined(view, type, hashlib.sha256(body).hexdigest()[:16], body)
