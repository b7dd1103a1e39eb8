"""The tiles of page images: made when a reader first looks closely, kept beside the scan.

Each scan has one file of pieces, under its digest, so that it is there whole or not at all. What is
shown to whom is the caller's affair: nothing here knows of editions or embargoes.
"""

from __future__ import annotations

import fcntl
import logging
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

import msgspec
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from archive.exchange.tile_cutting import INFO, MOST_SECONDS, Pyramid, upright_size

logger = logging.getLogger(__name__)

#: Media types by the endings under which scans are kept.
IMAGES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
#: Threads of a process that may make tiles or wait for them, and how long they wait.
_TURNS = BoundedSemaphore(2)
_WAIT_SECONDS = 10


class NoTiles(ValueError):
    """This scan cannot be shown closely; the message says why."""


class Busy(RuntimeError):
    """Tiles of other scans are being made: ask again in a moment."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """The pieces of one scan. ``path`` is their file."""

    path: Path
    pyramid: Pyramid

    def piece(self, region: str, size: str) -> bytes | None:
        """The JPEG of that region at that size, spelled as IIIF's canonical form spells them;
        None where there is no such piece."""
        if size == "max":
            size = "{},{}".format(*self.pyramid.sizes[0])
        with zipfile.ZipFile(self.path) as pieces:
            name = f"{region}/{size}"
            return pieces.read(name) if name in pieces.NameToInfo else None

    @property
    def picture(self) -> bytes:
        """The JPEG of the whole image, of the size at which a page is read beside its text."""
        with zipfile.ZipFile(self.path) as pieces:
            return pieces.read("full/{},{}".format(*self.pyramid.readable))


def stored_as(sha256: str) -> str | None:
    """The name in storage of the image with that digest; None where none is kept."""
    names = (f"scans/{sha256[:2]}/{sha256}.{ending}" for ending in IMAGES)
    return next(filter(default_storage.exists, names), None)


def measured(sha256: str) -> tuple[int, int] | None:
    """Width and height of the image of that digest as browsers show it, read from its beginning
    alone; None where no such image is kept, or where it cannot be read."""
    name = stored_as(sha256)
    if name is None:
        return None
    try:
        with Image.open(default_storage.path(name)) as image:
            return upright_size(image)
    except Exception as fault:  # Pillow's readers raise whatever a broken file makes them raise
        logger.warning("The size of %s cannot be read: %s", name, fault)
        return None


def tiles_of(sha256: str) -> Tiles:
    """The tiles of the scan of that digest, made now where they are not there yet.

    Raises ``NoTiles`` where the image cannot be cut, ``Busy`` where others are being made, and
    ``LookupError`` where no such image is kept.
    """
    name = stored_as(sha256)
    if name is None:
        raise LookupError(sha256)
    source = Path(default_storage.path(name))
    pieces = source.with_suffix(".tiles.zip")
    if not pieces.exists():
        _make(source, pieces)
    with zipfile.ZipFile(pieces) as kept:
        return Tiles(pieces, msgspec.json.decode(kept.read(INFO), type=Pyramid))


def _make(source: Path, pieces: Path) -> None:
    """One image at a time on this machine, whoever asks: each takes its own size in memory."""
    refusal = source.with_suffix(".tiles.txt")
    if not refusal.exists():
        with _turn(source.parent.parent / "tiles.lock"):
            if not pieces.exists() and not refusal.exists():
                _cut(source, pieces, refusal)
    if refusal.exists():
        raise NoTiles(refusal.read_text("utf-8"))


@contextmanager
def _turn(lock: Path) -> Iterator[None]:
    if not _TURNS.acquire(blocking=False):
        raise Busy
    try:
        with lock.open("a") as handle:
            _lock(handle.fileno())
            yield
    finally:
        _TURNS.release()


def _lock(handle: int) -> None:
    """Freed when the file is closed. Raises ``Busy`` where it is not to be had in good time."""
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Busy from None
            time.sleep(0.05)
        else:
            return


def _cut(source: Path, pieces: Path, refusal: Path) -> None:
    """The pieces, or the sentence that says why there are none, so that it is not tried again."""
    unfinished = pieces.with_suffix(".part")
    command = [sys.executable, "-m", "archive.exchange.tile_cutting", str(source), str(unfinished)]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            cwd=settings.BASE_DIR,
            text=True,
            timeout=5 * MOST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise Busy from None
    if done.returncode == 0:
        unfinished.replace(pieces)
        return
    unfinished.unlink(missing_ok=True)
    if done.returncode == -signal.SIGXCPU:
        refusal.write_text(f"it takes longer than {MOST_SECONDS} seconds to cut", "utf-8")
    elif done.returncode == 1:
        refusal.write_text(done.stdout.strip(), "utf-8")
    else:
        logger.error("Tiles of %s were not made: %s %s", source, done.stdout, done.stderr)
        raise Busy
