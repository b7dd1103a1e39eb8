"""One stylesheet of all parts, and its palette's contrast."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

from archive.web.stylesheet import APART, PARTS, stylesheet

FOLDER = Path(settings.BASE_DIR) / "static"
TOKENS = dict(
    re.findall(
        r"--([a-z-]+): light-dark\(([^)]+)\)", (FOLDER / "css/tokens.css").read_text("utf-8")
    )
)
GROUNDS = ("paper", "paper-raised", "paper-sunk", "accent-wash", "note-wash")
PAPERS = GROUNDS[:3]


def test_every_part_and_no_other() -> None:
    sheets = [path.stem for path in (FOLDER / "css").glob("*.css")]
    assert sorted(PARTS + APART) == sorted(name for name in sheets if not name.startswith("staff"))


def test_fonts_are_there_and_resolved() -> None:
    css = stylesheet().body.decode()
    named = re.findall(r'url\("(/static/[^"]+)"\)', css)
    assert len(named) == len(re.findall(r"url\(", css)) == 9
    assert all((FOLDER / name.removeprefix("/static/")).is_file() for name in named)
    assert "@import" not in css


def test_small_and_named_by_its_content() -> None:
    style = stylesheet()
    assert style.url == f"/css/{style.name}.css"
    assert re.fullmatch(r"[0-9a-f]{16}", style.name)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str, scheme: int) -> float:
    pair = [luminance(TOKENS[name].split(", ")[scheme]) for name in (one, other)]
    return (max(pair) + 0.05) / (min(pair) + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_of_every_pair(scheme: int) -> None:
    """WCAG 2.2, 1.4.3 for words and 1.4.11 for the edges of controls."""
    inks = ("ink", "ink-soft", "link", "accent", "note")
    words = {pair: contrast(*pair, scheme) for pair in product(inks, GROUNDS)}
    edges = {pair: contrast(*pair, scheme) for pair in product(("edge", "focus"), PAPERS)}
    assert {pair: ratio for pair, ratio in words.items() if ratio < 4.5} == {}
    assert {pair: ratio for pair, ratio in edges.items() if ratio < 3} == {}
