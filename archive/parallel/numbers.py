"""The numbers that a text states, each by value, with what the digits may mean in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from archive.parallel.cjk import cjk_numbers
from archive.parallel.clocks import clocks
from archive.parallel.languages import tongue
from archive.parallel.masks import masked
from archive.parallel.numerals import WordTable, word_table
from archive.parallel.spelled import spelled
from archive.parallel.units import Unit, unit_after

_COMMA = (
    "ru uk be bg de fr es it pt nl pl cs sk sl hr sr bs mk ro hu fi sv da nb nn no et lv lt el tr "
    "id vi ca gl eu hy ka kk az sq is"
)
DECIMAL_COMMA = frozenset(_COMMA.split())
"""Languages that write 1,5 and group by point or space. Written by hand; CLDR number symbols are the check."""

EAST_ASIAN = frozenset(["zh", "ja", "ko"])
LONGEST_FIGURE = 24
"""Longer runs of digits are identifiers, not quantities."""

SMALL_WORD = 12
"""Number words up to this are too common in idioms to be flagged."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. ``values``: what it may mean, likeliest first.

    ``soft``: it may satisfy the other side and is never flagged itself. ``unit``: the
    measure beside it. ``counted``: soft only because it is a small number in words, "three"; a
    figure that nothing answers may be set against it. ``digits``: not written in words.
    ``decade``: the 1930s, which other languages put in words of their own.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    soft: bool = False
    unit: Unit | None = None
    counted: bool = False
    digits: bool = False
    decade: bool = False

    @property
    def stark(self) -> bool:
        """In digits, and no rounding word: what nothing answers is a difference of itself."""
        return not self.soft and self.digits and not self.decade and self.values[0] > 1

    def agrees(self, other: Number) -> bool:
        """What one most likely says is among the things that the other may say."""
        return self.values[0] in other.values or other.values[0] in self.values


_SPACES = "\u00a0\u202f\u2009"
_FIGURE = re.compile(
    rf"(?<!\d)(?:(?<!\d[{_SPACES} ])\d{{1,3}}(?:[{_SPACES} ]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,']\d+)*)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,'])\d{3})(?:\1\d{3})*")
_SCALE_WORD = re.compile(r"([\s-]{0,2})([^\W\d_]+)")
_DECADE = re.compile(r"'?s\b|\s?(?:年代|-х\b|-е гг|er\b)|\s?년대")
_SHORT_YEAR = re.compile(r"\s?[年년]")
_RANGE = re.compile(r"\s?(?:[-–—~〜至到]|to|до|bis|à|et|and|или|or|עד|إلى|או|أو|에서|부터)\s?")
_CLOCK = re.compile(
    r":\d{2}(?!\d)|\s?(?:a\.?m\b|p\.?m\b|o'clock|uhr\b|час|ч\b|heures?\b|點|点|時|时|시(?!간))"
)
_BEFORE_CLOCK = re.compile(r"(?:الساعة|בשעה)\s?$")
_RANGE_SCALES = (10**3, 10**4, 10**6, 10**8, 10**9)
_YEAR_RANGE = re.compile(r"(?:1\d|20)\d\d\s?[-–/]$")


def numbers(folded: str, language: str, taken: list[tuple[int, int]]) -> list[Number]:
    """The numbers of a folded text in order, leaving out stretches already read (as dates)."""
    spoken = tongue(language)
    table = word_table(spoken)
    found: list[Number] = []
    used = _Cover(len(folded), taken)
    for source in _sources(folded, spoken, table):
        for number in source:
            if used.free(number.start, number.end):
                used.take(number.start, number.end)
                found.append(number)
    if not found:
        return []
    found.sort(key=lambda number: number.start)
    hidden = _Cover(len(folded), masked(folded))
    measured = [_measured(number, folded) for number in found]
    return [_softened(number, hidden) for number in _ranges(folded, measured)]


def _measured(number: Number, folded: str) -> Number:
    unit = unit_after(folded, number.end)
    return replace(number, unit=unit) if unit else number


def _sources(folded: str, spoken: str, table: WordTable | None) -> Iterator[Iterator[Number]]:
    if spoken in EAST_ASIAN:
        yield _east_asian(folded)
    yield _hours(folded)
    yield _figures(folded, spoken, table)
    if table is not None:
        yield _words(folded, table)


class _Cover:
    """Which characters of a text are already read."""

    __slots__ = ("_marks",)

    def __init__(self, length: int, spans: list[tuple[int, int]]) -> None:
        self._marks = bytearray(length)
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        self._marks[start:end] = b"\x01" * (end - start)

    def free(self, start: int, end: int) -> bool:
        return not any(self._marks[start:end])


def _east_asian(folded: str) -> Iterator[Number]:
    for number in cjk_numbers(folded):
        written = folded[number.start : number.end]
        values: tuple[Decimal, ...] = (number.value,)
        if len(written) == 2 and _SHORT_YEAR.match(folded, number.end):
            values += _full_years(number.value)
        small = number.value <= SMALL_WORD and not any(c.isdecimal() for c in written)
        figure = any(character.isdecimal() for character in written)
        yield Number(number.start, number.end, values, soft=number.bare or small, digits=figure)


