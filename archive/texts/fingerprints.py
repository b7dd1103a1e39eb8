"""Fingerprints of a wording: a few numbers by which it is known again where it is quoted.

Winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003). Every run of three words, or of
five Chinese, Japanese or Korean characters, has a number; of every four neighbours the least is
kept. So two wordings that share ``SURE_WORDS`` words in a row, or ``SURE_SIGNS`` such characters,
share a fingerprint, though only some two of five runs are kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import mul
from zlib import crc32

from archive.texts.folding import fold

#: Numbers are below this. Fewer bits make fewer, longer lists of the index; see docs/decisions.md.
KEYS = 1 << 24

_WINDOW = 4
_RUN = 15
_WORD, _SIGN = 5, 3
#: Of how many words, or Chinese, Japanese or Korean characters, a run is.
RUN_WORDS, RUN_SIGNS = _RUN // _WORD, _RUN // _SIGN
_WHOLE = (1 << 64) - 1
_LEFT = 64 - (KEYS.bit_length() - 1)
# Odd, and alike in nothing: a number at another place counts for something else.
_FACTORS = tuple(pow(0x9E3779B97F4A7C15, n, 1 << 64) for n in range(1, RUN_SIGNS + 1))
_FIRST, _SECOND, _THIRD = _FACTORS[:RUN_WORDS]

#: Words in a row that two wordings must share to share a fingerprint for certain.
SURE_WORDS = RUN_WORDS + _WINDOW - 1
#: The same in Chinese, Japanese and Korean characters.
SURE_SIGNS = RUN_SIGNS + _WINDOW - 1

_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_INNER = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200d"
_LETTER = f"(?:[{_INNER}]|[^\\W_{_SIGNS}])"
_UNIT = re.compile(f"[{_SIGNS}]|{_LETTER}+")
_IS_SIGN = re.compile(f"[{_SIGNS}]")
_MOST_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or a single character of a script without spaces, folded; where it stands."""

    folded: str
    start: int
    end: int


class _Known(dict[str, tuple[str, int, int]]):
    """Written → folded, its number, its weight; remembered, for most words have been met."""

    def __missing__(self, written: str) -> tuple[str, int, int]:
        if len(self) > _MOST_KEPT:
            self.clear()
        folded = "".join(c for c in fold(written).text if c.isalnum() or unicodedata.combining(c))
        weight = _SIGN if _IS_SIGN.match(written) else _WORD
        self[written] = known = (folded, crc32(folded.encode()), weight)
        return known


_known = _Known()


def units(wording: str) -> list[Unit]:
    """The words and characters of a wording that fold to something, in order."""
    return [
        Unit(folded, found.start(), found.end())
        for found in _UNIT.finditer(wording)
        if (folded := _known[found[0]][0])
    ]


def fingerprints(wording: str) -> list[int]:
    """Those that are kept of a wording, rising, each once; none of one without a letter."""
    runs = run_numbers(wording)
    if len(runs) < _WINDOW:
        return [min(runs)] if runs else []
    return sorted(set(map(min, *(runs[skipped:] for skipped in range(_WINDOW)))))


def run_numbers(wording: str) -> list[int]:
    """The number of each run of the wording, by the unit at which it begins.

    A wording shorter than a run is one run; the last units begin none.
    """
    known = [entry for word in _UNIT.findall(wording) if (entry := _known[word])[0]]
    numbers = [number for _, number, _ in known]
    if len(numbers) >= RUN_WORDS and _SIGN not in {weight for _, _, weight in known}:
        one, two, three = (numbers[skipped:] for skipped in range(RUN_WORDS))
        # The sum of _mixed written out: most wordings are words alone, and it is most of the time.
        return [
            (a * _FIRST + b * _SECOND + c * _THIRD & _WHOLE) >> _LEFT
            for a, b, c in zip(one, two, three, strict=False)
        ]
    return [_mixed(numbers[start:end]) for start, end in _spans([w for _, _, w in known])]


def has_a_run(wording: str) -> bool:
    """Whether it is as long as a run: a shorter one is only known again as a whole."""
    return sum(_known[unit][2] for unit in _UNIT.findall(wording) if _known[unit][0]) >= _RUN


def _spans(weights: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each run begins and ends: it is the shortest that weighs enough."""
    end = reached = 0
    for start, weight in enumerate(weights):
        while reached < _RUN and end < len(weights):
            reached += weights[end]
            end += 1
        if reached < _RUN and start:
            return
        yield start, end
        reached -= weight


def _mixed(run: Sequence[int]) -> int:
    """One number of several in their order: the upper bits of a sum of products."""
    total: int = sum(map(mul, run, _FACTORS))
    return (total & _WHOLE) >> _LEFT
