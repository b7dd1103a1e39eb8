"""The dates of a text, so kept that one that agrees is found without asking each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from archive.parallel.dates import DateMention

_Day = tuple[int | None, int | None, bool]
"""Month, day, and whether they may stand the other way round."""


class DateIndex:
    """Dates by month and day, of which there are few; within those by year."""

    def __init__(self, dates: Sequence[DateMention]) -> None:
        self._dates = dates
        self._days: dict[_Day, DateMention] = {}
        self._years: dict[_Day, dict[str, int]] = defaultdict(dict)
        self._alike: dict[_Day, list[_Day]] = {}
        for place, mention in enumerate(dates):
            day = _day(mention)
            self._days.setdefault(day, _yearless(mention))
            for name in _known_as(mention.year):
                self._years[day].setdefault(name, place)

    def first(self, mention: DateMention) -> DateMention | None:
        """The first date that agrees with this one, as ``DateMention.agrees`` has it."""
        found = min(
            (
                self._years[day][name]
                for day in self._agreeing(mention)
                for name in _asked_as(mention.year)
                if name in self._years[day]
            ),
            default=None,
        )
        return None if found is None else self._dates[found]

    def _agreeing(self, mention: DateMention) -> list[_Day]:
        """The days in the text that agree with a date's, its year left out."""
        asked = _day(mention)
        if asked not in self._alike:
            bare = _yearless(mention)
            self._alike[asked] = [day for day, each in self._days.items() if bare.agrees(each)]
        return self._alike[asked]


def _day(mention: DateMention) -> _Day:
    return mention.month, mention.day, mention.swapped


def _yearless(mention: DateMention) -> DateMention:
    return DateMention(0, 0, None, mention.month, mention.day, swapped=mention.swapped)


def _known_as(year: int | None) -> tuple[str, ...]:
    """The names under which a year is kept: any, its own, and its last two digits."""
    if year is None:
        return "any", "none"
    return "any", str(year), f"{'short' if year < 100 else 'full'} {year % 100}"


def _asked_as(year: int | None) -> tuple[str, ...]:
    """The names of the years that agree with one; a short year leaves the century open."""
    if year is None:
        return ("any",)
    return "none", str(year), f"{'full' if year < 100 else 'short'} {year % 100}"
