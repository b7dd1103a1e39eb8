"""What is left over of a row's dates and numbers: a date against a figure, else each alone.

"June 12" and "on the 13th" are told apart so. A date alone is a note; so is a number in words, a
decade, 0 or 1; another figure in digits is a flag.
"""

from __future__ import annotations

from archive.parallel.compared_dates import ComparedDates, date_span
from archive.parallel.compared_numbers import YEARS, number_span
from archive.parallel.dates import DateMention
from archive.parallel.facts import Facts
from archive.parallel.lines import Compared, line
from archive.parallel.numbers import Number
from archive.parallel.values import Comparison, Severity

LAST_DAY = 31


def leftovers(
    dates: ComparedDates, numbers: Compared[Number], ours: Facts, theirs: Facts
) -> list[Comparison]:
    """Lines for all that was left over, each mention once. A figure is no more than a note where the
    other side's number words are not known."""
    mine, other = list(numbers.ours), list(numbers.theirs)
    lines: list[Comparison] = []
    for mention in dates.ours:
        figure = _taken(mention, other)
        lines.append(_line(mention, figure, ours=True))
    for mention in dates.theirs:
        figure = _taken(mention, mine)
        lines.append(_line(mention, figure, ours=False))
    for first, second in dates.vague:
        lines += _missing(first, second, mine, ours=False) + _missing(
            second, first, other, ours=True
        )
    hard = [number for number in mine if not number.soft]
    lines += [line("number", number_span(n), None, _weight(n, theirs), "only here") for n in hard]
    hard = [number for number in other if not number.soft]
    return lines + [
        line("number", None, number_span(n), _weight(n, ours), "only here") for n in hard
    ]


def _taken(mention: DateMention, figures: list[Number]) -> Number | None:
    """The first figure that may be a part of a date, which is then no longer left over."""
    if mention.day is None and mention.year is None:
        return None
    for number in figures:
        if _may_be_part(number, mention):
            figures[:] = [each for each in figures if each is not number]
            return number
    return None


def _missing(
    vague: DateMention, full: DateMention, figures: list[Number], *, ours: bool
) -> list[Comparison]:
    """A figure beside the vaguer of two dates that is not the day or the year of the other."""
    day = full.day if vague.day is None else None
    year = full.year if vague.year is None else None
    figure = _taken(DateMention(0, 0, year, None, day), figures)
    return [_line(full, figure, ours=ours)] if figure else []


def _may_be_part(number: Number, mention: DateMention) -> bool:
    if not number.digits or number.unit is not None:
        return False
    value = number.values[0]
    return (
        number.counted
        or (mention.day is not None and 0 < value <= LAST_DAY)
        or (mention.year is not None and value in YEARS)
    )


def _line(mention: DateMention, figure: Number | None, *, ours: bool) -> Comparison:
    here, there = date_span(mention), number_span(figure) if figure else None
    severity: Severity = "flag" if figure else "note"
    first, second = (here, there) if ours else (there, here)
    return line("date", first, second, severity, "differs" if figure else "only here")


def _weight(number: Number, others: Facts) -> Severity:
    degrees = number.unit is not None and number.unit.dimension == "degree"
    return "flag" if number.stark and not degrees and others.reads_words else "note"
