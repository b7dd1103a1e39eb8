"""Which program it is that aligns and compares texts."""

from __future__ import annotations

import hashlib
import platform
from pathlib import Path

from django.conf import settings

from archive.parallel import Lexicons

_PACKAGES = ("parallel", "editions", "texts")
"""Where it stands in this archive; what it takes from others is pinned in requirements.txt, where
that was installed from a clone."""


def _fingerprint() -> str:
    digest = hashlib.sha256(platform.python_version().encode())
    for path in sorted(_sources(settings.BASE_DIR)):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(folder: Path) -> list[Path]:
    found = list(folder.glob("requirements.txt"))
    for package in _PACKAGES:
        for kind in ("*.py", "*.json"):
            found += (folder / "archive" / package).rglob(kind)
    return found


PROGRAM = _fingerprint()
"""Changes with every line of the program. What another program has compared is compared again and
not taken over. Reckoned when loaded: files may be replaced under a process that runs."""


def program_of(lexicons: Lexicons) -> str:
    """The program with the lexicons by which it aligns: each time one is learned, another."""
    names = sorted({lexicon.name for lexicon in lexicons.values()})
    return hashlib.sha256("\n".join([PROGRAM, *names]).encode()).hexdigest() if names else PROGRAM
