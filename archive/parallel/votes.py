"""With three or more texts of one passage, which of them is the odd one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from archive.parallel.dates import DateMention
from archive.parallel.facts import Facts, facts
from archive.parallel.numbers import Number, canonical
from archive.parallel.pairing import paired, paired_dates
from archive.parallel.units import converted
from archive.parallel.values import Kind, Span, Vote

Mention = Number | DateMention


def vote(texts: Mapping[str, str]) -> list[Vote]:
    """Numbers and dates on which three or more wordings of one row do not agree.

    Keys are text keys as the record has them, which begin with the language: en, ru, zh, en-2.
    189 / 180 / 一百八十九 gives one vote: value "189", odd the second. Where all texts say
    something else, value and odd are None. What one text merely leaves out is not voted on. Fewer
    than three texts have no vote.
    """
    if len(texts) < 3:
        return []
    read = {key: facts(text, key) for key, text in texts.items()}
    return _votes("date", read) + _votes("number", read)


def _votes(kind: Kind, read: Mapping[str, Facts]) -> list[Vote]:
    lonely = {key: _mentions(kind, stated, read, key, supporters=0) for key, stated in read.items()}
    found: list[Vote] = []
    outvoted: set[str] = set()
    for odd, alone in lonely.items():
        first = next(key for key in read if key != odd)
        shared = [
            mention
            for mention in _mentions(kind, read[first], read, first, supporters=len(read) - 2)
            if not _answers(read[odd], mention)
        ]
        for mention, stray in _likest(shared, alone):
            spans = {key: _found(stated, mention) for key, stated in read.items()}
            spans[odd] = _span(stray)
            found.append(Vote(kind, tuple(spans.items()), _value(mention), odd))
            outvoted.add(odd)
    if not outvoted and all(lonely.values()):
        found += _scattered(kind, lonely)
    return found


def _likest(shared: Sequence[Mention], alone: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """What most say with what the odd one says instead, as a row's differences are paired."""
    pairs: list[tuple[Mention | None, Mention | None]] = [
        *paired([m for m in shared if isinstance(m, Number)],
                [m for m in alone if isinstance(m, Number)]),
        *paired_dates([m for m in shared if isinstance(m, DateMention)],
                      [m for m in alone if isinstance(m, DateMention)]),
    ]  # fmt: skip
    return [(mention, stray) for mention, stray in pairs if mention and stray]


def _scattered(kind: Kind, lonely: Mapping[str, list[Mention]]) -> list[Vote]:
    """Votes without a majority: the first of each text against each other, and so on."""
    return [
        Vote(
            kind,
            tuple(
                (key, _span(each) if each else None) for key, each in zip(lonely, row, strict=True)
            ),
            None,
            None,
        )
        for row in zip_longest(*lonely.values())
        if all(row)
    ]


def _mentions(
    kind: Kind, stated: Facts, read: Mapping[str, Facts], own: str, *, supporters: int
) -> list[Mention]:
    """What a text states and exactly so many of the others state too, be it in other measures."""
    mentions: tuple[Mention, ...] = stated.dates if kind == "date" else stated.numbers
    return [
        mention
        for mention in mentions
        if not mention.soft
        and sum(_answers(read[key], mention) for key in read if key != own) == supporters
    ]


def _answers(stated: Facts, mention: Mention) -> bool:
    if isinstance(mention, Number):
        return stated.answers(mention) or any(
            converted(float(mention.values[0]), mention.unit, float(each.values[0]), each.unit)
            for each in stated.numbers
        )
    return stated.dated(mention) is not None


def _found(stated: Facts, mention: Mention) -> Span | None:
    if isinstance(mention, Number):
        return next((_span(other) for other in stated.numbers if mention.agrees(other)), None)
    other = stated.dated(mention)
    return _span(other) if other else None


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end, _value(mention))


def _value(mention: Mention) -> str:
    return canonical(mention.values[0]) if isinstance(mention, Number) else mention.value
