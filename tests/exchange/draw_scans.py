"""Draws the page images of the practice collection from the wording of its records.

Run as ``python -m tests.exchange.draw_scans FOLDER``; needs the Noto CJK and Naskh Arabic, DejaVu
and Liberation fonts where Debian puts them, and a Pillow with Raqm. The same fonts and Pillow give the same bytes. It prints the SHA-256
of each file, which belongs into ``scans`` of the record in practice.jsonl.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

PRACTICE = Path(__file__).resolve().parents[2] / "archive/exchange/samples/practice.jsonl"
FONTS = Path("/usr/share/fonts")
TYPED = FONTS / "truetype/liberation/LiberationMono-Regular.ttf"
PRINTED = FONTS / "truetype/dejavu/DejaVuSerifCondensed-Bold.ttf"
SLANTED = FONTS / "truetype/dejavu/DejaVuSerifCondensed-Italic.ttf"
CHINESE = FONTS / "opentype/noto/NotoSerifCJK-Regular.ttc"
ARABIC = FONTS / "truetype/noto/NotoNaskhArabic-Regular.ttf"
TRADITIONAL = 3
WIDTH = 1200
BLACK, BLUE, RED, VIOLET = (48, 44, 46), (44, 62, 120), (176, 52, 44), (104, 62, 132)

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont


def _font(path: Path, size: int) -> Font:
    return ImageFont.truetype(str(path), size, index=TRADITIONAL if path == CHINESE else 0)


def _wording(source_id: str, key: str, leaf: str = "") -> list[str]:
    """The paragraphs of one leaf of one text; without a leaf, of all of it."""
    for line in PRACTICE.read_text(encoding="utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        if record["source_id"] == source_id:
            body = next(text["body"] for text in record["texts"] if text["key"] == key)
            pages = dict(re.findall(r"\[f\. (\d)\]\n\n(.*?)(?=\n\n\[f\. |\Z)", body, re.S))
            said = str(pages[leaf]) if leaf else body
            return [block.replace("*", "") for block in said.split("\n\n")]
    raise LookupError(source_id)


def _paper(height: int, tint: Colour, rng: random.Random) -> Image.Image:
    """A sheet with uneven colour, a darker edge and a fold."""
    page = Image.new("RGB", (WIDTH, height), tint)
    for cell, strength in ((60, 0.035), (6, 0.03)):
        size = (WIDTH // cell, height // cell)
        grain = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
        page = Image.blend(
            page, grain.resize(page.size, Image.Resampling.BICUBIC).convert("RGB"), strength
        )
    shade = Image.new("L", page.size, 60)
    ImageDraw.Draw(shade).rectangle((24, 24, WIDTH - 24, height - 24), fill=0)
    page.paste((110, 88, 52), mask=shade.filter(ImageFilter.GaussianBlur(28)))
    fold = height // 2 + rng.randint(-20, 20)
    ImageDraw.Draw(page).line((0, fold, WIDTH, fold + 3), fill=_darker(tint, 18), width=2)
    return page


def _darker(colour: Colour, by: int) -> Colour:
    return colour[0] - by, colour[1] - by, colour[2] - by


def _glyph(
    page: Image.Image,
    at: tuple[float, float],
    character: str,
    font: Font,
    ink: Colour,
    lean: float,
    strength: int,
) -> None:
    """One character, turned by ``lean`` degrees about its middle."""
    box = int(font.size * 1.7)
    tile = Image.new("L", (box, box), 0)
    ImageDraw.Draw(tile).text((box / 2, box / 2), character, strength, font, anchor="mm")
    page.paste(
        ink,
        (round(at[0] - box / 2), round(at[1] - box / 2)),
        tile.rotate(lean, Image.Resampling.BICUBIC),
    )


def _type_line(
    page: Image.Image, x: int, y: int, line: str, rng: random.Random, size: int = 25
) -> None:
    """A typewriter's line: every blow a little off, and not of the same force."""
    font = _font(TYPED, size)
    step = font.getlength("m")
    for place, character in enumerate(line):
        at = (x + place * step, y + rng.uniform(-1.2, 1.2))
        _glyph(page, at, character, font, BLACK, rng.uniform(-1, 1), rng.randint(170, 245))


