"""Words as tables of words have them, without what Arabic and Hebrew add to them.

They write and, the, in, to, from, as, that on to the front of a word (written by hand here;
``JOINING`` of them carry a number on, "and eighty"), and may write vowels as marks within it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_LISTED = {
    "ar": "وال بال فال كال ولل لل ال وب ول وك و ف ب ل ك",
    "he": "וה וב ול ומ וש בה לה מה שה כש מכ ה ו ב ל מ ש כ",
}
JOINING = frozenset(["وال", "و", "ו", "וה"])
_SHORTEST = 2
_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670"
_MARK = re.compile(f"[{_MARKS}]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")

Word = tuple[str, int, int]
"""A word without its vowel marks, where it begins with them and where it ends."""


@lru_cache(maxsize=4)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; asked for more than once while a text is read."""
    if text.isascii() or _MARK.search(text) is None:
        return tuple((word[0], *word.span()) for word in _WORD.finditer(text))
    return tuple((_MARK.sub("", word[0]), *word.span()) for word in _MARKED.finditer(text))


def written(known: Collection[str], language: str) -> dict[str, tuple[str, str]]:
    """Every way in which known words are written, with the word and what stands before it."""
    forms = {
        affix + word: (word, affix)
        for affix in sorted(_LISTED.get(language, "").split(), key=len)
        for word in known
        if len(word) >= _SHORTEST
    }
    return forms | {word: (word, "") for word in known}
