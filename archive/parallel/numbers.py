"""The numbers that a text states, each by value, with what the digits may mean in its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from archive.parallel.cjk import cjk_numbers
from archive.parallel.clocks import clocks, other_hours
from archive.parallel.halves import halves, with_half
from archive.parallel.korean import korean_numbers
from archive.parallel.languages import EAST_ASIAN, tongue
from archive.parallel.masks import labels, masked, weekdays
from archive.parallel.numerals import WordTable, word_table
from archive.parallel.round_words import round_words
from archive.parallel.spelled import spelled
from archive.parallel.units import Unit, unit_after, unlike_units

_COMMA = (
    "ru uk be bg de fr es it pt nl pl cs sk sl hr sr bs mk ro hu fi sv da nb nn no et lv lt el tr "
    "id vi ca gl eu hy ka kk az sq is"
)
DECIMAL_COMMA = frozenset(_COMMA.split())
"""Languages that write 1,5 and group by point or space. Written by hand; CLDR number symbols are the check."""

ONE_IS_AN_ARTICLE = frozenset(["de", "es", "fr", "it"])
"""Languages in which the word for one says most often only "a"."""

LONGEST_FIGURE = 24
"""Longer runs of digits are identifiers, not quantities."""

SMALL_WORD = 12
"""Number words up to this are too common in idioms to be flagged."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. ``values``: what it may mean, likeliest first.

    ``soft``: it may satisfy the other side and is never flagged itself. ``unit``: the
    measure beside it. ``counted``: soft, yet a figure that nothing answers may be set against it: a
    small number in words ("three"), a figure glued to letters (F16), a day whose month is not said
    (27日, which may be 27 days). ``digits``: not in words.
    ``decade``: the 1930s, which other languages put in words of their own. ``parts``: of a time of
    day, hour and minutes, which may be two figures after all.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    soft: bool = False
    unit: Unit | None = None
    counted: bool = False
    digits: bool = False
    decade: bool = False
    parts: tuple[Decimal, ...] = ()

    @property
    def stark(self) -> bool:
        """In digits, and no rounding word: what nothing answers is a difference of itself."""
        return not self.soft and self.digits and not self.decade and self.values[0] > 1

    def agrees(self, other: Number) -> bool:
        """What one most likely says is among the things that the other may say; 5 cm is not 5 in."""
        alike = self.values[0] in other.values or other.values[0] in self.values
        return alike and not unlike_units(self.unit, other.unit)


_SPACES = "\u00a0\u202f\u2009"
_FIGURE = re.compile(
    rf"(?<!\d)(?:(?<!\d[{_SPACES} ])\d{{1,3}}(?:[{_SPACES} ]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,']\d+)*|(?<![\w.,'])\.\d+)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,'])\d{3})(?:\1\d{3})*")
_SCALE_WORD = re.compile(r"([\s-]{0,2})([^\W\d_]+)")
_DECADE = re.compile(r"'?s\b|\s?(?:年代|-[хе]\b|-ых\b|er\b|ern?\b|년대|대\b)")
_BEFORE_DECADE = re.compile(
    r"(?:ann[ée]es|años|anni|שנות|(?:عقد|أعوام|سنوات)(?:\sال)?)\s(?:ה\s?[-־]?\s?)?$"
)
_CENTURY_DECADE = re.compile(
    r"(?<!\d)(?P<century>\d{1,2})\s?(?:世纪|世紀|세기)\s?(?P<decade>\d0)\s?(?:年代|년대)"
)
_DAY = re.compile(r"\s?[日号號일](?![本常间間])")
_SHORT_YEAR = re.compile(r"\s?[年년]")
_RANGE = re.compile(r"\s?(?:[-–—~〜至到]|to|до|bis|à|et|and|или|or|עד|إلى|או|أو|에서|부터)\s?")
_CLOCK = re.compile(
    r"\s?(?:a\.?m\b|p\.?m\b|o'clock|uhr\b|час|ч\b|h\b|heures?\b|[點点時时시](?![간間间])"
    r"|утра|вечера|дня\b|ночи|صباح|مساء|ظهر|בבוקר|בערב|בלילה|בצהריים)"
)
_BEFORE_CLOCK = re.compile(r"(?:الساعة|בשעה)\s?$")
_RANGE_SCALES = (10**3, 10**4, 10**6, 10**8, 10**9)
_YEAR_RANGE = re.compile(r"(?:1\d|20)\d\d\s?[-–/]$")


def numbers(folded: str, language: str, taken: list[tuple[int, int]]) -> list[Number]:
    """The numbers of a folded text in order, leaving out stretches already read (as dates)."""
    spoken = tongue(language)
    table = word_table(spoken)
    found: list[Number] = []
    used = _Cover(len(folded), [*taken, *weekdays(folded, spoken)])
    for source in _sources(folded, spoken, table):
        for number in source:
            if used.free(number.start, number.end):
                used.take(number.start, number.end)
                found.append(number)
    if not found:
        return []
    found.sort(key=lambda number: number.start)
    hidden = _Cover(len(folded), masked(folded))
    lesser = _Cover(len(folded), labels(folded))
    whole = _apart(_halved(number, folded, spoken) for number in found)
    measured = [_measured(number, folded) for number in whole]
    return [_softened(number, hidden, lesser) for number in _ranges(folded, measured)]


