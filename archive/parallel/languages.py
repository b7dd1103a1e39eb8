"""The language in a BCP 47 tag, and how much room languages take to say the same."""

from __future__ import annotations

LENGTH = {
    "am": 0.64, "ar": 0.93, "cs": 0.95, "de": 1.19, "el": 1.17, "en": 1.0, "es": 1.12, "fa": 0.9,
    "fr": 1.17, "he": 0.81, "hi": 1.03, "hu": 1.14, "hy": 1.06, "id": 1.18, "it": 1.12, "ja": 0.48,
    "ka": 1.12, "kk": 1.03, "km": 1.01, "ko": 0.545, "lo": 1.0, "mi": 1.45, "mn": 1.03, "nl": 1.2,
    "pl": 1.07, "pt": 1.04, "ro": 1.13, "ru": 1.1, "sw": 0.94, "th": 0.87, "tr": 0.97, "uk": 1.06,
    "ur": 0.92, "vi": 1.21, "yi": 1.09, "zh": 0.345,
}  # fmt: skip
"""Characters for one English character. Sources: the project's own measurements for zh ko he ar ru
fr de; character counts of the Universal Declaration of Human Rights for the others, except ja and
uk, which are estimates between that count and what running text showed in zh, ko and ru.
"""

EAST_ASIAN = frozenset(["zh", "ja", "ko"])
"""Languages that write numbers by Chinese characters or syllables, and dates by units."""


def tongue(language: str) -> str:
    """``zh`` of ``zh-Hant-TW``."""
    return language.partition("-")[0].lower()


def expansion(source_language: str, target_language: str) -> float:
    """Characters of the target for one of the source; 1 where a language is not known."""
    return LENGTH.get(tongue(target_language), 1.0) / LENGTH.get(tongue(source_language), 1.0)
