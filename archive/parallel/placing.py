"""Which of several mentions of a figure is the odd one: that which stands where its counterpart does.

Of "29 games, 19 lost" and "19 games, 19 lost" it is the first 19 that is set against 29, whichever
of the two was counted as left over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from archive.parallel.facts import Facts
from archive.parallel.numbers import Number

Pair = tuple[Number, Number]

MANY = 20
"""A figure that stands in a row more often than this is left as it was counted."""


def placed(
    agreeing: Sequence[Pair], unlike: Sequence[Pair], ours: Facts, theirs: Facts
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that agree and those that do not, (ours, theirs), after mentions of the same figure
    have changed places."""
    mine, other = _Mentions(ours.numbers), _Mentions(theirs.numbers)
    pairs: list[Pair] = []
    for first, second in unlike:
        figures = first.digits and second.digits
        where, there = mine.where(first, figures), other.where(second, figures)
        pairs.append((mine.beside(first, there, figures), other.beside(second, where, figures)))
    return [(mine.left(first), other.left(second)) for first, second in agreeing], pairs


class _Mentions:
    """The figures of one text, where each stands, and which have changed places."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        figures = [number for number in numbers if number.digits and not number.soft]
        self._all, self._figures = _places(numbers), _places(figures)
        self._alike: dict[object, list[Number]] = defaultdict(list)
        for number in figures:
            self._alike[_said(number)].append(number)
        self._swapped: dict[int, Number] = {}

    def where(self, number: Number, figures: bool) -> float:
        """Its place among the figures in digits, or among all, 0..1."""
        places = self._figures if figures else self._all
        return places.get(id(number), self._all[id(number)])

    def beside(self, number: Number, place: float, figures: bool) -> Number:
        """The mention of the same figure that stands nearest; it changes places with this one."""
        alike = self._alike[_said(number)]
        if not 1 < len(alike) <= MANY or all(number is not each for each in alike):
            return number
        best = min(alike, key=lambda each: abs(self.where(each, figures) - place))
        alike[:] = [each for each in alike if each is not best]
        if best is not number:
            self._swapped[id(best)] = number
        return best

    def left(self, number: Number) -> Number:
        """What now stands where this one stood."""
        while id(number) in self._swapped:
            number = self._swapped[id(number)]
        return number


def _said(number: Number) -> object:
    """All that it may mean: the 3 of "3 p.m." may be 15, and cannot stand for another 3."""
    return number.values, number.unit


def _places(numbers: Sequence[Number]) -> dict[int, float]:
    return {id(number): (n + 0.5) / len(numbers) for n, number in enumerate(numbers)}
