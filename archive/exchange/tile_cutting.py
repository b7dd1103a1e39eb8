"""Cuts one page image into the tiles of a deep zoom, in a process of its own.

Run as ``python -m archive.exchange.tile_cutting SOURCE TARGET``: that process, and never the one
that serves, holds the whole image in memory, under a limit that the kernel keeps. TARGET becomes a
zip file whose entries are named as IIIF Image API 3.0 names them, ``region/size``. The process ends
with 1 where the image cannot be cut, and says why on its standard output; with 2 where it might be
another time.
"""

from __future__ import annotations

import io
import resource
import sys
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PIL import Image, ImageOps

TILE = 512
#: A scan whose longer side is no longer than this is shown whole.
SMALL = 1500
#: Whole images are kept of the levels whose longer side is under this.
PREVIEW = 2000
#: A page beside its text is read at this width or more, where the scan is as wide.
READABLE = 700
#: As many pixels as Pillow opens without a warning; one side is as long as a JPEG's may be.
MOST_PIXELS = 89_000_000
MOST_SIDE = 65_535
MOST_MEMORY = 1280 * 1024 * 1024
MOST_SECONDS = 60
_QUALITY = 82
_LARGEST_PROFILE = 16 * 1024
#: The entry that says what the others are, and where the picture of "full/max" is said to be.
INFO = "info"


class Uncut(ValueError):
    """The image cannot be cut; the message is shown to readers."""


@dataclass(frozen=True, slots=True)
class Pyramid:
    """What the pieces of a scan are. ``factors`` are the scale factors of its tiles, none where it
    is shown whole; ``sizes`` those of whole images, the largest first."""

    width: int
    height: int
    factors: tuple[int, ...]
    sizes: tuple[tuple[int, int], ...]

    @property
    def readable(self) -> tuple[int, int]:
        """The size of the smallest whole image that can be read, else of the largest."""
        wide = [size for size in self.sizes if size[0] >= READABLE]
        return min(wide, default=self.sizes[0])


def cut(source: Path, target: Path) -> Pyramid:
    """Write the pieces of the image at ``source``; raises ``Uncut``, or what a decoder raises."""
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as pieces:
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(source, formats=("JPEG", "PNG", "WEBP")) as received:
            _check(received)
            as_received = _shown_as_stored(received)
            image = _upright(received)
        pyramid = pyramid_of(*image.size)
        pieces.writestr(INFO, msgspec.json.encode(pyramid))
        if as_received:
            pieces.writestr(f"full/{image.width},{image.height}", source.read_bytes())
        else:
            _write(pieces, image, pyramid)
    return pyramid


def pyramid_of(width: int, height: int) -> Pyramid:
    """The levels that an image of that size is cut into, each half the one before."""
    if max(width, height) <= SMALL:
        return Pyramid(width, height, (), ((width, height),))
    factors = [1]
    while max(width, height) > TILE * factors[-1]:
        factors.append(factors[-1] * 2)
    levels = [(-(-width // factor), -(-height // factor)) for factor in factors]
    whole = tuple(level for level in levels if max(level) < PREVIEW)
    return Pyramid(width, height, tuple(factors), whole)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as browsers show it, read from its beginning alone."""
    turned = Image.Exif()
    turned.load(image.info.get("exif", b""))
    sideways = turned.get(0x0112, 1) in (5, 6, 7, 8)
    return (image.height, image.width) if sideways else image.size


def _check(image: Image.Image) -> None:
    if max(image.size) > MOST_SIDE:
        raise Uncut(f"it is {max(image.size):,} pixels long; at most {MOST_SIDE:,} are shown")
    if image.width * image.height > MOST_PIXELS:
        raise Uncut(f"it has {image.width * image.height:,} pixels; at most {MOST_PIXELS:,}")


def _shown_as_stored(image: Image.Image) -> bool:
    """Whether the bytes received can stand for the whole picture: a small, upright JPEG."""
    upright = image.getexif().get(0x0112, 1) == 1
    return image.format == "JPEG" and upright and max(image.size) <= SMALL


def _upright(image: Image.Image) -> Image.Image:
    """As browsers show it: turned as its EXIF says, on white where it is transparent, in a mode
    that JPEG knows. Its colour profile is kept where its numbers are."""
    profile = image.info.get("icc_profile", b"")
    mode = image.mode
    image.load()
    flat = _flat(image)
    ImageOps.exif_transpose(flat, in_place=True)
    kept = flat.mode == mode and len(profile) <= _LARGEST_PROFILE
    flat.info = {"icc_profile": profile} if kept and profile else {}
    return flat


def _flat(image: Image.Image) -> Image.Image:
    if image.mode in {"L", "RGB"} and "transparency" not in image.info:
        return image
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        above = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(above, mask=above.getchannel("A"))
        return ground
    return image.convert("L" if image.mode == "1" else "RGB")


def _write(pieces: zipfile.ZipFile, level: Image.Image, pyramid: Pyramid) -> None:
    """The pieces of the image, level by level; ``level`` is at first the image itself."""
    whole, profile = level.size, level.info.get("icc_profile")
    for factor in pyramid.factors or (1,):
        level = level.reduce(2) if factor > 1 else level
        if level.size in pyramid.sizes:
            pieces.writestr(f"full/{level.width},{level.height}", _jpeg(level, profile))
        for name, box in _tiles(whole, level.size, factor) if pyramid.factors else ():
            pieces.writestr(name, _jpeg(level.crop(box), profile))


def _tiles(
    whole: tuple[int, int], level: tuple[int, int], factor: int
) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    """Name and box of each tile of a level, but of one that is the whole level."""
    if max(level) <= TILE:
        return
    step = TILE * factor
    for top in range(0, level[1], TILE):
        for left in range(0, level[0], TILE):
            right, bottom = min(left + TILE, level[0]), min(top + TILE, level[1])
            x, y = left * factor, top * factor
            region = f"{x},{y},{min(step, whole[0] - x)},{min(step, whole[1] - y)}"
            yield f"{region}/{right - left},{bottom - top}", (left, top, right, bottom)


def _jpeg(image: Image.Image, profile: bytes | None) -> bytes:
    made = io.BytesIO()
    image.save(made, "JPEG", quality=_QUALITY, optimize=True, icc_profile=profile)
    return made.getvalue()


def main(source: str, target: str) -> int:
    """What the process does; its exit status."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        cut(Path(source), Path(target))
    except Exception as fault:  # Pillow's decoders raise whatever a broken file makes them raise
        print(fault if isinstance(fault, Uncut) else f"it cannot be read: {fault or 'too large'}")
        # Only the system's own faults have a number: no room on the disk, no file.
        return 2 if isinstance(fault, OSError) and fault.errno is not None else 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
