"""The numbers of one row compared by value.

A figure that nothing on the other side answers is set against one there that nothing here answers;
else against one that is said there more often than here; else against a small number in words. What
is still alone is a flag where it stands in digits and nothing excuses it, a note otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from archive.parallel.compared_dates import Door
from archive.parallel.facts import Facts
from archive.parallel.lines import Compared, line
from archive.parallel.number_matching import Matched, Unmatched, match
from archive.parallel.numbers import SMALL_WORD, Number, canonical
from archive.parallel.pairing import paired
from archive.parallel.placing import placed
from archive.parallel.units import converted
from archive.parallel.values import Comparison, Span

Pair = tuple[Number, Number]

NOT_CELSIUS = 50
"""So many degrees are Fahrenheit where the weather is meant."""


def compared_numbers(ours: Facts, theirs: Facts, doors: Sequence[Door]) -> Compared[Number]:
    """Every number of the row that can be compared. What nothing answers is left over, with the
    soft figures (27日) that do not."""
    found = match(ours, theirs)
    if not any((found.ours.alone, found.theirs.alone, found.ours.again, found.theirs.again,
                found.ours.unsure, found.theirs.unsure)):  # fmt: skip
        return Compared(_agreeing(found.agreeing, []), [], [])
    mine = _Left(found.ours, _waiting(found.ours.alone, doors, ours=True))
    other = _Left(found.theirs, _waiting(found.theirs.alone, doors, ours=False))
    measures = _measures(mine, other, ours, theirs, found)
    agreeing, pairs = placed(found.agreeing, _set_against(mine, other), ours, theirs)
    lines = [
        *_agreeing(agreeing, pairs),
        *(line("number", number_span(number), None, "note", "moved") for number in mine.moved),
        *(line("number", None, number_span(number), "note", "moved") for number in other.moved),
        *(line("number", number_span(m), number_span(o), "note", "unit") for m, o in measures),
        *(line("number", number_span(m), number_span(o), "flag") for m, o in pairs),
    ]
    return Compared(
        lines,
        [*mine.alone, *_in_digits(mine.unsure)],
        [*other.alone, *_in_digits(other.unsure)],
    )


class _Left:
    """What one side leaves over, and what of it has found no counterpart yet.

    ``waiting`` are values that the other side says in the row above or below, where ours does not.
    """

    def __init__(self, left: Unmatched, waiting: Collection[Decimal]) -> None:
        self.moved = [number for number in left.alone if number.values[0] in waiting]
        self.alone = [number for number in left.alone if number.values[0] not in waiting]
        self.small = [number for number in self.moved if number.values[0] <= SMALL_WORD]
        self.again, self.unsure = list(left.again), list(left.unsure)
        self.worded, self.weak = list(left.worded), [*left.unsure, *left.worded]

    def drop(self, gone: Iterable[Number]) -> None:
        """Take out what has a counterpart."""
        known = {id(number) for number in gone}
        for numbers in (
            self.moved, self.alone, self.small, self.again, self.unsure, self.weak,
            self.worded,
        ):  # fmt: skip
            numbers[:] = [number for number in numbers if id(number) not in known]


def _waiting(
    numbers: Sequence[Number], doors: Sequence[Door], *, ours: bool
) -> Collection[Decimal]:
    waiting: set[Decimal] = set()
    for door in doors if numbers else ():
        found = match(*door)
        alone = (found.theirs if ours else found.ours).alone
        waiting.update(value for number in alone for value in number.values[:1])
    return waiting


def _measures(mine: _Left, other: _Left, ours: Facts, theirs: Facts, found: Matched) -> list[Pair]:
    """Figures that are the same measure in another system, each of those left over once; one side
    may give both measures, the other one. Degrees are not converted where others, too high to be
    Celsius, are the same."""
    same = any(_degrees(m) and m.values[0] >= NOT_CELSIUS for m, _ in found.agreeing)
    pairs: list[Pair] = []
    used: list[Number] = []
    for number in mine.alone:
        for answer in (*other.alone, *other.again, *theirs.numbers):
            if _converts(number, answer, same) and not any(answer is each for each in used):
                pairs.append((number, answer))
                used.append(answer)
                break
    for answer in other.alone:
        other_way = next((n for n in ours.numbers if _converts(n, answer, same)), None)
        if other_way is not None and not any(answer is each for each in used):
            pairs.append((other_way, answer))
    mine.drop(m for m, _ in pairs)
    other.drop(o for _, o in pairs)
    return pairs


def _degrees(number: Number) -> bool:
    return number.unit is not None and number.unit.dimension == "degree"


def _converts(mine: Number, other: Number, same_degrees: bool) -> bool:
    if same_degrees and (_degrees(mine) or _degrees(other)):
        return False
    if mine.decade != other.decade and _degrees(other if mine.decade else mine):
        decade, other = (mine, other) if mine.decade else (other, mine)
        return any(
            converted(
                float(decade.values[0]) + more, other.unit, float(other.values[0]), other.unit
            )
            for more in (0, 4, 9)
        )
    return converted(float(mine.values[0]), mine.unit, float(other.values[0]), other.unit)


def _set_against(mine: _Left, other: _Left) -> list[Pair]:
    """What nothing answers, set against what it may stand for; the likest first.

    A small figure that a neighbouring row says too is there by chance where another is left over.
    """
    pairs: list[Pair] = []
    for ours, theirs in (
        (mine.alone, other.alone),
        (mine.alone, other.small),
        (mine.small, other.alone),
        (mine.alone, other.again),
        (mine.again, other.alone),
        (mine.alone, other.weak),
        (mine.weak, other.alone),
        (_in_digits(mine.unsure), other.unsure),
        (mine.unsure, _in_digits(other.unsure)),
        (_in_digits(mine.again), other.unsure),
        (mine.unsure, _in_digits(other.again)),
        (_in_digits(mine.again), _in_digits(other.again)),
        (mine.worded, _in_digits(other.again)),
        (_in_digits(mine.again), other.worded),
    ):
        more = [(m, o) for m, o in paired(ours, theirs) if m and o] if ours and theirs else []
        mine.drop(m for m, _ in more)
        other.drop(o for _, o in more)
        pairs += more
    return pairs


def _in_digits(numbers: Sequence[Number]) -> list[Number]:
    return [number for number in numbers if number.digits]


def _agreeing(agreeing: Sequence[Pair], unlike: Sequence[Pair]) -> list[Comparison]:
    """Of two soft numbers nothing is said, nor of what is now set against another."""
    gone = {id(number) for pair in unlike for number in pair}
    return [
        line("number", number_span(mine, value), number_span(other, value))
        for mine, other in agreeing
        if not (mine.soft and other.soft) and not {id(mine), id(other)} & gone
        for value in [next(value for value in mine.values if value in other.values)]
    ]


def number_span(number: Number, value: Decimal | None = None) -> Span:
    """Where it stands, and what it says, or that of its readings that the other side shares."""
    return Span(number.start, number.end, canonical(number.values[0] if value is None else value))