def _apart(numbers: Iterable[Number]) -> list[Number]:
    """Without what a half has been written on to the end of another."""
    kept: list[Number] = []
    for number in numbers:
        if not kept or kept[-1].end <= number.start:
            kept.append(number)
    return kept


def _halved(number: Number, folded: str, spoken: str) -> Number:
    """With the half that may follow; the number without it stays possible."""
    half = with_half(folded, number.end, number.values[0], spoken)
    if half is None:
        return number
    end, value = half
    return replace(number, end=end, values=(value, *number.values))


def _measured(number: Number, folded: str) -> Number:
    unit = unit_after(folded, number.end)
    return replace(number, unit=unit) if unit else number


def _sources(folded: str, spoken: str, table: WordTable | None) -> Iterator[Iterator[Number]]:
    yield _hours(folded)
    yield _decades(folded)
    yield _halves(folded, spoken)
    if spoken in EAST_ASIAN:
        yield _east_asian(folded)
    if spoken == "ko":
        yield _korean(folded)
    yield _figures(folded, spoken, table)
    if table is not None:
        yield _words(folded, table)
    yield _implied(folded, spoken)


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


def _hours(folded: str) -> Iterator[Number]:
    for clock in clocks(folded):
        yield Number(clock.start, clock.end, clock.values, digits=True, parts=clock.parts)


def _decades(folded: str) -> Iterator[Number]:
    """The twentieth century's thirties, in figures: 20世纪30年代."""
    for found in _CENTURY_DECADE.finditer(folded):
        short = Decimal(found["decade"])
        full = (Decimal(found["century"]) - 1) * 100 + short
        yield Number(*found.span(), (full, short), digits=True, decade=True)


def _halves(folded: str, spoken: str) -> Iterator[Number]:
    for half in halves(folded, spoken):
        yield Number(half.start, half.end, half.values, soft=not half.exact)


def _east_asian(folded: str) -> Iterator[Number]:
    for number in cjk_numbers(folded):
        written = folded[number.start : number.end]
        values: tuple[Decimal, ...] = (number.value,)
        if len(written) == 2 and _SHORT_YEAR.match(folded, number.end):
            values += _full_years(number.value)
        figure = any(character.isdecimal() for character in written)
        small = number.value <= SMALL_WORD and not figure
        yield Number(
            number.start,
            number.end,
            values,
            soft=number.bare or small,
            counted=small and number.value > 1,
            digits=figure,
        )


def _korean(folded: str) -> Iterator[Number]:
    for number in korean_numbers(folded):
        if number.value == 1:
            continue
        yield _word(number.start, number.end, number.value, bare=False)


def _words(folded: str, table: WordTable) -> Iterator[Number]:
    for word in spelled(folded, table):
        if word.value == 1 and table.language in ONE_IS_AN_ARTICLE:
            continue
        yield _word(word.start, word.end, word.value, bare=word.bare)


def _word(start: int, end: int, value: int, *, bare: bool) -> Number:
    small = value <= SMALL_WORD
    counted = small and value > 1 and not bare
    return Number(start, end, (Decimal(value),), soft=bare or small, counted=counted)


def _implied(folded: str, spoken: str) -> Iterator[Number]:
    for word in round_words(folded, spoken):
        yield Number(word.start, word.end, word.values, soft=True, counted=word.exact)


def _figures(folded: str, spoken: str, table: WordTable | None) -> Iterator[Number]:
    for found in _FIGURE.finditer(folded):
        for start, end in _pieces(found, spoken):
            if end - start > LONGEST_FIGURE:
                continue
            values, plain = readings(folded[start:end], spoken)
            end, values = _scaled(folded, start, end, values, table)
            values += _other_readings(folded, start, end, values)
            loose = _is_glued(folded, start) or _DAY.match(folded, end) is not None
            decade = _is_decade(folded, start, end)
            soft = loose or not plain
            yield Number(
                start, end, values, soft=soft, digits=True, decade=decade, counted=loose and plain
            )


def _is_glued(folded: str, start: int) -> bool:
    return start > 0 and folded[start - 1].isalpha() and folded[start - 1].isascii()


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
    if figure.startswith("."):
        return (Decimal(f"0{figure}"),), True
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
    if _is_decade(folded, start, end):
        return (first % 100,) if first >= 100 else _full_years(first)
    before = folded[max(0, start - 7) : start]
    if 0 < first <= 24 and (_CLOCK.match(folded, end) or _BEFORE_CLOCK.search(before)):
        return tuple(Decimal(hour) for hour in other_hours(int(first)))
    short = end - start == 2 and (
        before.endswith("'") or _SHORT_YEAR.match(folded, end) or _YEAR_RANGE.search(before)
    )
    return _full_years(first) if short else ()


def _is_decade(folded: str, start: int, end: int) -> bool:
    if folded[end - 1] != "0" or end - start not in (2, 4):
        return False
    return bool(_DECADE.match(folded, end) or _BEFORE_DECADE.search(folded[:start][-14:]))


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


def _softened(number: Number, hidden: _Cover, lesser: _Cover) -> Number:
    if not hidden.free(number.start, number.end):
        return replace(number, soft=True, counted=False)
    if number.decade or lesser.free(number.start, number.end):
        return number
    return replace(number, soft=True, counted=number.digits)


def canonical(value: Decimal) -> str:
    """Plain digits: 12000, 1.5; never an exponent."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
