"""Which numbers of one wording answer which of the other, each mention used once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from archive.parallel.facts import Facts
from archive.parallel.numbers import Number

MANY = 10_000
"""Past so many pairs of equal numbers they are taken in order, not by nearness."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Of one side, soft ones left out. ``alone``: nothing there states it. ``again``: stated
    there, but not as often as here, which is no difference of itself."""

    alone: list[Number]
    again: list[Number]


@dataclass(frozen=True, slots=True)
class Matched:
    """``agreeing`` are (ours, theirs); of two soft ones too."""

    agreeing: list[tuple[Number, Number]]
    ours: Unmatched
    theirs: Unmatched


def match(ours: Facts, theirs: Facts) -> Matched:
    """Figures with figures that say the same first, then with anything that may."""
    mine, other = _Side(ours.numbers), _Side(theirs.numbers)
    pairs = [
        *_paired(mine, other, _likeliest, hard=True),
        *_paired(mine, other, _likeliest, hard=False),
        *_paired(mine, other, _any, hard=False),
    ]
    agreeing = [(ours.numbers[i], theirs.numbers[j]) for i, j in sorted(pairs)]
    return Matched(agreeing, mine.unmatched(theirs), other.unmatched(ours))


class _Side:
    """The numbers of a text, and which of them are used."""

    __slots__ = ("numbers", "used")

    def __init__(self, numbers: Sequence[Number]) -> None:
        self.numbers = numbers
        self.used: set[int] = set()

    def unused(self, *, hard: bool) -> Iterable[tuple[int, Number]]:
        for place, number in enumerate(self.numbers):
            if place not in self.used and not (hard and number.soft):
                yield place, number

    def unmatched(self, others: Facts) -> Unmatched:
        left = Unmatched([], [])
        for _, number in self.unused(hard=True):
            (left.again if others.answers(number) else left.alone).append(number)
        return left


def _likeliest(number: Number) -> tuple[Decimal, ...]:
    return number.values[:1]


def _any(number: Number) -> tuple[Decimal, ...]:
    return number.values


def _paired(
    ours: _Side, theirs: _Side, values: Callable[[Number], tuple[Decimal, ...]], *, hard: bool
) -> list[tuple[int, int]]:
    """Places of those that agree by one of the values asked for; now used."""
    pairs: list[tuple[int, int]] = []
    mine, other = _by_value(ours, values, hard), _by_value(theirs, values, hard)
    for value in [value for value in mine if value in other]:
        for i, j in _nearest(
            [i for i in mine[value] if i not in ours.used],
            [j for j in other[value] if j not in theirs.used],
            len(theirs.numbers) / len(ours.numbers),
        ):
            if ours.numbers[i].agrees(theirs.numbers[j]):
                ours.used.add(i)
                theirs.used.add(j)
                pairs.append((i, j))
    return pairs


def _by_value(
    side: _Side, values: Callable[[Number], tuple[Decimal, ...]], hard: bool
) -> dict[Decimal, list[int]]:
    places: dict[Decimal, list[int]] = defaultdict(list)
    for place, number in side.unused(hard=hard):
        for value in values(number):
            places[value].append(place)
    return places


def _nearest(ours: list[int], theirs: list[int], stretch: float) -> Iterator[tuple[int, int]]:
    """In order where both say it as often; else those of the rarer side, each with the nearest."""
    if len(ours) == len(theirs) or len(ours) * len(theirs) > MANY:
        yield from zip(ours, theirs, strict=False)
        return
    fewer, more = sorted((ours, theirs), key=len)
    scale = stretch if fewer is ours else 1 / stretch
    left = list(more)
    for place in fewer:
        nearest = min(left, key=lambda each: abs(each - place * scale))
        left.remove(nearest)
        yield (place, nearest) if fewer is ours else (nearest, place)
