"""Times of day in figures: 15:30, 3.30 p.m., 15h30, 7시 55분. Twelve and twenty-four hours are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_AFTER_NOON = r"p\.?\s?m\b|مساء|عصر|م\b|בערב|אחר הצה|вечера|дня\b"
_HALF = rf"a\.?\s?m\b|{_AFTER_NOON}|uhr\b|час|ч\b|h\b|صباح|ص\b|ظهر|בבוקר|בצה|בלילה|утра|ночи"
_CLOCK = re.compile(
    r"(?<![\d.:,/])(?P<hour>[01]?\d|2[0-4])"
    rf"(?:(?::|(?<=\d)\s?h\s?)(?P<minute>\d\d)(?!\d|:\d|\.\d)"
    rf"|\.(?P<dotted>[0-5]\d)(?=\s?(?:{_HALF}))"
    r"|\s?[시点點时時](?![간間间])\s?(?:(?P<east>[0-5]?\d)\s?[분分]|(?P<half>반|半)))"
)
_MILITARY = re.compile(
    r"(?<![\d.,:/-])(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)"
    r"(?=\s?(?:hours?\b|hrs?\b|gmt|utc|z\b|часов|ч\b|uhr\b|h\b))"
)


# What every time of day has: a fifth of the time of looking for both.
_MAYBE = re.compile(r"\d(?:\s?[:hgzuч시点點时時]|\.\d)")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with minutes. ``values``: what it may mean, hours and minutes as hundredths,
    by either way of counting hours; 1430 hours may be a quantity. ``parts``: hour and minute, which
    may be no time at all but two figures (3:16)."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    parts: tuple[Decimal, ...]


def clocks(folded: str) -> Iterator[Clock]:
    """The times of a folded text; those by colon and word in order, then those of four figures."""
    if _MAYBE.search(folded) is None:
        return
    for found in _CLOCK.finditer(folded):
        minute = found["minute"] or found["dotted"] or found["east"] or "30"
        yield _clock(found, int(minute), ())
    for found in _MILITARY.finditer(folded):
        yield _clock(found, int(found["minute"]), (Decimal(found[0]),))


def _clock(found: re.Match[str], minute: int, more: tuple[Decimal, ...]) -> Clock:
    hour = int(found["hour"])
    return Clock(*found.span(), _times(hour, minute) + more, (Decimal(hour), Decimal(minute)))


def _times(hour: int, minute: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(each) + Decimal(minute) / 100 for each in (hour, *other_hours(hour)))


def other_hours(hour: int) -> tuple[int, ...]:
    """The same hour counted otherwise: 15 is 3, midnight 0 and 24."""
    if hour in (0, 12, 24):
        return tuple(each for each in (12, 0, 24) if each != hour)
    return (hour + 12,) if hour < 12 else (hour - 12,)
