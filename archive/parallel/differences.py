"""Where two wordings of one row disagree in a number, a date or a known name.

Precision first: a false flag costs a reader more than a missed one. Nothing is flagged unless both
sides state something that the other does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from archive.parallel.dates import DateMention
from archive.parallel.facts import Facts, facts
from archive.parallel.folding import fold
from archive.parallel.names import find_name, forms_in, may_name
from archive.parallel.numbers import Number, canonical
from archive.parallel.pairing import paired, paired_dates
from archive.parallel.units import converted
from archive.parallel.values import (
    Comparison,
    Difference,
    Kind,
    NameForms,
    Reason,
    Severity,
    Span,
)


def differences(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    *,
    date: str | None = None,
    names: Sequence[NameForms] = (),
    before: tuple[str, str] = ("", ""),
    after: tuple[str, str] = ("", ""),
) -> list[Difference]:
    """What disagrees in an aligned row, in the order of the source, then of the target.

    ``date`` is the record's (EDTF); its year stands in for one that a date leaves out when
    calendars are compared. ``names`` are the authority's: no other name is ever compared.
    ``before`` and ``after`` are the rows above and below, (source, target): what is found there
    is noted as moved.
    """
    compared = collate(
        source,
        target,
        source_language,
        target_language,
        date=date,
        names=names,
        before=before,
        after=after,
    )
    return [line.difference for line in compared if line.difference is not None]


def collate(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    *,
    date: str | None = None,
    names: Sequence[NameForms] = (),
    before: tuple[str, str] = ("", ""),
    after: tuple[str, str] = ("", ""),
) -> list[Comparison]:
    """Everything that was compared in a row, agreeing or not; arguments as in ``differences``.

    A row that only one text has is not compared.
    """
    if not source.strip() or not target.strip():
        return []
    ours, theirs = facts(source, source_language), facts(target, target_language)
    near_ours = [facts(text, source_language) for text in (before[0], after[0])]
    near_theirs = [facts(text, target_language) for text in (before[1], after[1])]
    near = _Near(near_ours, near_theirs)
    lines = [
        *_dates(ours, theirs, near, _year(date)),
        *_numbers(ours, theirs, near),
        *_names(names, fold(source), fold(target), source_language, target_language),
    ]
    return sorted(lines, key=_place)


def _place(line: Comparison) -> tuple[int, int, str]:
    source = line.source.start if line.source else 10**9
    return source, line.target.start if line.target else -1, line.kind


def _year(date: str | None) -> int | None:
    head = (date or "")[:4]
    return int(head) if len(head) == 4 and head.isdecimal() else None


@dataclass(frozen=True, slots=True)
class _Near:
    """The rows next door, by side."""

    ours: list[Facts]
    theirs: list[Facts]


def _line(
    kind: Kind,
    source: Span | None,
    target: Span | None,
    severity: Severity | None = None,
    reason: Reason = "differs",
) -> Comparison:
    found = Difference(kind, source, target, severity, reason) if severity else None
    return Comparison(kind, source, target, found)


def _numbers(ours: Facts, theirs: Facts, near: _Near) -> list[Comparison]:
    lines = _agreeing(ours, theirs)
    ours_left = [number for number in ours.numbers if not theirs.answers(number)]
    theirs_left = [number for number in theirs.numbers if not ours.answers(number)]
    ours_here, ours_moved = _parted(ours_left, near.theirs)
    theirs_here, theirs_moved = _parted(theirs_left, near.ours)
    lines += [_moved(number, True) for number in ours_moved if not number.soft]
    lines += [_moved(number, False) for number in theirs_moved if not number.soft]
    for mine, other in _set_against(ours_here, theirs_here):
        lines.append(_unlike(mine, other))
    return lines


def _parted(numbers: list[Number], next_door: list[Facts]) -> tuple[list[Number], list[Number]]:
    """Those that no neighbouring row of the other side states, and those that one does."""
    here: list[Number] = []
    moved: list[Number] = []
    for number in numbers:
        away = any(others.answers(number) for others in next_door)
        (moved if away else here).append(number)
    return here, moved


def _set_against(
    ours: list[Number], theirs: list[Number]
) -> list[tuple[Number | None, Number | None]]:
    """Figures against figures; one that is left over then against a small number in words."""
    pairs = paired([n for n in ours if not n.soft], [n for n in theirs if not n.soft])
    both = [pair for pair in pairs if None not in pair]
    lone_ours = [mine for mine, other in pairs if mine is not None and other is None]
    lone_theirs = [other for mine, other in pairs if other is not None and mine is None]
    return (
        both
        + paired(lone_ours, [n for n in theirs if n.counted], words="theirs")
        + paired([n for n in ours if n.counted], lone_theirs, words="ours")
    )


def _agreeing(ours: Facts, theirs: Facts) -> list[Comparison]:
    """A line for each number that both state, each mention used once; soft pairs left out."""
    lines: list[Comparison] = []
    places: dict[Decimal, list[int]] = {}
    for place in reversed(range(len(theirs.numbers))):
        for value in theirs.numbers[place].values:
            places.setdefault(value, []).append(place)
    used: set[int] = set()
    for number in ours.numbers:
        other = _first_unused(number, theirs, places, used)
        if other is not None and not (number.soft and other.soft):
            value = next(value for value in number.values if value in other.values)
            lines.append(_line("number", _span(number, value), _span(other, value)))
    return lines


def _first_unused(
    number: Number, theirs: Facts, places: dict[Decimal, list[int]], used: set[int]
) -> Number | None:
    """The next mention that agrees, taken off ``places`` (last first) and put into ``used``."""
    for value in number.values:
        waiting = places.get(value, [])
        while waiting and waiting[-1] in used:
            waiting.pop()
        if waiting and number.agrees(theirs.numbers[waiting[-1]]):
            used.add(waiting[-1])
            return theirs.numbers[waiting.pop()]
    return None


def _span(number: Number, value: Decimal | None = None) -> Span:
    return Span(number.start, number.end, canonical(number.values[0] if value is None else value))


def _moved(number: Number, mine: bool) -> Comparison:
    span = _span(number)
    return _line("number", span if mine else None, None if mine else span, "note", "moved")


def _unlike(mine: Number | None, other: Number | None) -> Comparison:
    source, target = (_span(mine) if mine else None), (_span(other) if other else None)
    if mine is None or other is None:
        return _line("number", source, target, "note", "only here")
    if converted(mine.unit, other.unit):
        return _line("number", source, target, "note", "unit")
    return _line("number", source, target, "flag")


def _dates(ours: Facts, theirs: Facts, near: _Near, year: int | None) -> list[Comparison]:
    lines: list[Comparison] = []
    for mention in ours.dates:
        answer = theirs.dated(mention)
        if answer is not None and not (mention.soft and answer.soft):
            lines.append(_line("date", _date_span(mention), _date_span(answer)))
    ours_here, ours_moved = _dates_parted(_dates_left(ours, theirs), near.theirs)
    theirs_here, theirs_moved = _dates_parted(_dates_left(theirs, ours), near.ours)
    lines += [_line("date", _date_span(m), None, "note", "moved") for m in ours_moved]
    lines += [_line("date", None, _date_span(o), "note", "moved") for o in theirs_moved]
    pairs = paired_dates(ours_here, theirs_here)
    return lines + [_unlike_dates(mention, other, year) for mention, other in pairs]


def _dates_left(stated: Facts, others: Facts) -> list[DateMention]:
    """Dates that the other side states neither as a date nor, day and year, in bare figures."""
    return [
        mention
        for mention in stated.dates
        if not mention.soft
        and others.dated(mention) is None
        and not all(others.states(part) for part in (mention.day, mention.year) if part is not None)
    ]


def _dates_parted(
    left: list[DateMention], next_door: list[Facts]
) -> tuple[list[DateMention], list[DateMention]]:
    """As ``_parted``, for dates."""
    here: list[DateMention] = []
    moved: list[DateMention] = []
    for mention in left:
        away = any(others.dated(mention) is not None for others in next_door)
        (moved if away else here).append(mention)
    return here, moved


def _date_span(mention: DateMention) -> Span:
    return Span(mention.start, mention.end, mention.value)


def _unlike_dates(
    mine: DateMention | None, other: DateMention | None, year: int | None
) -> Comparison:
    source, target = (_date_span(mine) if mine else None), (_date_span(other) if other else None)
    if mine is None or other is None:
        return _line("date", source, target, "note", "only here")
    if mine.calendar_apart(other, year):
        return _line("date", source, target, "note", "calendar")
    return _line("date", source, target, "flag")


def _names(
    names: Sequence[NameForms], source: str, target: str, source_tongue: str, target_tongue: str
) -> list[Comparison]:
    lines: list[Comparison] = []
    ours: list[Span] = []
    theirs: list[Span] = []
    for name in names:
        if not (forms_in(name, source_tongue) and forms_in(name, target_tongue)):
            continue
        mine, other = (
            find_name(name, source, source_tongue),
            find_name(name, target, target_tongue),
        )
        if mine and other:
            lines.append(_line("name", mine, other))
        elif mine and not may_name(name, target, target_tongue):
            ours.append(mine)
        elif other and not may_name(name, source, source_tongue):
            theirs.append(other)
    return lines + _unlike_names(sorted(ours, key=_start), sorted(theirs, key=_start))


def _start(span: Span) -> int:
    return span.start


def _unlike_names(ours: list[Span], theirs: list[Span]) -> list[Comparison]:
    both = min(len(ours), len(theirs))
    lines = [_line("name", mine, other, "flag") for mine, other in zip(ours, theirs, strict=False)]
    lines += [_line("name", mine, None, "note", "only here") for mine in ours[both:]]
    return lines + [_line("name", None, other, "note", "only here") for other in theirs[both:]]
