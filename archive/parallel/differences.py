"""Where two wordings of one row disagree in a number, a date or a known name.

Precision first: a false flag costs a reader more than a missed one. Nothing is flagged unless both
sides state something that the other does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import zip_longest

from archive.parallel.dates import DateMention
from archive.parallel.facts import Facts, facts
from archive.parallel.folding import fold
from archive.parallel.names import find_name, forms_in, may_name
from archive.parallel.numbers import Number, canonical
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

MANY_PAIRS = 10_000
"""Past this, numbers left over are set against each other in order, not by likeness."""


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


def paired(
    ours: Sequence[Number], theirs: Sequence[Number], words: str = ""
) -> list[tuple[Number | None, Number | None]]:
    """Numbers left over on both sides set against each other: the likest digits first, then place.

    Every number stands in one pair, but those of the side in ``words`` only where answered.
    A hopelessly long row is paired in order.
    """
    if len(ours) * len(theirs) > MANY_PAIRS:
        return list(zip_longest(ours, theirs)) if not words else []
    ranked = sorted(
        (_unlikeness(mine, other, i / len(ours) - j / len(theirs)), i, j)
        for i, mine in enumerate(ours)
        for j, other in enumerate(theirs)
    )
    taken: dict[int, int] = {}
    answered: set[int] = set()
    for _, i, j in ranked:
        if i not in taken and j not in answered:
            taken[i] = j
            answered.add(j)
    pairs: list[tuple[Number | None, Number | None]] = [
        (mine, theirs[taken[i]] if i in taken else None)
        for i, mine in enumerate(ours)
        if i in taken or words != "ours"
    ]
    lone = [] if words == "theirs" else [o for j, o in enumerate(theirs) if j not in answered]
    return pairs + [(None, other) for other in lone]


def _unlikeness(mine: Number, other: Number, offset: float) -> float:
    first, second = canonical(mine.values[0]), canonical(other.values[0])
    return 1 - SequenceMatcher(None, first, second, autojunk=False).ratio() + abs(offset)


def _dates(ours: Facts, theirs: Facts, near: _Near, year: int | None) -> list[Comparison]:
    lines: list[Comparison] = []
    ours_left: list[DateMention] = []
    for mention in ours.dates:
        answer = next((other for other in theirs.dates if mention.agrees(other)), None)
        if answer is not None and not (mention.soft and answer.soft):
            lines.append(_line("date", _date_span(mention), _date_span(answer)))
        elif answer is None and not mention.soft and not _in_figures(mention, theirs):
            ours_left.append(mention)
    theirs_left = [
        other
        for other in theirs.dates
        if not other.soft
        and not any(other.agrees(mention) for mention in ours.dates)
        and not _in_figures(other, ours)
    ]
    moved_ours = [m for m in ours_left if any(m.agrees(o) for n in near.theirs for o in n.dates)]
    moved_theirs = [o for o in theirs_left if any(o.agrees(m) for n in near.ours for m in n.dates)]
    lines += [_line("date", _date_span(m), None, "note", "moved") for m in moved_ours]
    lines += [_line("date", None, _date_span(o), "note", "moved") for o in moved_theirs]
    return lines + _unlike_dates(
        [mention for mention in ours_left if mention not in moved_ours],
        [other for other in theirs_left if other not in moved_theirs],
        year,
    )


def _in_figures(mention: DateMention, others: Facts) -> bool:
    """The other side states the day and year, in a form that was not read as a date."""
    parts = [Decimal(part) for part in (mention.day, mention.year) if part is not None]
    stated = {value for number in others.numbers for value in number.values}
    return all(part in stated for part in parts)


def _date_span(mention: DateMention) -> Span:
    return Span(mention.start, mention.end, mention.value)


def _unlike_dates(
    ours: list[DateMention], theirs: list[DateMention], year: int | None
) -> list[Comparison]:
    lines: list[Comparison] = []
    for mention in ours:
        other = max(theirs, key=lambda other: _shared(mention, other), default=None)
        if other is None:
            lines.append(_line("date", _date_span(mention), None, "note", "only here"))
            continue
        theirs = [each for each in theirs if each is not other]
        calendar = mention.calendar_apart(other, year)
        severity: Severity = "note" if calendar else "flag"
        reason: Reason = "calendar" if calendar else "differs"
        lines.append(_line("date", _date_span(mention), _date_span(other), severity, reason))
    return lines + [_line("date", None, _date_span(o), "note", "only here") for o in theirs]


def _shared(mention: DateMention, other: DateMention) -> int:
    return sum(
        mine is not None and mine == theirs
        for mine, theirs in (
            (mention.year, other.year),
            (mention.month, other.month),
            (mention.day, other.day),
        )
    )


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
