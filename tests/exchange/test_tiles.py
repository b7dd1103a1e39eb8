"""Tiles kept beside their scan: made once, one at a time, never half."""

from __future__ import annotations

import fcntl
import hashlib
import io
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from archive.exchange import tiles
from archive.exchange.ingest.scans import keep
from archive.exchange.tile_cutting import Pyramid
from archive.exchange.tiles import Busy, NoTiles, measured, stored_as, tiles_of


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The images that were cut, each by a process of its own."""
    begun: list[Any] = []

    def noted(command: list[Any], **options: Any) -> Any:
        begun.append(command[3])
        return run(command, **options)

    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", noted)
    return begun


def scan(width: int = 1600, height: int = 1000, cut_off: int = 0) -> str:
    """The digest of a scan that is kept; ``cut_off`` bytes are lost at its end."""
    received = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(received, "JPEG")
    data = received.getvalue()[: received.tell() - cut_off]
    digest = hashlib.sha256(data).hexdigest()
    keep(data, digest, "scans[0]")
    return digest


def beside(digest: str) -> set[str]:
    folder = Path(default_storage.path(f"scans/{digest[:2]}"))
    return {file.name.removeprefix(digest) for file in folder.iterdir()}


def test_made_once_and_kept_beside_the_scan(cuts: list[Any]) -> None:
    digest = scan()
    made = tiles_of(digest)
    assert made.pyramid == Pyramid(1600, 1000, (1, 2, 4), ((1600, 1000), (800, 500), (400, 250)))
    assert beside(digest) == {".jpg", ".tiles.zip"}
    assert tiles_of(digest) == made
    assert len(cuts) == 1


def test_pieces_by_their_canonical_names() -> None:
    made = tiles_of(scan())
    whole = made.piece("full", "max")
    assert whole is not None
    assert whole == made.piece("full", "1600,1000")
    assert made.piece("512,512,512,488", "512,488") is not None
    for region, size in (
        ("full", "1599,1000"),
        ("0,0,512,512", "max"),
        ("0,0,512,511", "512,511"),
        ("info", ""),
        ("..", "info"),
    ):
        assert made.piece(region, size) is None


def test_where_no_such_scan_is_kept() -> None:
    with pytest.raises(LookupError):
        tiles_of("0" * 64)
    assert stored_as("0" * 64) is None


def test_an_image_that_cannot_be_cut_is_tried_once(cuts: list[Any]) -> None:
    digest = scan(cut_off=3000)
    for _ in range(3):
        with pytest.raises(NoTiles, match=r"^it cannot be read: image file is truncated"):
            tiles_of(digest)
    assert beside(digest) == {".jpg", ".tiles.txt"}
    assert len(cuts) == 1


def test_readers_at_once_make_them_once(monkeypatch: pytest.MonkeyPatch, cuts: list[Any]) -> None:
    monkeypatch.setattr(tiles, "_WAIT_SECONDS", 600)
    digest = scan()
    with ThreadPoolExecutor(2) as readers:
        made = list(readers.map(tiles_of, [digest, digest]))
    assert made[0] == made[1]
    assert len(cuts) == 1


def test_no_more_threads_wait_than_have_turns(
    monkeypatch: pytest.MonkeyPatch, cuts: list[Any]
) -> None:
    monkeypatch.setattr(tiles, "_WAIT_SECONDS", 0.2)
    digest = scan()
    with Path(default_storage.path("scans/tiles.lock")).open("a") as elsewhere:
        fcntl.flock(elsewhere, fcntl.LOCK_EX)
        with pytest.raises(Busy):
            tiles_of(digest)
    with tiles._TURNS, tiles._TURNS, pytest.raises(Busy):
        tiles_of(digest)
    assert cuts == []
    assert tiles_of(digest).pyramid.width == 1600


@pytest.mark.parametrize("status", [2, -9])
def test_the_machine_s_own_faults_are_not_held_against_the_image(
    monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    digest = scan()
    with monkeypatch.context() as patch:
        patch.setattr(
            subprocess,
            "run",
            lambda command, **_: subprocess.CompletedProcess(command, status, "", ""),
        )
        with pytest.raises(Busy):
            tiles_of(digest)
    assert beside(digest) == {".jpg"}
    assert tiles_of(digest).pyramid.width == 1600


def test_what_a_killed_process_left_is_written_over() -> None:
    digest = scan()
    left = Path(default_storage.path(f"scans/{digest[:2]}/{digest}.tiles.part"))
    left.write_bytes(b"half a file")
    assert tiles_of(digest).pyramid.width == 1600
    assert beside(digest) == {".jpg", ".tiles.zip"}


def test_measured_as_it_is_shown_without_being_cut(cuts: list[Any]) -> None:
    assert measured(scan(1600, 1000)) == (1600, 1000)
    assert measured(scan(900, 1200, cut_off=500)) == (900, 1200)
    assert cuts == []


def test_what_is_not_kept_or_no_image_has_no_measure() -> None:
    assert measured("0" * 64) is None
    default_storage.save(f"scans/{'1' * 2}/{'1' * 64}.jpg", io.BytesIO(b"no image"))
    assert measured("1" * 64) is None


def test_the_picture_to_read_is_whole() -> None:
    with Image.open(io.BytesIO(tiles_of(scan(3000, 4000)).picture)) as image:
        assert image.size == (750, 1000)