def _pencil_line(page: Image.Image, x: float, y: int, line: str, rng: random.Random) -> None:
    """A sloping line by hand, rising to the right."""
    font = _font(SLANTED, 31)
    for character in line:
        width = font.getlength(character)
        at = (x + width / 2, y + rng.uniform(-2, 2))
        _glyph(page, at, character, font, BLUE, rng.uniform(-5, 3), rng.randint(165, 225))
        x += width + rng.uniform(-0.4, 1.4)
        y -= 1 if rng.random() < 0.1 else 0


def _postmark(page: Image.Image, centre: tuple[int, int], words: list[str]) -> None:
    size = 250
    mark = Image.new("L", (size, size), 0)
    pen = ImageDraw.Draw(mark)
    pen.ellipse((8, 8, size - 8, size - 8), outline=165, width=5)
    pen.ellipse((26, 26, size - 26, size - 26), outline=150, width=2)
    for place, word in enumerate(words):
        font = _font(PRINTED, 34 if place == 1 else 25)
        pen.text((size / 2, size / 2 + (place - 1) * 46), word, 165, font, anchor="mm")
    turned = mark.rotate(14, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.8))
    page.paste(VIOLET, (centre[0] - size // 2, centre[1] - size // 2), turned)


def _form(page: Image.Image) -> None:
    """The printed parts of the telegram form."""
    pen = ImageDraw.Draw(page)
    ink = (92, 74, 60)
    pen.text((WIDTH / 2, 104), "STATE TELEGRAPHS OF VALMORA", ink, _font(PRINTED, 42), anchor="mm")
    pen.text(
        (WIDTH / 2, 154), "Telegram received · English copy", ink, _font(SLANTED, 27), anchor="mm"
    )
    pen.rectangle((70, 190, WIDTH - 70, 300), outline=ink, width=3)
    cells = (("No.", "94"), ("Class", "Secret"), ("Handed in", "17 III"), ("Copied by", "I. C."))
    for place, (label, _) in enumerate(cells):
        left = 70 + place * 265
        pen.line((left, 190, left, 300), fill=ink, width=2)
        pen.text((left + 14, 200), label, ink, _font(SLANTED, 22))
    for y in range(352, 1500, 44):
        pen.line((70, y, WIDTH - 70, y), fill=(196, 178, 148), width=1)
    rng = random.Random(7)
    for place, (_, value) in enumerate(cells):
        _type_line(page, 70 + place * 265 + 90, 262, value, rng)


def draw_telegram() -> Image.Image:
    """The English copy of the Minister's answer, typed on a form, the envoy's draft below."""
    rng = random.Random(1934)
    page = _paper(1560, (247, 235, 207), rng)
    _form(page)
    blocks = _wording("practice:07-river-guard-reply", "en", "1")
    typed, reply = blocks[:-3], blocks[-3:]
    y = 340
    for block in typed:
        for line in textwrap.wrap(block, 66):
            _type_line(page, 96, y, line, rng)
            y += 44
        y += 22
    y = max(y, 1240) + 30
    for place, block in enumerate(reply):
        for line in textwrap.wrap(block, 56):
            _pencil_line(page, 130 + place * 30, y, line, rng)
            y += 54
    _postmark(page, (985, 1130), ["TARVEL", "18 III 1934", "CENTRAL"])
    return page


def _column(
    page: Image.Image, x: float, y: float, words: str, ink: Colour, rng: random.Random
) -> None:
    font = _font(CHINESE, 46)
    for character in words:
        size = rng.randint(43, 49)
        font = _font(CHINESE, size)
        at = (x + rng.uniform(-4, 4), y)
        _glyph(page, at, _upright(character), font, ink, rng.uniform(-6, 4), rng.randint(180, 245))
        y += 50


def _columns(block: str, length: int = 24) -> list[str]:
    """A paragraph cut into columns; the first stands two lower, and none begins with a stop."""
    columns: list[str] = []
    while block:
        cut = length if columns or len(block) <= length else length - 2
        while block[cut : cut + 1] in tuple("，。、：；」"):
            cut += 1
        columns.append(block[:cut])
        block = block[cut:]
    return columns


def _upright(character: str) -> str:
    """The form of a bracket, colon or stop that stands in a vertical line."""
    forms = {"「": "﹁", "」": "﹂", "：": "︰", "，": "︐", "。": "︒", "、": "︑"}
    return forms.get(character, character)


def _seal(page: Image.Image, at: tuple[int, int], words: str) -> None:
    """A square seal of four characters, read downwards from the right."""
    mark = Image.new("L", (150, 150), 0)
    pen = ImageDraw.Draw(mark)
    pen.rectangle((6, 6, 143, 143), outline=190, width=7)
    for place, character in enumerate(words):
        centre = (109 if place < 2 else 42, 43 if place % 2 == 0 else 108)
        pen.text(centre, character, 190, _font(CHINESE, 56), anchor="mm")
    turned = mark.rotate(-3, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.7))
    page.paste(RED, at, turned)


def draw_letter(leaf: str) -> Image.Image:
    """One leaf of the Chinese telegram, written in columns from right to left; on the third the
    Director's minute, under his own seal."""
    rng = random.Random(1947 + int(leaf))
    page = _paper(1600, (252, 245, 226), rng)
    pen = ImageDraw.Draw(page)
    pen.rectangle((80, 120, WIDTH - 80, 1480), outline=RED, width=3)
    for x in range(80, WIDTH - 80, 80):
        pen.line((x, 120, x, 1480), fill=(214, 150, 132), width=1)
    x = WIDTH - 120
    blocks = _wording("practice:02-typhoon", "zh", leaf)
    for number, block in enumerate(blocks):
        for place, piece in enumerate(_columns(block)):
            indent = 100 if place == 0 and len(block) > 24 else 0
            low = 500 if len(block) < 14 and number else 0
            _column(page, x, 160 + indent + low, piece, BLUE if leaf == "3" else BLACK, rng)
            x -= 80
    _seal(page, (110, 1290), "航政司印" if leaf == "3" else "臨瀾辦印")
    return page


def _hand(page: Image.Image, y: int, block: str, rng: random.Random) -> int:
    """A paragraph in Arabic, its lines from the right margin on; where the next begins."""
    pen, font = ImageDraw.Draw(page), _font(ARABIC, 38)
    lines = [""]
    for word in block.split():
        longer = f"{lines[-1]} {word}".strip()
        fits = pen.textlength(longer, font, direction="rtl", language="ar") < WIDTH - 280
        lines[-1:] = [longer] if fits else [lines[-1], word]
    for line in lines:
        at = (WIDTH - 140 + rng.uniform(-3, 3), y + rng.uniform(-2, 2))
        pen.text(at, line, BLUE, font, anchor="rs", direction="rtl", language="ar")
        y += 64
    return y + 26


def draw_harbour_letter() -> Image.Image:
    """The Arabic letter about the lighthouse, written with a pen; one sheet without a number."""
    rng = random.Random(1938)
    page = _paper(1640, (246, 241, 229), rng)
    y = 190
    for block in _wording("practice:06-new-lighthouse", "ar"):
        y = _hand(page, y, block, rng)
    _postmark(page, (290, 1430), ["PORT OF", "20 II 1938", "M. NUWAR"])
    return page


def main(folder: Path) -> None:
    """Write the images as JPEG and print their sums."""
    pages = {
        "kamenobor-1934-03-17-f1.jpg": draw_telegram(),
        "linlan-1947-11-03-f1.jpg": draw_letter("1"),
        "linlan-1947-11-03-f2.jpg": draw_letter("2"),
        "linlan-1947-11-03-f3.jpg": draw_letter("3"),
        "marsa-nuwar-1938-02-20.jpg": draw_harbour_letter(),
    }
    for name, page in pages.items():
        target = folder / name
        page.save(target, quality=62, optimize=True, progressive=True)
        data = target.read_bytes()
        print(name, len(data), hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
