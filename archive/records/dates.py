"""Historical dates: EDTF level 1, kept exactly as written, with the first and last day meant.

    >>> parse("1950-01~").display()
    'about January 1950'

The grammar is read here and not by the library ``edtf``, whose answers the tests compare:
it lets an interval end before it starts, pads what is approximate or unknown by years, and
says only "invalid" where a cataloguer needs the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import total_ordering

from archive.records.date_advice import guesses
from archive.records.date_wording import DateStyle, interval_in_words, moment_in_words
from archive.records.moments import (
    PRECISIONS,
    DateRefused,
    Day,
    Moment,
    Precision,
    read_moment,
)

__all__ = ["DateRefused", "DateStyle", "HistoricalDate", "Moment", "Precision", "parse"]

#: Characters. The longest date that says anything is an interval of two times with zones.
LONGEST = 64

_SHOWN = 40


@total_ordering
@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date or an interval as somebody wrote it.

    ``start`` and ``end`` are the same moment for a single date. None is an end that the
    interval leaves open (``..``, then ``open_start`` or ``open_end`` is True) or that nobody
    knows (nothing before or after the stroke). Two dates are equal where their strings are;
    they sort by the first day they may mean, then the last.
    """

    edtf: str
    start: Moment | None
    end: Moment | None
    is_interval: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def earliest(self) -> date | None:
        """First day written. None: open, unknown, or outside the years 1 to 9999."""
        return _as_date(self.start.first_day) if self.start else None

    @property
    def latest(self) -> date | None:
        """Last day written, ``about`` not stretched. None as for ``earliest``."""
        return _as_date(self.end.last_day) if self.end else None

    @property
    def precision(self) -> Precision:
        """Of an interval, that of its coarser end."""
        return max((moment.precision for moment in self._ends()), key=PRECISIONS.index)

    @property
    def approximate(self) -> bool:
        return any(moment.approximate for moment in self._ends())

    @property
    def uncertain(self) -> bool:
        return any(moment.uncertain for moment in self._ends())

    @property
    def time(self) -> str | None:
        """Clock time of a single date as written (``10:30:00Z``); its zone is seldom known."""
        return None if self.is_interval or self.start is None else self.start.time

    @property
    def sort_key(self) -> tuple[Day, Day, str, str]:
        """First day, last day, time, string. An end without a day sorts by the other end."""
        ends = self._ends()
        return ends[0].first_day, ends[-1].last_day, self.time or "", self.edtf

    def display(self, style: DateStyle = "month-first") -> str:
        """In English: ``January 22, 1950``, ``about 1950``, ``after 1950`` (see date_wording)."""
        if self.start is not None and self.end is not None:
            if self.is_interval:
                return interval_in_words(self.start, self.end, style)
            return moment_in_words(self.start, style)
        words = moment_in_words(self._ends()[0], style)
        if self.end is None:
            return f"after {words}" if self.open_end else f"from {words}, end not known"
        return f"before {words}" if self.open_start else f"until {words}, beginning not known"

    def __str__(self) -> str:
        return self.edtf

    def __lt__(self, other: HistoricalDate) -> bool:
        return self.sort_key < other.sort_key

    def _ends(self) -> tuple[Moment, ...]:
        return tuple(moment for moment in (self.start, self.end) if moment is not None)


def parse(value: str) -> HistoricalDate:
    """The date that an EDTF level 1 string writes; ``.edtf`` is that string unchanged.

    Raises DateRefused, whose message gives the reason and what to write instead. An empty
    string is refused too: a record without a date has None.
    """
    if len(value) > LONGEST:
        raise DateRefused(
            f"{_shown(value)} is too long for a date: {len(value)} characters. {_EXAMPLES}"
        )
    found = _read(value)
    if found is None:
        raise DateRefused(_advice(value))
    return found


def _read(value: str) -> HistoricalDate | None:
    if value.count("/") == 1:
        return _read_interval(value)
    moment = read_moment(value)
    return None if moment is None else HistoricalDate(value, moment, moment)


def _read_interval(value: str) -> HistoricalDate | None:
    first, last = value.split("/")
    start, end = (None if part in ("", "..") else read_moment(part) for part in (first, last))
    missing = [part for part, moment in ((first, start), (last, end)) if moment is None]
    if any(part not in ("", "..") for part in missing) or len(missing) == 2:
        return None
    if start and end and end.last_day < start.first_day:
        raise DateRefused(
            f"{value} ends before it starts. Write {last}/{first}, "
            "or the one date alone where it is no span of time."
        )
    return HistoricalDate(
        value, start, end, is_interval=True, open_start=first == "..", open_end=last == ".."
    )


_EXAMPLES = "Write 1950-01-22, 1950-01, 1950~ (about), 195X (a decade) or 1950-01/1950-03."


def _advice(value: str) -> str:
    if not value.strip():
        return f"The date is empty. {_EXAMPLES}"
    meant, refusals = [], []
    for guess in guesses(value):
        try:
            if _read(guess) is not None and guess not in meant:
                meant.append(guess)
        except DateRefused as refusal:
            refusals.append(str(refusal))
    if meant:
        advice = ", or ".join(meant)
        stop = "" if advice.endswith("..") else "."
        return f"{_shown(value)} is not written as year, month and day. Write {advice}{stop}"
    return refusals[0] if refusals else f"{_shown(value)} is not a date. {_EXAMPLES}"


def _shown(value: str) -> str:
    """The string in quotes, shortened, without characters that disturb a line."""
    kept = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in value)
    return f"“{kept}”" if len(kept) <= _SHOWN else f"“{kept[:_SHOWN]}…”"


def _as_date(day: Day) -> date | None:
    return date(*day) if MINYEAR <= day[0] <= MAXYEAR else None
