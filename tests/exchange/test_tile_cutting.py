"""Page images cut into tiles, and hostile ones refused."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from archive.exchange.tile_cutting import MOST_SIDE, Pyramid, cut, pyramid_of, upright_size


def drawn(folder: Path, width: int, height: int, name: str = "page.jpg", **options: Any) -> Path:
    """An image that is red above left, green above right, blue below."""
    image = Image.new(options.pop("mode", "RGB"), (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height // 2))
    image.paste("lime", (width // 2, 0, width, height // 2))
    image.save(folder / name, **options)
    return folder / name


def pieces(source: Path) -> dict[str, bytes]:
    target = source.with_suffix(".zip")
    cut(source, target)
    with zipfile.ZipFile(target) as kept:
        assert kept.testzip() is None
        return {name: kept.read(name) for name in kept.namelist()}


def size(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "JPEG"
        return image.size


def colour(data: bytes, place: tuple[int, int]) -> str:
    with Image.open(io.BytesIO(data)) as image:
        pixel = image.convert("RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    named = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "white": (255,) * 3}
    return min(
        named, key=lambda name: sum(abs(a - b) for a, b in zip(named[name], pixel, strict=True))
    )


def test_every_tile_and_whole_image_of_a_scan(tmp_path: Path) -> None:
    made = pieces(drawn(tmp_path, 1201, 1601))
    assert {name: size(data) for name, data in made.items() if name != "info"} == {
        "full/1201,1601": (1201, 1601),
        "0,0,512,512/512,512": (512, 512),
        "512,0,512,512/512,512": (512, 512),
        "1024,0,177,512/177,512": (177, 512),
        "0,512,512,512/512,512": (512, 512),
        "512,512,512,512/512,512": (512, 512),
        "1024,512,177,512/177,512": (177, 512),
        "0,1024,512,512/512,512": (512, 512),
        "512,1024,512,512/512,512": (512, 512),
        "1024,1024,177,512/177,512": (177, 512),
        "0,1536,512,65/512,65": (512, 65),
        "512,1536,512,65/512,65": (512, 65),
        "1024,1536,177,65/177,65": (177, 65),
        "full/601,801": (601, 801),
        "0,0,1024,1024/512,512": (512, 512),
        "1024,0,177,1024/89,512": (89, 512),
        "0,1024,1024,577/512,289": (512, 289),
        "1024,1024,177,577/89,289": (89, 289),
        "full/301,401": (301, 401),
    }


def test_tiles_show_the_part_that_they_are_named_after(tmp_path: Path) -> None:
    made = pieces(drawn(tmp_path, 2048, 2048))
    assert colour(made["0,0,512,512/512,512"], (100, 100)) == "red"
    assert colour(made["1536,0,512,512/512,512"], (100, 100)) == "lime"
    assert colour(made["1024,1024,1024,1024/512,512"], (100, 100)) == "blue"
    assert [colour(made["full/512,512"], place) for place in ((9, 9), (500, 9), (9, 500))] == [
        "red",
        "lime",
        "blue",
    ]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (1500, 900, Pyramid(1500, 900, (), ((1500, 900),))),
        (1501, 900, Pyramid(1501, 900, (1, 2, 4), ((1501, 900), (751, 450), (376, 225)))),
        (
            3400,
            4700,
            Pyramid(3400, 4700, (1, 2, 4, 8, 16), ((850, 1175), (425, 588), (213, 294))),
        ),
        (
            MOST_SIDE,
            1,
            Pyramid(
                65535,
                1,
                (1, 2, 4, 8, 16, 32, 64, 128),
                ((1024, 1), (512, 1)),
            ),
        ),
    ],
)
def test_levels(width: int, height: int, expected: Pyramid) -> None:
    assert pyramid_of(width, height) == expected


@pytest.mark.parametrize(
    ("width", "height", "readable"),
    [
        (400, 600, (400, 600)),
        (1200, 1600, (1200, 1600)),
        (1600, 1200, (800, 600)),
        (3000, 4000, (750, 1000)),
        (600, 9000, (75, 1125)),
    ],
)
def test_the_smallest_whole_image_that_can_be_read(
    width: int, height: int, readable: tuple[int, int]
) -> None:
    assert pyramid_of(width, height).readable == readable


@pytest.mark.parametrize("name", ["page.jpg", "page.png", "page.webp"])
@pytest.mark.parametrize(("turn", "shown"), [(1, (30, 20)), (3, (30, 20)), (6, (20, 30))])
def test_the_size_is_that_of_the_upright_image(
    tmp_path: Path, name: str, turn: int, shown: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    with Image.open(drawn(tmp_path, 30, 20, name, exif=exif)) as image:
        assert upright_size(image) == shown


def test_a_small_scan_is_one_piece_and_its_own_bytes(tmp_path: Path) -> None:
    source = drawn(tmp_path, 900, 1200, quality=60)
    made = pieces(source)
    assert set(made) == {"info", "full/900,1200"}
    assert made["full/900,1200"] == source.read_bytes()


@pytest.mark.parametrize("name", ["page.png", "page.webp"])
def test_another_format_becomes_jpeg(tmp_path: Path, name: str) -> None:
    made = pieces(drawn(tmp_path, 90, 120, name))
    assert size(made["full/90,120"]) == (90, 120)
    assert colour(made["full/90,120"], (10, 10)) == "red"


def test_a_scan_stands_as_its_camera_says(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    made = pieces(drawn(tmp_path, 90, 120, exif=turned))
    assert set(made) == {"info", "full/120,90"}
    assert [colour(made["full/120,90"], place) for place in ((9, 9), (110, 9), (110, 80))] == [
        "blue",
        "red",
        "lime",
    ]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_shown(tmp_path: Path, mode: str) -> None:
    image = Image.new("L" if mode == "I;16" else mode, (60, 60), 0)
    if mode in {"LA", "RGBA"}:
        image.putalpha(0)
    if mode == "I;16":
        image = Image.frombytes("I;16", (60, 60), struct.pack("<H", 0xFF00) * 3600)
    image.save(tmp_path / "page.png")
    shown = pieces(tmp_path / "page.png")["full/60,60"]
    with Image.open(io.BytesIO(shown)) as seen:
        light = seen.convert("L").getpixel((30, 30))
    assert light == (0 if mode in {"1", "L", "P"} else 255)


def test_colours_keep_their_profile(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = pieces(drawn(tmp_path, 1600, 100, icc_profile=profile))
    for name in ("full/1600,100", "0,0,512,100/512,100"):
        with Image.open(io.BytesIO(made[name])) as image:
            assert image.info["icc_profile"] == profile


def png_of(width: int, height: int) -> bytes:
    """The head of a PNG that says it is so large, and nothing of it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def run(source: Path) -> tuple[int, str, bool]:
    """Status and words of the process that cuts that file, and whether it left pieces."""
    target = source.with_suffix(".part")
    command = [sys.executable, "-m", "archive.exchange.tile_cutting", str(source), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout.strip(), zipfile.is_zipfile(target)


def test_the_process(tmp_path: Path) -> None:
    assert run(drawn(tmp_path, 1600, 1600)) == (0, "", True)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"not an image", "it cannot be read: cannot identify image file"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "it cannot be read: cannot identify"),
        (b"", "it cannot be read: cannot identify"),
        (png_of(30_000, 30_000), "it cannot be read: Image size (900000000 pixels) exceeds limit"),
        (png_of(9_450, 9_450), "it has 89,302,500 pixels; at most 89,000,000"),
        (png_of(80_000, 1), "it is 80,000 pixels long; at most 65,535 are shown"),
        (png_of(4_000, 4_000), "it cannot be read: image file is truncated"),
    ],
)
def test_hostile_images_are_refused_with_a_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "page.png").write_bytes(data)
    status, said, _ = run(tmp_path / "page.png")
    assert status == 1
    assert said.startswith(says)


def test_a_truncated_scan_is_refused(tmp_path: Path) -> None:
    source = drawn(tmp_path, 1600, 1600)
    source.write_bytes(source.read_bytes()[:-2000])
    status, said, _ = run(source)
    assert status == 1
    assert said.startswith("it cannot be read: image file is truncated")


def test_no_room_is_no_fault_of_the_image(tmp_path: Path) -> None:
    source = drawn(tmp_path, 1600, 1600)
    source.with_suffix(".part").mkdir()
    assert run(source)[0] == 2