def _hours(folded: str) -> Iterator[Number]:
    """The hour, on either side of noon; the minutes, which may be left out where there are none."""
    for hour, minutes in clocks(folded):
        first, second = Decimal(folded[slice(*hour)]), Decimal(folded[slice(*minutes)])
        yield Number(*hour, (first, first + 12, abs(first - 12)), digits=True)
        yield Number(*minutes, (second,), soft=not second, digits=True)


def _words(folded: str, table: WordTable) -> Iterator[Number]:
    for word in spelled(folded, table):
        small = word.value <= SMALL_WORD
        counted = small and word.value > 1 and not word.bare
        value = (Decimal(word.value),)
        yield Number(word.start, word.end, value, soft=word.bare or small, counted=counted)


def _figures(folded: str, spoken: str, table: WordTable | None) -> Iterator[Number]:
    for found in _FIGURE.finditer(folded):
        for start, end in _pieces(found, spoken):
            if end - start > LONGEST_FIGURE:
                continue
            values, plain = readings(folded[start:end], spoken)
            end, values = _scaled(folded, start, end, values, table)
            values += _other_readings(folded, start, end, values)
            glued = start > 0 and folded[start - 1].isalpha() and folded[start - 1].isascii()
            decade = _DECADE.match(folded, end) is not None
            soft = glued or not plain
            yield Number(start, end, values, soft=soft, digits=True, decade=decade)


def _pieces(found: re.Match[str], spoken: str) -> list[tuple[int, int]]:
    """One stretch, or several where an ordinary space does not group digits in this language."""
    if " " not in found[0] or spoken in DECIMAL_COMMA:
        return [found.span()]
    return [
        (found.start() + piece.start(), found.start() + piece.end())
        for piece in re.finditer(r"[^ ]+", found[0])
    ]


def readings(figure: str, spoken: str) -> tuple[tuple[Decimal, ...], bool]:
    """What digits with separators may mean, likeliest first; False where they are no quantity.

    12.000 is twelve or twelve thousand in English, twelve thousand in Russian.
    """
    figure = re.sub(rf"[{_SPACES} ]", "", figure)
    marks = [character for character in figure if not character.isdigit()]
    if not marks:
        return (Decimal(figure),), True
    whole = Decimal(re.sub(r"\D", "", figure))
    if _GROUPED.fullmatch(figure):
        decimal_mark = "," if spoken in DECIMAL_COMMA else "."
        if len(marks) == 1 and marks[0] == decimal_mark:
            return (Decimal(figure.replace(",", ".")), whole), True
        if len(marks) == 1 and marks[0] == "." and spoken not in DECIMAL_COMMA:
            return (whole, Decimal(figure)), True
        return (whole,), True
    head, last, tail = figure.rpartition(marks[-1])
    if last != "'" and last not in head and ("," in head or "." in head or len(marks) == 1):
        return (Decimal(re.sub(r"\D", "", head) + "." + tail),), True
    return tuple(Decimal(part) for part in re.split(r"\D", figure)), False


def _scaled(
    folded: str, start: int, end: int, values: tuple[Decimal, ...], table: WordTable | None
) -> tuple[int, tuple[Decimal, ...]]:
    """A following thousand or million multiplies; a doubtful one letter (5m) leaves both."""
    word = _SCALE_WORD.match(folded, end) if table is not None else None
    if table is None or word is None:
        return end, values
    full = table.scales.get(word[2])
    short = table.abbreviated.get(word[2])
    if full is not None:
        return word.end(), tuple(value * full for value in values)
    if short is None or (len(word[2]) == 1 and word[1]):
        return end, values
    scaled = tuple(value * short for value in values)
    return word.end(), scaled + values if len(word[2]) == 1 else scaled


def _other_readings(
    folded: str, start: int, end: int, values: tuple[Decimal, ...]
) -> tuple[Decimal, ...]:
    """Short years ('98, 98年, 2017-18) and decades (1980s, 80年代) may mean the full year."""
    first = values[0]
    if first != first.to_integral_value():
        return ()
    if _DECADE.match(folded, end):
        return (first % 100, *_full_years(first)) if first >= 100 else _full_years(first)
    before = folded[max(0, start - 7) : start]
    if 0 < first <= 24 and (_CLOCK.match(folded, end) or _BEFORE_CLOCK.search(before)):
        return first + 12, first - 12
    short = end - start == 2 and (
        before.endswith("'") or _SHORT_YEAR.match(folded, end) or _YEAR_RANGE.search(before)
    )
    return _full_years(first) if short else ()


def _full_years(value: Decimal) -> tuple[Decimal, ...]:
    return (value + 1900, value + 2000, value + 1800) if value < 100 else ()


def _ranges(folded: str, found: list[Number]) -> list[Number]:
    """In "2–3 million" the 2 may be two million; in "2 to 3 miles" it is miles too."""
    linked = list(found)
    for place in reversed(range(len(found) - 1)):
        first, second = linked[place], linked[place + 1]
        if not _RANGE.fullmatch(folded, first.end, second.start):
            continue
        more: tuple[Decimal, ...] = ()
        if second.values[0] >= 1000 > first.values[0]:
            more = tuple(first.values[0] * scale for scale in _RANGE_SCALES)
        unit = first.unit or second.unit
        linked[place] = replace(first, values=first.values + more, unit=unit)
    return linked


def _softened(number: Number, hidden: _Cover) -> Number:
    if hidden.free(number.start, number.end):
        return number
    return replace(number, soft=True, counted=False)


def canonical(value: Decimal) -> str:
    """Plain digits: 12000, 1.5; never an exponent."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
