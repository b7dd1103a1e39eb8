"""Words of any language brought near to what their forms have in common, to learn translations."""

from __future__ import annotations

import re

from archive.parallel.folding import fold
from archive.parallel.languages import tongue

_WORD = re.compile(r"[^\W\d_]+")
_STEM, _SEMITIC_STEM, _HANGUL_STEM = 5, 4, 2
_PREFIXES = {
    "ar": ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك"),
    "he": tuple("ובכלמשה"),
}
"""Article, conjunctions and prepositions that are written as one with the word."""
_SHORTEST = 3


def stems(text: str, language: str) -> list[str]:
    """The distinct stems of a text, sorted: words in lower case without what mostly inflects.

    The first five letters; of Hebrew and Arabic the first four behind a prefix, of Korean two
    syllables. Chinese and Japanese, which put no space between words, give pairs of characters.
    """
    found: set[str] = set()
    for word in _WORD.findall(fold(text)):
        found.update(_stems(word, tongue(language)))
    return sorted(found)


def _stems(word: str, language: str) -> list[str]:
    if "\u3040" <= word[0] <= "\u9fff":
        return [word[place : place + 2] for place in range(len(word) - 1)] or [word]
    if "가" <= word[0] <= "힣":
        return [word[:_HANGUL_STEM]]
    if "\u0590" <= word[0] <= "\u06ff":
        return [_unprefixed(word, language)[:_SEMITIC_STEM]]
    return [word[:_STEM]]


def _unprefixed(word: str, language: str) -> str:
    for prefix in _PREFIXES.get(language, ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            return word[len(prefix) :]
    return word
