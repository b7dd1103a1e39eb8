"""The dates of one row compared by what both sides state of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.parallel.date_matching import MatchedDates, Pair, match_dates
from archive.parallel.dates import DateMention
from archive.parallel.facts import Facts
from archive.parallel.lines import Compared, line
from archive.parallel.pairing import paired_dates
from archive.parallel.values import Comparison, Span

Door = tuple[Facts, Facts]
"""A row next door: what our text states there, and what theirs does."""


@dataclass(frozen=True, slots=True)
class ComparedDates(Compared[DateMention]):
    """``vague``: the pairs that agree, of which one states a day or a year that the other does not."""

    vague: list[Pair]


def compared_dates(
    ours: Facts, theirs: Facts, doors: Sequence[Door], year: int | None
) -> ComparedDates:
    """Every date of the row that can be compared; ``year`` is the record's. What nothing answers is
    left over.

    A date that nothing answers is set against one there that nothing answers either; else against
    one that only a doubtful word answers, or a date that answers another; a month alone, against a
    date whose day is only a figure there.
    """
    found = match_dates(ours, theirs)
    moved_mine = _next_door(found.ours.alone, doors, ours=True)
    moved_other = _next_door(found.theirs.alone, doors, ours=False)
    mine = [m for m in found.ours.alone if m not in moved_mine]
    other = [o for o in found.theirs.alone if o not in moved_other]
    pairs, mine, other = _pairs(mine, other, found)
    unlike = {id(each) for pair in pairs for each in pair}
    agreeing = [(m, o) for m, o in found.agreeing if not {id(m), id(o)} & unlike]
    lines = [
        *(line("date", date_span(m), date_span(o)) for m, o in agreeing),
        *(line("date", date_span(m), None, "note", "moved") for m in moved_mine),
        *(line("date", None, date_span(o), "note", "moved") for o in moved_other),
        *(_unlike(m, o, year) for m, o in pairs),
    ]
    return ComparedDates(lines, mine, other, [p for p in found.agreeing if not _is_whole(p)])


def _pairs(
    mine: Sequence[DateMention], other: Sequence[DateMention], found: MatchedDates
) -> tuple[list[Pair], list[DateMention], list[DateMention]]:
    """What is set against each other, and what of both sides is left."""
    pairs, mine, other = _set_against(mine, other)
    more, mine, _ = _set_against(mine, found.theirs.again)
    still, _, other = _set_against(found.ours.again, other)
    months = [(m, o) for m in mine for o in found.theirs.figured if _of_another_month(m, o)][:1]
    months += [(m, o) for m in found.ours.figured for o in other if _of_another_month(o, m)][:1]
    used = {id(each) for pair in months for each in pair}
    return (
        pairs + more + still + months,
        [m for m in mine if id(m) not in used],
        [o for o in other if id(o) not in used],
    )


def _of_another_month(month: DateMention, dated: DateMention) -> bool:
    return month.day is None and None is not dated.month != month.month


def _is_whole(pair: Pair) -> bool:
    """Whether both state the same parts of a date."""
    mine, other = pair
    return (mine.day is None) == (other.day is None) and (mine.year is None) == (other.year is None)


def _next_door(
    mentions: Sequence[DateMention], doors: Sequence[Door], *, ours: bool
) -> list[DateMention]:
    """Those that the other side says in the row above or below, where ours does not."""
    if not mentions:
        return []
    matched = [match_dates(*door) for door in doors]
    there = {each.value for m in matched for each in (m.theirs if ours else m.ours).alone}
    return [mention for mention in mentions if mention.value in there]


def _set_against(
    ours: Sequence[DateMention], theirs: Sequence[DateMention]
) -> tuple[list[Pair], list[DateMention], list[DateMention]]:
    """The pairs, and what is left of ours and of theirs."""
    found = paired_dates(ours, theirs) if ours or theirs else []
    return (
        [(mine, other) for mine, other in found if mine and other],
        [mine for mine, other in found if mine and not other],
        [other for mine, other in found if other and not mine],
    )


def _unlike(mine: DateMention, other: DateMention, year: int | None) -> Comparison:
    if mine.calendar_apart(other, year):
        return line("date", date_span(mine), date_span(other), "note", "calendar")
    return line("date", date_span(mine), date_span(other), "flag")


def date_span(mention: DateMention) -> Span:
    """Where it stands, and ISO 8601 of what is known of it."""
    return Span(mention.start, mention.end, mention.value)
