"""One end of a historical date: what is written of a year, a month, a day.

A moment reads one date of EDTF level 1 (https://www.loc.gov/standards/datetime/),
that is ISO 8601-2: ``1950``, ``1950-01``, ``1950-01-22``, ``1950-01-22T10:30:00Z``,
``1950-21`` (spring), ``195X``, ``19XX``, ``1950-XX``, ``1950-01-XX``, ``1950-XX-XX``,
``-0043``, ``Y17000`` and any of these with ``?``, ``~`` or ``%`` after it.
"""

from __future__ import annotations

import re
from calendar import isleap, month_name
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade", "century"]

#: Finest first.
PRECISIONS: tuple[Precision, ...] = ("day", "month", "season", "year", "decade", "century")

#: Year, month and day in the Gregorian calendar carried back (ISO 8601). Year 0 is 1 BC.
Day = tuple[int, int, int]

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

# The northern seasons by whole months, as far as the word can reach: "winter 1950" is said of
# January as of December 1950, and runs into February of the next year.
_SEASON_BOUNDS: dict[int, tuple[int, int, int]] = {
    21: (3, 0, 5),
    22: (6, 0, 8),
    23: (9, 0, 11),
    24: (1, 1, 2),
}

_CALENDAR = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX))"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][01][0-9](?::[0-5][0-9])?)?))?)?)?"
    r"(?P<mark>[?~%]?)"
)
_LONG_YEAR = re.compile(r"Y(?P<year>-?[1-9][0-9]{4,})(?P<mark>[?~%]?)")


class DateRefused(ValueError):
    """A string that is no date; the message gives the reason and what to write instead."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as it is written.

    ``year`` is astronomical (0 is 1 BC). ``hidden`` counts the unknown last digits of the year:
    195X is year 1950 with 1 hidden. ``month`` and ``day`` are None where they are not written
    or written XX. ``time`` is the clock time with its zone, as written, without the T.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    hidden: int = 0
    time: str | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        if self.season is not None:
            return "season"
        return PRECISIONS[3 + self.hidden]

    @property
    def first_day(self) -> Day:
        if self.day is not None and self.month is not None:
            return self.year, self.month, self.day
        if self.season is not None:
            return self.year, _SEASON_BOUNDS[self.season][0], 1
        return self._years()[0], self.month or 1, 1

    @property
    def last_day(self) -> Day:
        if self.day is not None and self.month is not None:
            return self.year, self.month, self.day
        if self.season is not None:
            _, later, month = _SEASON_BOUNDS[self.season]
            return self.year + later, month, days_in(self.year + later, month)
        _, year = self._years()
        month = self.month or 12
        return year, month, days_in(year, month)

    def _years(self) -> tuple[int, int]:
        """First and last year; the hidden digits of a negative year count backwards."""
        reach = 10**self.hidden - 1
        return (self.year, self.year + reach) if self.year >= 0 else (self.year - reach, self.year)


def days_in(year: int, month: int) -> int:
    """Days of a month of any year, beyond the years that ``datetime`` knows too."""
    if month == 2:
        return 29 if isleap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@lru_cache(maxsize=4096)
def read_moment(value: str) -> Moment | None:
    """The moment that a string writes; None where it has not the shape of one.

    Raises DateRefused where the shape is right and the date impossible.
    """
    if found := _LONG_YEAR.fullmatch(value):
        approximate, uncertain = _marks(found["mark"])
        return Moment(int(found["year"]), approximate=approximate, uncertain=uncertain)
    if (found := _CALENDAR.fullmatch(value)) is None:
        return None
    hidden = found["year"].count("X")
    if _mixes(hidden, found["month"], found["day"]):
        return None
    month, day, season = _month_day_season(value, found["month"], found["day"])
    year = int(found["year"].replace("X", "0"))
    _check_time(value, found["time"])
    approximate, uncertain = _marks(found["mark"])
    return Moment(year, month, day, season, hidden, found["time"], approximate, uncertain)


def _mixes(hidden: int, month: str | None, day: str | None) -> bool:
    """Level 1 leaves digits open from the right only: not 195X-03, not 1950-XX-22."""
    return bool(hidden and month) or (month == "XX" and day not in (None, "XX"))


def _marks(mark: str) -> tuple[bool, bool]:
    return mark in ("~", "%"), mark in ("?", "%")


def _month_day_season(
    value: str, month: str | None, day: str | None
) -> tuple[int | None, int | None, int | None]:
    if month is None or month == "XX":
        return None, None, None
    number = int(month)
    if number in SEASONS and day is None:
        return None, None, number
    if not 1 <= number <= 12:
        year = value[: value.index("-", 1)]
        raise DateRefused(
            f"{value} is not a date: there is no month {month}. Write "
            + (f"{year}/{year[:2]}{month} for the years, " if _may_be_a_year(year, number) else "")
            + f"{year}-{min(max(number, 1), 12):02}, or {year} where the month is not known."
        )
    if day is None or day == "XX":
        return number, None, None
    _check_day(value, number, int(day))
    return number, int(day), None


def _may_be_a_year(year: str, number: int) -> bool:
    """1950-51 is how many write 1950 to 1951."""
    return len(year) == 4 and number > int(year[2:])


def _check_day(value: str, month: int, day: int) -> None:
    written_month = value[: value.index("-", 1) + 3]
    year = written_month[:-3]
    last = days_in(int(year), month)
    if not 1 <= day <= last:
        raise DateRefused(
            f"{value} is not a day: {month_name[month]} {year} had {last} days. "
            f"Write {written_month}-{min(max(day, 1), last):02}, "
            f"or {written_month} where the day is not known."
        )


def _check_time(value: str, time: str | None) -> None:
    if time is None:
        return
    hour, minute, second = (int(part) for part in time[:8].split(":"))
    midnight = (hour, minute, second) == (24, 0, 0)
    if not midnight and (hour > 23 or minute > 59 or second > 59):
        raise DateRefused(
            f"{value} has no such time of day: {time[:8]}. "
            f"Write {value[: value.index('T')]}T10:30:00, or the day alone."
        )
