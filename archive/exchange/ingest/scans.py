"""Page images that come beside a file of records: found, proved, and kept once."""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from archive.editions.check import Problem
from archive.editions.document import ScanDocument
from archive.exchange.ingest.decode import Refused
from archive.texts.models import Scan

#: What a browser shows, by the name Pillow gives it.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
MOST_PIXELS = 100_000_000
MOST_BYTES = 64 * 1024 * 1024
_NOT_THERE = (
    "does not lie beside the file of records. "
    "Give it along with the file: a pack of the archive holds its scans, an export does not."
)


def stored_scan(scan: ScanDocument, beside: Path | None, path: str) -> str:
    """The name in storage of that image, kept there first where it is new.

    The bytes are those already stored under the same digest, or those of the file in the folder
    ``beside`` or in ``scans`` in it; raises ``Refused`` where neither is there, or the file is not what it is said to
    be. ``path`` is where the record speaks of it.
    """
    known = Scan.objects.filter(sha256=scan.sha256).exclude(image="").first()
    if known is not None:
        return str(known.image.name)
    places = [beside / scan.file, beside / "scans" / scan.file] if beside else []
    file = next((place for place in places if place.is_file() and not place.is_symlink()), None)
    if file is None:
        raise Refused([Problem(f"{path}.file", f"{scan.file} {_NOT_THERE}")])
    if file.stat().st_size > MOST_BYTES:
        raise Refused([Problem(f"{path}.file", f"larger than {MOST_BYTES // 2**20} MiB.")])
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != scan.sha256:
        raise Refused(
            [Problem(f"{path}.sha256", f"{scan.file} has another digest. Send it again.")]
        )
    return keep(data, scan.sha256, path)


def keep(data: bytes, sha256: str, path: str) -> str:
    """Keep image bytes under their digest and return the name in storage; raises ``Refused``."""
    name = f"scans/{sha256[:2]}/{sha256}.{image_format(data, path)}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
    return name


def image_format(data: bytes, path: str) -> str:
    """The ending for these bytes; raises ``Refused`` for what no browser shows or is too big."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                ending = FORMATS.get(image.format or "")
                pixels = image.width * image.height
                image.verify()
    except Exception as fault:  # Pillow's decoders raise whatever a broken file makes them raise
        raise Refused([Problem(f"{path}.file", f"is no image that can be read: {fault}")]) from None
    if ending is None:
        raise Refused([Problem(f"{path}.file", "is neither JPEG, PNG nor WebP. Convert it.")])
    if pixels > MOST_PIXELS:
        raise Refused([Problem(f"{path}.file", f"{pixels:,} pixels; at most {MOST_PIXELS:,}.")])
    return ending
