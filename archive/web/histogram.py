"""Records by year as bars that a template draws as SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

#: More bars than this are unreadable; years are then drawn in fives, tens, twenties.
_MOST_BARS = 60
_FEWEST_BARS = 24
_SPANS = (1, 2, 5, 10, 20, 50, 100, 200)


class Bar(msgspec.Struct, frozen=True):
    """Years ``first`` to ``last`` together; ``height`` is 0..100 of the tallest, ``place`` counts
    bars from 0. ``href`` leads to these years, empty where the bar is no link."""

    place: int
    first: int
    last: int
    count: int
    height: float
    on: bool
    href: str = ""

    @property
    def words(self) -> str:
        """``1950: 43``, ``1950–1954: 210``."""
        years = str(self.first) if self.first == self.last else f"{self.first}–{self.last}"
        return f"{years}: {self.count:,}"


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars in order of time, the years under the axis, and the whole in words."""

    bars: tuple[Bar, ...]
    ticks: tuple[int, ...]
    words: str


def histogram(
    years: Mapping[int, int],
    chosen: tuple[int, int] | None = None,
    *,
    ticks: int = 5,
    most: int = _MOST_BARS,
    link: Callable[[int, int], str] | None = None,
) -> Histogram | None:
    """At most ``most`` bars for counts by year, those within ``chosen`` lit; None where there is
    nothing. ``link`` gives the address of the years from the first to the last."""
    counted = {year: count for year, count in years.items() if count > 0}
    if not counted:
        return None
    first, last = _widened(min(counted), max(counted))
    span = next((s for s in _SPANS if (last - first) // s < most), _SPANS[-1])
    starts = range(first - first % span, last + 1, span)
    totals = dict.fromkeys(starts, 0)
    for year, count in counted.items():
        totals[year - year % span] += count
    bars = tuple(_bars(totals, span, chosen, link))
    top = max(bars, key=lambda bar: bar.count)
    words = (
        f"Records by year from {min(counted)} to {max(counted)}; "
        f"most in {top.words.partition(':')[0]}"
    )
    return Histogram(bars, _ticks(bars, ticks), words)


def _bars(
    totals: Mapping[int, int],
    span: int,
    chosen: tuple[int, int] | None,
    link: Callable[[int, int], str] | None,
) -> Iterator[Bar]:
    tallest = max(totals.values())
    for n, (start, total) in enumerate(totals.items()):
        end = start + span - 1
        address = link(start, end) if link and total else ""
        yield Bar(n, start, end, total, _height(total, tallest), _lit(start, span, chosen), address)


def _widened(first: int, last: int) -> tuple[int, int]:
    """At least ``_FEWEST_BARS`` years, so that a young archive has no bar as broad as the page."""
    lacking = max(_FEWEST_BARS - (last - first + 1), 0)
    return first - lacking // 2, last + lacking - lacking // 2


def _height(total: int, tallest: int) -> float:
    return max(round(100 * total / tallest, 1), 2.0) if total else 0.0


def _lit(start: int, span: int, chosen: tuple[int, int] | None) -> bool:
    return chosen is not None and start <= chosen[1] and chosen[0] <= start + span - 1


def _ticks(bars: tuple[Bar, ...], most: int) -> tuple[int, ...]:
    count = min(most, len(bars))
    places = [round(n * (len(bars) - 1) / (count - 1)) for n in range(count)]
    return (*(bars[place].first for place in places[:-1]), bars[places[-1]].last)
