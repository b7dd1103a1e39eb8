from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from archive.editions.document import ScanDocument
from archive.exchange.ingest.decode import Refused
from archive.exchange.ingest.scans import MOST_PIXELS, image_format, stored_scan
from tests.shared_data import shared_path

pytestmark = pytest.mark.django_db


def an_image(kind: str = "PNG", shade: int = 200) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (4, 3), shade).save(stream, kind)
    return stream.getvalue()


def scan(data: bytes, file: str = "leaf.png") -> ScanDocument:
    return ScanDocument(file=file, sha256=hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("folder", ["", "scans"])
def test_a_scan_is_found_beside_the_file_or_in_scans_and_kept_by_its_digest(
    tmp_path: Path, folder: str
) -> None:
    data = an_image(shade=len(folder))
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / "leaf.png").write_bytes(data)
    name = stored_scan(scan(data), tmp_path, "scans[0]")
    digest = hashlib.sha256(data).hexdigest()
    assert name == f"scans/{digest[:2]}/{digest}.png"
    with default_storage.open(name) as kept:
        assert kept.read() == data


def test_a_file_with_another_digest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leaf.png").write_bytes(an_image(shade=1))
    with pytest.raises(Refused, match=r"scans\[0\].sha256: leaf.png has another digest"):
        stored_scan(scan(an_image(shade=2)), tmp_path, "scans[0]")


def test_a_link_out_of_the_folder_is_no_scan(tmp_path: Path) -> None:
    data = an_image(shade=3)
    (tmp_path / "elsewhere.png").write_bytes(data)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "leaf.png").symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(Refused, match="does not lie beside"):
        stored_scan(scan(data), tmp_path / "in", "scans[0]")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg onload='alert(1)'/>", "is no image that can be read"),
        (an_image("TIFF"), "is neither JPEG, PNG nor WebP"),
    ],
)
def test_what_no_browser_shows_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        image_format(data, "scans[0]")


def test_an_image_that_unfolds_to_far_too_many_pixels_is_refused() -> None:
    data = shared_path("data/bad-inputs/images/lottapixel.jpg").read_bytes()
    with pytest.raises(Refused, match=rf"at most {MOST_PIXELS:,}|is no image"):
        image_format(data, "scans[0]")
