"""The numbers of one row compared by value.

A figure that nothing on the other side answers is set against one there that nothing here answers;
else against one that is said there more often than here; else against a small number in words. What
is still alone is a flag where it stands in digits and nothing excuses it, a note otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from archive.parallel.compared_dates import Door
from archive.parallel.facts import Facts
from archive.parallel.lines import line
from archive.parallel.number_matching import Matched, match
from archive.parallel.numbers import Number, canonical
from archive.parallel.pairing import paired
from archive.parallel.units import converted
from archive.parallel.values import Comparison, Reason, Severity, Span

Pair = tuple[Number, Number]


def compared_numbers(ours: Facts, theirs: Facts, doors: Sequence[Door]) -> list[Comparison]:
    """Every number of the row that can be compared, agreeing or not."""
    found = match(ours, theirs)
    lines = [
        _agreeing(mine, other) for mine, other in found.agreeing if not (mine.soft and other.soft)
    ]
    mine, other = found.ours.alone, found.theirs.alone
    if not mine and not other:
        return lines
    moved_mine, mine = _parted(mine, _answered_next_door(mine, doors, ours=True))
    moved_other, other = _parted(other, _answered_next_door(other, doors, ours=False))
    lines += [_lone(number, True, "note", "moved") for number in moved_mine]
    lines += [_lone(number, False, "note", "moved") for number in moved_other]
    measures = _measures(mine, other, ours, theirs)
    lines += [line("number", _span(m), _span(o), "note", "unit") for m, o in measures]
    mine = [number for number in mine if all(number is not m for m, _ in measures)]
    other = [number for number in other if all(number is not o for _, o in measures)]
    return lines + _unlike(mine, other, found, ours, theirs)


def _parted(
    numbers: Sequence[Number], chosen: Callable[[Number], bool]
) -> tuple[list[Number], list[Number]]:
    """Those chosen, and the others."""
    yes: list[Number] = []
    no: list[Number] = []
    for number in numbers:
        (yes if chosen(number) else no).append(number)
    return yes, no


def _answered_next_door(
    numbers: Sequence[Number], doors: Sequence[Door], *, ours: bool
) -> Callable[[Number], bool]:
    """Whether the other side says it in the row above or below, where ours does not."""
    waiting: set[Decimal] = set()
    for door in doors if numbers else ():
        found = match(*door)
        alone = (found.theirs if ours else found.ours).alone
        waiting.update(value for number in alone for value in number.values[:1])
    return lambda number: number.values[0] in waiting


def _measures(
    mine: Sequence[Number], other: Sequence[Number], ours: Facts, theirs: Facts
) -> list[Pair]:
    """Figures that are the same measure in another system, each of those left over once; one side
    may give both measures, the other one."""
    pairs: list[Pair] = []
    used: list[Number] = []
    for number in mine:
        for answer in (*other, *theirs.numbers):
            if _converts(number, answer) and not any(answer is each for each in used):
                pairs.append((number, answer))
                used.append(answer)
                break
    for answer in other:
        other_way = next((n for n in ours.numbers if _converts(n, answer)), None)
        if other_way is not None and not any(answer is each for each in used):
            pairs.append((other_way, answer))
    return pairs


def _converts(mine: Number, other: Number) -> bool:
    if mine.unit is None or other.unit is None:
        return False
    return converted(float(mine.values[0]), mine.unit, float(other.values[0]), other.unit)


def _unlike(
    mine: Sequence[Number], other: Sequence[Number], found: Matched, ours: Facts, theirs: Facts
) -> list[Comparison]:
    """What nothing answers, set against what it may stand for; the likest first."""
    pairs, mine, other = _set_against(mine, other)
    for more_ours, more_theirs in (
        (found.ours.again, found.theirs.again),
        ([n for n in ours.numbers if n.counted], [n for n in theirs.numbers if n.counted]),
    ):
        more, mine, _ = _set_against(mine, more_theirs)
        still, _, other = _set_against(more_ours, other)
        pairs += more + still
    lines = [line("number", _span(m), _span(o), "flag") for m, o in pairs]
    lines += [_lone(number, True, _weight(number), "only here") for number in mine]
    return lines + [_lone(number, False, _weight(number), "only here") for number in other]


def _set_against(
    ours: Sequence[Number], theirs: Sequence[Number]
) -> tuple[list[Pair], list[Number], list[Number]]:
    """The pairs, and what is left of ours and of theirs."""
    found = paired(ours, theirs) if ours or theirs else []
    return (
        [(mine, other) for mine, other in found if mine and other],
        [mine for mine, other in found if mine and not other],
        [other for mine, other in found if other and not mine],
    )


def _weight(number: Number) -> Severity:
    """A figure in digits that stands alone is a flag, but for a temperature in another scale."""
    degrees = number.unit is not None and number.unit.dimension == "degree"
    return "flag" if number.stark and not degrees else "note"


def _agreeing(mine: Number, other: Number) -> Comparison:
    value = next(value for value in mine.values if value in other.values)
    return line("number", _span(mine, value), _span(other, value))


def _lone(number: Number, mine: bool, severity: Severity, reason: Reason) -> Comparison:
    span = _span(number)
    return line("number", span if mine else None, None if mine else span, severity, reason)


def _span(number: Number, value: Decimal | None = None) -> Span:
    return Span(number.start, number.end, canonical(number.values[0] if value is None else value))
