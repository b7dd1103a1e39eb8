"""The numbers of one row compared by value.

A figure that nothing on the other side answers is set against one there that nothing here answers;
else against one that is said there more often than here; else against a small number in words, or a
figure that only a word answers. What is still alone is left to ``leftovers``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from archive.parallel.compared_dates import Door, date_span
from archive.parallel.facts import Facts
from archive.parallel.hijri import SPOKEN, same_year
from archive.parallel.lines import Compared, line
from archive.parallel.number_matching import Matched, Unmatched, match
from archive.parallel.numbers import SMALL_WORD, Number, canonical
from archive.parallel.pairing import paired
from archive.parallel.placing import placed
from archive.parallel.units import converted
from archive.parallel.values import Comparison, Span

Pair = tuple[Number, Number]

YEARS = range(1000, 2101)
BEFORE_YEAR = 30
"""Within so many characters before a year stands its day."""

NOT_CELSIUS = 50
"""So many degrees are Fahrenheit where the weather is meant."""


def compared_numbers(ours: Facts, theirs: Facts, doors: Sequence[Door]) -> Compared[Number]:
    """Every number of the row that can be compared. What nothing answers is left over, with the
    soft figures (27日) that do not."""
    found = match(ours, theirs)
    if not any((found.ours.alone, found.theirs.alone, found.ours.again, found.theirs.again,
                found.ours.unsure, found.theirs.unsure)):  # fmt: skip
        return Compared(_agreeing(found.agreeing, []), [], [])
    mine = _Left(found.ours, _waiting(found.ours.alone, doors, ours=True), theirs)
    other = _Left(found.theirs, _waiting(found.theirs.alone, doors, ours=False), ours)
    years = _years(mine, ours, theirs) + [(m, o) for o, m in _years(other, theirs, ours)]
    measures = _measures(mine, other, ours, theirs, found)
    agreeing, pairs = placed(found.agreeing, _set_against(mine, other), ours, theirs)
    lines = [
        *_agreeing(agreeing, pairs),
        *(line("number", number_span(number), None, "note", "moved") for number in mine.moved),
        *(line("number", None, number_span(number), "note", "moved") for number in other.moved),
        *(line("number", m, o, "note", "calendar") for m, o in years),
        *(line("number", number_span(m), number_span(o), "note", "unit") for m, o in measures),
        *(line("number", number_span(m), number_span(o), "flag") for m, o in pairs),
    ]
    return Compared(lines, mine.over(), other.over())


class _Left:
    """What one side leaves over, and what of it has found no counterpart yet.

    ``waiting`` are values that the other side says in the row above or below, where ours does not.
    ``words``: numbers in words that the other side may say too, in words that are not known.
    """

    def __init__(self, left: Unmatched, waiting: Collection[Decimal], others: Facts) -> None:
        alone = [number for number in left.alone if number.digits or others.reads_words]
        self.words = [number for number in left.alone if not (number.digits or others.reads_words)]
        self.moved = [number for number in alone if number.values[0] in waiting]
        self.alone = [number for number in alone if number.values[0] not in waiting]
        self.small = [number for number in self.moved if number.values[0] <= SMALL_WORD]
        self.again = list(left.again)
        self.unsure = [each for each in left.unsure if each.digits or others.reads_words]
        self.worded, self.weak = list(left.worded), [*self.unsure, *left.worded]

    def over(self) -> list[Number]:
        """What may still be set against a date, or else stands alone."""
        return [*self.alone, *self.words, *_in_digits(self.unsure)]

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


def _years(mine: _Left, ours: Facts, theirs: Facts) -> list[tuple[Span, Span]]:
    """A year of the Islamic calendar that the other side states by the Gregorian. The figures just
    before it are days of that calendar, and say nothing."""
    if not {ours.spoken, theirs.spoken} & SPOKEN:
        return []
    found: list[tuple[Span, Span]] = []
    known = [(d.year, date_span(d)) for d in theirs.dates if d.year]
    known += [(int(n.values[0]), number_span(n)) for n in theirs.numbers if n.values[0] in YEARS]
    for number in _in_digits(mine.alone):
        value = number.values[0]
        there = [span for year, span in known if value % 1 == 0 and same_year(int(value), year)]
        if there:
            found.append((number_span(number), there[0]))
            near = range(number.start - BEFORE_YEAR, number.end)
            mine.drop([each for each in (*mine.alone, *mine.unsure) if each.end in near])
            mine.drop([number])
    return found


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
    for ours, theirs in _pools(mine, other):
        more = [(m, o) for m, o in paired(ours, theirs) if m and o] if ours and theirs else []
        mine.drop(m for m, _ in more)
        other.drop(o for _, o in more)
        pairs += more
    return pairs


def _pools(mine: _Left, other: _Left) -> Iterator[tuple[Sequence[Number], Sequence[Number]]]:
    """What may be set against what, the surest first; each as it is left by those before."""
    yield mine.alone, other.alone
    yield mine.alone, other.small
    yield mine.small, other.alone
    yield mine.alone, other.again
    yield mine.again, other.alone
    yield mine.alone, other.weak
    yield mine.weak, other.alone
    yield _in_digits(mine.unsure), other.unsure
    yield mine.unsure, _in_digits(other.unsure)
    yield _in_digits(mine.again), other.unsure
    yield mine.unsure, _in_digits(other.again)
    yield _in_digits(mine.again), _in_digits(other.again)
    yield mine.worded, _in_digits(other.again)
    yield _in_digits(mine.again), other.worded


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
