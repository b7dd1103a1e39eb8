"""Words as tables of words have them, without what Arabic and Hebrew add to them.

They write and, the, in, to, from, as, that on to the front of a word (written by hand here;
``JOINING`` of them carry a number on, "and eighty"), and may write vowels as marks within it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_LISTED = {
    "ar": "وال بال فال كال ولل لل ال وب ول وك و ف ب ل ك",
    "he": "וה וב ול ומ וש בה לה מה שה כש מכ ה ו ב ל מ ש כ",
}
JOINING = frozenset(["وال", "و", "ו", "וה"])
_SHORTEST = 2
_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670"
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
"""A word with the vowel marks that stand in it."""

_MARK = re.compile(f"[{_MARKS}]")


def unmarked(word: str) -> str:
    """The word without vowel marks."""
    return word if word.isascii() else _MARK.sub("", word)


def without_affix(word: str, language: str, known: Collection[str]) -> tuple[str, str]:
    """The word as ``known`` has it, and what stood before it; the word itself where none fits."""
    if word in known:
        return word, ""
    for affix in _AFFIXES.get(language, ()):
        if word.startswith(affix) and len(word) - len(affix) >= _SHORTEST:
            rest = word[len(affix) :]
            if rest in known:
                return rest, affix
    return word, ""


_AFFIXES = {
    language: tuple(sorted(listed.split(), key=len, reverse=True))
    for language, listed in _LISTED.items()
}
