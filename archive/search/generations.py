"""Where an embedded index lies: generations beside each other, one of them current.

``<folder>/current`` holds the name of the current generation, a folder beside it. A rebuild
writes a new one and then replaces that file in one step, so that a reader has the old index or
the new one, whole. The name ends in the analyser's version and the schema's: an index of another
version is no index.
"""

from __future__ import annotations

import os
import shutil
import time
import uuid
from functools import lru_cache
from pathlib import Path

from archive.search import analyser

#: Of the fields of the index and the values of its facets; counts up when they change.
SCHEMA_VERSION = 9

_CURRENT = "current"
#: Nanoseconds in which a file may be replaced by another of the same time, number and size.
_UNSURE = 2_000_000_000


def version() -> str:
    """What an index must have been made with to be read."""
    return f"a{analyser.VERSION}s{SCHEMA_VERSION}"


def current(folder: Path) -> str | None:
    """The name of the current generation; None where there is none that can be read."""
    try:
        pointer = _pointer(folder)
        status = pointer.stat()
        stamp = (status.st_mtime_ns, status.st_ino, status.st_size)
        settled = time.time_ns() - status.st_mtime_ns > _UNSURE
        name, meta = (_read if settled else _read.__wrapped__)(pointer, stamp, version())
        return name if meta.is_file() else None
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=16)
def _pointer(folder: Path) -> Path:
    return folder / _CURRENT


@lru_cache(maxsize=16)
def _read(pointer: Path, stamp: tuple[int, int, int], made_with: str) -> tuple[str, Path]:
    """The name that stands in the file as long as it has this stamp, and the file that its index
    cannot be without: each search asks three times. Raises ``ValueError`` where it names no index of
    this version."""
    name = pointer.read_text().strip()
    if not _is_generation(name) or not name.endswith(f"-{made_with}"):
        raise ValueError(name)
    return name, pointer.with_name(name) / "meta.json"


def begin(folder: Path) -> str:
    """Make an empty folder for a new generation and return its name."""
    name = f"{uuid.uuid4().hex}-{version()}"
    (folder / name).mkdir(parents=True)
    return name


def take_over(folder: Path, name: str) -> None:
    """Make a generation the current one, and delete those that no reader can still be opening:
    all but it and the one before."""
    before = current(folder)
    waiting = folder / f"{_CURRENT}.{os.getpid()}"
    waiting.write_text(name)
    waiting.replace(folder / _CURRENT)
    for other in folder.iterdir():
        if other.is_dir() and other.name not in {name, before} and _is_generation(other.name):
            shutil.rmtree(other, ignore_errors=True)


def discard(folder: Path, name: str) -> None:
    """Delete a generation that did not become current."""
    shutil.rmtree(folder / name, ignore_errors=True)


def _is_generation(name: str) -> bool:
    """Nothing else in the folder is ours to delete."""
    stem, _, made_with = name.partition("-")
    return len(stem) == 32 and stem.isalnum() and made_with.startswith("a")
