"""Folding that keeps every offset: one character in, one character out."""

from __future__ import annotations

import unicodedata
from functools import cache

_SAME = {
    "ё": "е",
    "Ё": "е",
    "٫": ".",
    "٬": ",",
    "，": ",",
    "．": ".",
    "’": "'",
    "\u00ad": " ",
    "\u200e": " ",
    "\u200f": " ",
}


@cache
def _folded(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def fold(text: str) -> str:
    """Lower case, ASCII digits and separators, ё as е; as long as the text, so offsets hold."""
    return "".join(map(_folded, text))
