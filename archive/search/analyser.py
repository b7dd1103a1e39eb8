"""Our analyser: from wording to the tokens that every engine is given.

Words are runs of letters, marks and digits; a run of Chinese, Japanese or Korean characters is
cut into single characters and overlapping pairs. Each word is folded (``archive.texts.folding``)
and stemmed per language. A digit group is one number (12,000 and 12.000 are 12000), without
leading zeros. Nothing here depends on an engine; whatever changes a token changes ``VERSION``.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from archive.search.stemming import stem
from archive.texts.folding import fold

#: Part of the index's name: an index made by another version is made anew.
VERSION = 1

#: Characters of a token that are kept; longer "words" are no words.
LONGEST_TOKEN = 80

#: Stands between two runs, so that no pair of one is next to a pair of the other.
BREAK = "|"


def _marks() -> str:
    """The combining marks of the Basic Multilingual Plane as ranges of a character class."""
    points = [p for p in range(0x300, 0xFE30) if unicodedata.category(chr(p)).startswith("M")]
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


_RUN = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c\u3040-\u3098"
    "\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_GROUPED = "[.,'’\u00a0\u2009\u202f٬]"
_WORDS = re.compile(
    rf"(?P<run>[{_RUN}]+)"
    rf"|(?P<number>(?<![^\W_])\d{{1,3}}(?:{_GROUPED}\d{{3}})+(?![^\W_]))"
    rf"|(?P<word>(?:(?![{_RUN}])[^\W_])(?:(?![{_RUN}])[^\W_]|[{_marks()}{_INVISIBLE}])*)"
)
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_SEPARATORS = re.compile(r"\D+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or a run of CJK characters: ``text`` folded, ``start`` and ``end`` code
    points into the wording given. ``text`` of a run has one string per character."""

    text: str | tuple[str, ...]
    start: int
    end: int


def tokens(wording: str) -> list[Token]:
    """The words and runs of a wording, in order. A sign that folds to nothing is none."""
    found = []
    for match in _WORDS.finditer(wording):
        text = _folded(match[0], match.lastgroup or "")
        if text:
            found.append(Token(text, match.start(), match.end()))
    return found


@lru_cache(maxsize=100_000)
def _folded(written: str, group: str) -> str | tuple[str, ...]:
    if group == "run":
        return tuple(filter(None, (_token(fold(character).text) for character in written)))
    if group == "number":
        return _number(_SEPARATORS.sub("", written))
    word = _token(fold(_HIDDEN.sub("", written)).text)
    return _number(word) if word.isdecimal() else word


def _token(folded: str) -> str:
    """What is left of a folded word when anything that an engine would split it by is gone."""
    return "".join(c for c in folded if c.isalnum() or unicodedata.category(c)[0] == "M")[
        :LONGEST_TOKEN
    ]


def _number(digits: str) -> str:
    """ASCII digits without leading zeros."""
    ascii_digits = "".join(str(unicodedata.decimal(digit)) for digit in digits)
    return ascii_digits[:LONGEST_TOKEN].lstrip("0") or "0"


def pairs(run: tuple[str, ...]) -> tuple[str, ...]:
    """The overlapping pairs of a run; none for a single character."""
    return tuple(a + b for a, b in itertools.pairwise(run))


def as_written(found: Iterable[Token]) -> list[str]:
    """The tokens of an unstemmed field: words, and each character of a run."""
    out: list[str] = []
    for token in found:
        if isinstance(token.text, str):
            out.append(token.text)
        else:
            out.extend(token.text)
    return out


def as_stems(found: Iterable[Token], language: str) -> list[str]:
    """The tokens of a language's field; runs have fields of their own."""
    return [stem(language, token.text) for token in found if isinstance(token.text, str)]


def as_pairs(found: Iterable[Token]) -> list[str]:
    """The tokens of the field of pairs, a break after each run."""
    out: list[str] = []
    for token in found:
        if not isinstance(token.text, str):
            out.extend((*pairs(token.text), BREAK))
    return out
