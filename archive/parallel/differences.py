"""Where two wordings of one row disagree in a number, a date or a known name.

A false flag costs a reader more than a missed one: words and rounded numbers answer figures and are
not flagged themselves; what alone is flagged is a figure in digits, and what both sides state unlike.
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.parallel.compared_dates import compared_dates
from archive.parallel.compared_numbers import compared_numbers
from archive.parallel.facts import facts
from archive.parallel.folding import fold
from archive.parallel.leftovers import leftovers
from archive.parallel.lines import line, mirrored
from archive.parallel.names import find_name, forms_in, may_name
from archive.parallel.values import Comparison, Difference, NameForms, Span


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

    A row that only one text has is not compared. Which of the two texts is called the source makes
    no difference but in the order of the lines.
    """
    if not source.strip() or not target.strip():
        return []
    if (target_language, target, before[1]) < (source_language, source, before[0]):
        lines = _lines(target, source, target_language, source_language, date, names,
                       before[::-1], after[::-1])  # fmt: skip
        return sorted(map(mirrored, lines), key=_place)
    lines = _lines(source, target, source_language, target_language, date, names, before, after)
    return sorted(lines, key=_place)


def _lines(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    date: str | None,
    names: Sequence[NameForms],
    before: tuple[str, str],
    after: tuple[str, str],
) -> list[Comparison]:
    ours, theirs = facts(source, source_language), facts(target, target_language)
    doors = [
        (facts(mine, source_language), facts(other, target_language))
        for mine, other in (before, after)
    ]
    dated = compared_dates(ours, theirs, doors, _year(date))
    numbered = compared_numbers(ours, theirs, doors)
    return [
        *dated.lines,
        *numbered.lines,
        *leftovers(dated, numbered, ours, theirs),
        *_names(names, fold(source), fold(target), source_language, target_language),
    ]


def _place(line: Comparison) -> tuple[int, int, str]:
    source = line.source.start if line.source else 10**9
    return source, line.target.start if line.target else -1, line.kind


def _year(date: str | None) -> int | None:
    head = (date or "")[:4]
    return int(head) if len(head) == 4 and head.isdecimal() else None


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
            lines.append(line("name", mine, other))
        elif mine and not may_name(name, target, target_tongue):
            ours.append(mine)
        elif other and not may_name(name, source, source_tongue):
            theirs.append(other)
    return lines + _unlike_names(sorted(ours, key=_start), sorted(theirs, key=_start))


def _start(span: Span) -> int:
    return span.start


def _unlike_names(ours: list[Span], theirs: list[Span]) -> list[Comparison]:
    both = min(len(ours), len(theirs))
    lines = [line("name", mine, other, "flag") for mine, other in zip(ours, theirs, strict=False)]
    lines += [line("name", mine, None, "note", "only here") for mine in ours[both:]]
    return lines + [line("name", None, other, "note", "only here") for other in theirs[both:]]
