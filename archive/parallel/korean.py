"""Numbers in Korean words: 천구백오십 (Chinese words, one for each digit), 열두 명 (Korean words).

A few syllables alone are most often another word, so that a short number is read only before a unit
of counting. The words' values are in ``tables/ko.json``; the units were written by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "tables" / "ko.json"
_LONG = 4
_SHORT = 3
"""So many syllables are a number even where no unit of counting follows; so many, where nothing is
written on to them."""

_COUNTERS = (
    "번째|차례|주일|시간|사람|사단|개월|연대|가지|군데|마리|자루|달러|파운드|킬로|미터|퍼센트|프로|여|"
    "명|개|번|차|회|년|월|일|시|분|초|살|세|대|척|문|정|권|장|쪽|호|급|등|위|점|원|리|배|곳|달|주|쌍|"
    "채|잔|병|발|기|층|석|표|골|승|패|경기|홀|국|톤|조각|인"
)

_PLAIN = "년|명|개|원|달러|톤|번|배|시간|주년|가지|점|리"
"""Units after which ten, a hundred or a thousand alone is a number: 십 년."""


_ATTRIBUTIVE = frozenset(["두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"])
"""Korean words that stand before any noun, a space between: 세 아이."""

_COUNTED = re.compile(rf"\s?(?:{_COUNTERS})")
_PLAINLY_COUNTED = re.compile(rf"\s?(?:{_PLAIN})")


@dataclass(frozen=True, slots=True)
class KoreanNumber:
    """A number in Korean words and where it stands."""

    start: int
    end: int
    value: int


def korean_numbers(text: str) -> Iterator[KoreanNumber]:
    """The numbers in words of a text, in order, never overlapping."""
    words = _words()
    for found in words.pattern.finditer(text):
        chinese, own = found["chinese"] or "", found["own"] or ""
        end = found.end()
        if words.ends_in_day.search(chinese) and not own:
            chinese, end = chinese[:-1], end - 1
        if words.is_number(chinese, own, text, end):
            value = words.chinese_value(chinese) + words.own_value(own)
            yield KoreanNumber(found.start(), end, value)


class _Words:
    """The table, and the pattern of anything that may be a number."""

    def __init__(self, made: Mapping[str, Mapping[str, int]]) -> None:
        self.digits, self.powers, self.myriads = made["digits"], made["powers"], made["myriads"]
        self.own = made["native"]
        scales = "".join((*self.powers, *self.myriads))
        myriads = "".join(self.myriads)
        every = "".join(self.digits) + scales
        tens = "|".join(word for word, value in self.own.items() if value >= 10)
        ones = [word for word, value in self.own.items() if value < 10]
        units = "|".join(sorted(ones, key=len, reverse=True))
        self.scale = re.compile(f"[{scales}]")
        self.ends_in_day = re.compile(f"[{''.join(self.digits)}]일$")
        self.pattern = re.compile(
            rf"(?<![가-힣\d])(?=[{every}]|{tens}|{units})"
            rf"(?P<chinese>[{every}]+(?:(?<=[{myriads}]) [{every}]+)*)?"
            rf"(?P<own>(?:{tens}) ?(?:{units})|{tens}|{units})?"
        )

    def is_number(self, chinese: str, own: str, text: str, end: int) -> bool:
        """Whether it is long enough, or counts something."""
        counted = _COUNTED.match(text, end) is not None
        whole = not "가" <= text[end : end + 1] <= "힣"
        if chinese and not self.scale.search(chinese):
            return False
        if len(chinese) == 1 and not own:
            return _PLAINLY_COUNTED.match(text, end) is not None
        if chinese:
            return counted or bool(own) or len(chinese) >= (_SHORT if whole else _LONG)
        single = own in self.own
        return counted or (whole and not single) or self._before_noun(own, text, end)

    def _before_noun(self, own: str, text: str, end: int) -> bool:
        return own in _ATTRIBUTIVE and _NOUN.match(text, end) is not None

    def own_value(self, written: str) -> int:
        """A ten and a unit, or either, or nothing."""
        value, rest = 0, written.replace(" ", "")
        while rest:
            word = max((each for each in self.own if rest.startswith(each)), key=len)
            value += self.own[word]
            rest = rest[len(word) :]
        return value

    def chinese_value(self, written: str) -> int:
        """Digits, each before what it counts; the myriads count all before them."""
        total = section = pending = 0
        for syllable in written.replace(" ", ""):
            if syllable in self.digits:
                pending = pending * 10 + self.digits[syllable]
            elif syllable in self.powers:
                section += (pending or 1) * self.powers[syllable]
                pending = 0
            else:
                total += (section + pending or 1) * self.myriads[syllable]
                section = pending = 0
        return total + section + pending


_NOUN = re.compile(" [가-힣]")


@cache
def _words() -> _Words:
    return _Words(json.loads(_TABLE.read_text(encoding="utf-8")))
