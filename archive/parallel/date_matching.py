"""Which dates of one wording answer which of the other."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from archive.parallel.dateindex import DateIndex
from archive.parallel.dates import DateMention
from archive.parallel.facts import Facts

Pair = tuple[DateMention, DateMention]


@dataclass(frozen=True, slots=True)
class UnmatchedDates:
    """Of one side, soft ones left out. ``alone``: nothing there states it. ``again``: stated
    there only by a date that answers another, or by a word that may be none ("may"). ``figured``:
    stated there in figures that name no month."""

    alone: list[DateMention]
    again: list[DateMention]
    figured: list[DateMention]


@dataclass(frozen=True, slots=True)
class MatchedDates:
    """``agreeing`` are (ours, theirs), at most one of them soft."""

    agreeing: list[Pair]
    ours: UnmatchedDates
    theirs: UnmatchedDates


def match_dates(ours: Facts, theirs: Facts) -> MatchedDates:
    """The same dates first, each used once; then what agrees in all that both state."""
    if not ours.dates and not theirs.dates:
        return MatchedDates([], UnmatchedDates([], [], []), UnmatchedDates([], [], []))
    pairs = _same(_hard(ours.dates), _hard(theirs.dates))
    mine = _without(_hard(ours.dates), [m for m, _ in pairs])
    index = DateIndex(_without(_hard(theirs.dates), [o for _, o in pairs]))
    used: set[int] = set()
    for mention in mine:
        answer = index.first(mention)
        if answer is not None and id(answer) not in used:
            used.add(id(answer))
            pairs.append((mention, answer))
    return MatchedDates(
        pairs + _softly(ours, theirs, pairs),
        _unmatched(ours, theirs, [m for m, _ in pairs]),
        _unmatched(theirs, ours, [o for _, o in pairs]),
    )


def _hard(mentions: Sequence[DateMention]) -> list[DateMention]:
    return [mention for mention in mentions if not mention.soft]


def _without(mentions: Sequence[DateMention], paired: Sequence[DateMention]) -> list[DateMention]:
    known = {id(mention) for mention in paired}
    return [mention for mention in mentions if id(mention) not in known]


def _same(ours: Sequence[DateMention], theirs: Sequence[DateMention]) -> list[Pair]:
    waiting: dict[str, deque[DateMention]] = defaultdict(deque)
    for mention in theirs:
        waiting[mention.value].append(mention)
    return [(m, waiting[m.value].popleft()) for m in ours if waiting[m.value]]


def _softly(ours: Facts, theirs: Facts, paired: Sequence[Pair]) -> list[Pair]:
    """What is unpaired and yet answered, be it by a date that answers another too."""
    known = {id(mine) for mine, _ in paired}
    found: list[Pair] = []
    for mention in ours.dates:
        answer = theirs.dated(mention) if id(mention) not in known else None
        if answer is not None and not (mention.soft and answer.soft):
            found.append((mention, answer))
    return found


def _unmatched(stated: Facts, others: Facts, paired: Sequence[DateMention]) -> UnmatchedDates:
    left = UnmatchedDates([], [], [])
    for mention in _without(_hard(stated.dates), paired):
        if others.dated(mention) is not None:
            left.again.append(mention)
        else:
            (left.figured if _in_figures(mention, others) else left.alone).append(mention)
    return left


def _in_figures(mention: DateMention, others: Facts) -> bool:
    """Whether the other side states day and year in bare figures, or names the day alone."""
    parts = [part for part in (mention.day, mention.year) if part is not None]
    if parts and all(others.states(part) for part in parts):
        return True
    return mention.day is not None and others.names_day(mention.day)
