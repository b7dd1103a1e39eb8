"""Historical dates in English words.

Four manners: ``month-first`` (January 22, 1950), ``month-first-short`` (Jan. 22, 1950),
``day-first`` (22 January 1950) and ``day-first-short`` (22 Jan. 1950). The clock time is
never said: most readers and every citation want the day.
"""

from __future__ import annotations

from calendar import month_name
from typing import Literal

from archive.records.moments import SEASONS, Moment

DateStyle = Literal["month-first", "month-first-short", "day-first", "day-first-short"]

#: MLA 9 and Chicago 18 (10.44) shorten months so.
_SHORT = ("", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")  # fmt: skip


def moment_in_words(moment: Moment, style: DateStyle) -> str:
    """``about January 1950``, ``January 22, 1950?``, ``1950s``, ``spring 1950``, ``44 BC``."""
    words = _bare(moment, style)
    return f"{'about ' if moment.approximate else ''}{words}{'?' if moment.uncertain else ''}"


def interval_in_words(start: Moment, end: Moment, style: DateStyle) -> str:
    """``March 12–21, 1567``, ``January to March 1950``, ``1949 to 1951``."""
    if _sure(start) and _sure(end) and start.year == end.year:
        if start.day and end.day and start.month and start.month == end.month:
            return _days(start.month, f"{start.day}–{end.day}", start.year, style)
        if start.precision == end.precision and start.precision in ("day", "month", "season"):
            return f"{_without_year(start, style)} to {_bare(end, style)}"
    return f"{moment_in_words(start, style)} to {moment_in_words(end, style)}"


def _bare(moment: Moment, style: DateStyle) -> str:
    if moment.hidden:
        return _hidden_year(moment)
    if moment.season is not None:
        return f"{SEASONS[moment.season]} {_year(moment.year)}"
    if moment.month is None:
        return _year(moment.year)
    if moment.day is None:
        return f"{_month(moment.month, style)} {_year(moment.year)}"
    return _days(moment.month, str(moment.day), moment.year, style)


def _days(month: int, days: str, year: int, style: DateStyle) -> str:
    if style.startswith("day-first"):
        return f"{days} {_month(month, style)} {_year(year)}"
    return f"{_month(month, style)} {days}, {_year(year)}"


def _without_year(moment: Moment, style: DateStyle) -> str:
    if moment.season is not None:
        return SEASONS[moment.season]
    month = _month(moment.month or 1, style)
    if moment.day is None:
        return month
    return f"{moment.day} {month}" if style.startswith("day-first") else f"{month} {moment.day}"


def _hidden_year(moment: Moment) -> str:
    """A decade is said (1950s); 190X and 19XX, which that word would confuse, are spelled out."""
    first, last = moment.first_day[0], moment.last_day[0]
    if moment.hidden == 1 and first > 0 and first % 100:
        return f"{first}s"
    return f"{_year(first)} to {_year(last)}" if first < 0 else f"{first}–{last}"


def _month(month: int, style: DateStyle) -> str:
    return _SHORT[month] if style.endswith("short") else month_name[month]


def _year(year: int) -> str:
    """EDTF counts a year 0, which is 1 BC, and -43 is 44 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"


def _sure(moment: Moment) -> bool:
    return not (moment.approximate or moment.uncertain)
