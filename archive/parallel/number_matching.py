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
    """What one side leaves over.

    ``alone``: nothing on the other side states it. ``again``: stated there, but not as often as
    here, which is no difference of itself. The last two may be set against what nothing answers:
    ``unsure``, small words that nothing answers, and ``worded``, figures that only a word answers.
    """

    alone: list[Number]
    again: list[Number]
    unsure: list[Number]
    worded: list[Number]


@dataclass(frozen=True, slots=True)
class Matched:
    """``agreeing`` are (ours, theirs); of two soft ones too."""

    agreeing: list[tuple[Number, Number]]
    ours: Unmatched
    theirs: Unmatched


def match(ours: Facts, theirs: Facts) -> Matched:
    """Figures with figures that say the same first, words with words, then all with all.

    A word that answers a word is not there to excuse a figure.
    """
    mine, other = _Side(ours.numbers), _Side(theirs.numbers)
    pairs = [
        *_paired(mine, other, _likeliest, _hard),
        *_paired(mine, other, _likeliest, _word),
        *_paired(mine, other, _likeliest, _each),
        *_paired(mine, other, _any, _each),
    ]
    agreeing = [(ours.numbers[i], theirs.numbers[j]) for i, j in sorted(pairs)]
    worded = [(m, o) for m, o in agreeing if m.digits != o.digits]
    return Matched(
        agreeing,
        mine.unmatched(theirs, [m for m, _ in worded]),
        other.unmatched(ours, [o for _, o in worded]),
    )


class _Side:
    """The numbers of a text, and which of them are used."""

    __slots__ = ("numbers", "used")

    def __init__(self, numbers: Sequence[Number]) -> None:
        self.numbers = numbers
        self.used: set[int] = set()

    def unused(self, wanted: Callable[[Number], bool]) -> Iterable[tuple[int, Number]]:
        for place, number in enumerate(self.numbers):
            if place not in self.used and wanted(number):
                yield place, number

    def unmatched(self, others: Facts, worded: Sequence[Number]) -> Unmatched:
        left = Unmatched(
            [], [], [], [number for number in worded if number.digits and not number.soft]
        )
        for _, number in self.unused(_each):
            if not number.soft:
                (left.again if others.answers(number) else left.alone).append(number)
            elif number.counted and (number.digits is False or not others.answers(number)):
                left.unsure.append(number)
        return left


def _hard(number: Number) -> bool:
    return not number.soft


def _word(number: Number) -> bool:
    return not number.digits


def _each(number: Number) -> bool:
    return True


def _likeliest(number: Number) -> tuple[Decimal, ...]:
    return number.values[:1]


def _any(number: Number) -> tuple[Decimal, ...]:
    return number.values


def _paired(
    ours: _Side,
    theirs: _Side,
    values: Callable[[Number], tuple[Decimal, ...]],
    wanted: Callable[[Number], bool],
) -> list[tuple[int, int]]:
    """Places of those that agree by one of the values asked for; now used."""
    pairs: list[tuple[int, int]] = []
    mine, other = _by_value(ours, values, wanted), _by_value(theirs, values, wanted)
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
    side: _Side,
    values: Callable[[Number], tuple[Decimal, ...]],
    wanted: Callable[[Number], bool],
) -> dict[Decimal, list[int]]:
    places: dict[Decimal, list[int]] = defaultdict(list)
    for place, number in side.unused(wanted):
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
