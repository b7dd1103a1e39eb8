"""The values of facets, counted over rows and remembered for as long as the index stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial, reduce
from typing import NamedTuple

import numpy as np
import tantivy

from archive.search.clauses import All, Ask, Clause
from archive.search.fields import FACETS, most_values
from archive.search.tantivy_few import Numbers
from archive.search.tantivy_frequent import Frequent
from archive.search.tantivy_marked import Marked
from archive.search.tantivy_marking import Marking
from archive.search.tantivy_rows import Rows
from archive.search.tantivy_values import Values

_PLACES = {name: at for at, name in enumerate(FACETS)}
#: Answers and marks remembered of one state of an index: of some hundred kilobytes each at most, and
#: of a bit for each row.
_REMEMBERED = 32

Counts = Mapping[str, Mapping[str, int]]


class Tally(NamedTuple):
    """How many records answer, how many have each value of the facets, and how many answer to each
    of the clauses that are only counted."""

    total: int
    facets: Counts
    counts: tuple[int, ...]


Counted = Callable[[Ask], Tally]
_Marks = Callable[[Clause], Marked]
_Part = Callable[[Clause, tuple[str, ...], frozenset[Clause]], Counts]


def counting(searcher: tantivy.Searcher, rows: Rows, frequent: Frequent) -> Counted:
    """What counts the facets of an answer, by facet and value, in one state of an index.

    It remembers: the next page and another order count the same. What a reader chose is marked for
    itself, so that the records with the words are found once for all facets, and those of a kind
    once for all words.
    """
    marks = lru_cache(_REMEMBERED)(Marking(searcher, len(rows), frequent))
    part = lru_cache(_REMEMBERED)(partial(_counted, marks, rows))
    return partial(_told, marks, part)


def _told(marks: _Marks, counted: _Part, ask: Ask) -> Tally:
    chosen = _chosen(ask)
    parts = [counted(clause, names, chosen) for clause, names in _parts(ask)]
    only = (_every(marks, scoreless(clause), chosen) for clause in (ask.clause, *ask.count))
    total, *counts = (int(np.bitwise_count(found).sum()) for found in only)
    return Tally(
        total, {name: found for part in parts for name, found in part.items()}, tuple(counts)
    )


def _counted(
    marks: _Marks, rows: Rows, clause: Clause, names: tuple[str, ...], chosen: frozenset[Clause]
) -> Counts:
    found = _every(marks, clause, chosen)
    if len(names) == 1:
        (name,) = names
        of_it = rows.counts(found, _PLACES[name])
        return {name: _named(rows.values, *of_it, most_values(name))}
    numbers, counts = rows.counts(found)
    facets = rows.values.facets[numbers]
    by_facet = np.argsort(facets, kind="stable")
    begins = [0, *np.cumsum(np.bincount(facets, minlength=len(FACETS))).tolist()]
    told = {}
    for name in names:
        mine = by_facet[begins[_PLACES[name]] : begins[_PLACES[name] + 1]]
        told[name] = _named(rows.values, numbers[mine], counts[mine], most_values(name))
    return told


def _named(values: Values, numbers: Numbers, found: Numbers, most: int) -> dict[str, int]:
    """So many of the most frequent values with their counts; equal ones as they were first met."""
    if len(numbers) > most:
        first = np.argpartition((found << 32) - numbers, -most)[-most:]
        numbers, found = numbers[first], found[first]
    return dict(zip(values.named(numbers.tolist()), found.tolist(), strict=True))


def scoreless(clause: Clause) -> Clause:
    """The same records, whatever order they come in."""
    return replace(clause, bonus=()) if isinstance(clause, All) else clause


def _parts(ask: Ask) -> Iterator[tuple[Clause, tuple[str, ...]]]:
    """Facets to be counted together, and over what."""
    together = tuple(name for name in ask.facets if name not in ask.narrowed)
    if together:
        yield scoreless(ask.clause), together
    for name, clause in ask.narrowed.items():
        yield scoreless(clause), (name,)


def _chosen(ask: Ask) -> frozenset[Clause]:
    """The filters that not everything is counted with."""
    asked = [frozenset(_filters(c)) for c in (ask.clause, *ask.narrowed.values(), *ask.count)]
    return frozenset().union(*asked) - frozenset.intersection(*asked)


def _filters(clause: Clause) -> tuple[Clause, ...]:
    return clause.filters if isinstance(clause, All) else ()


def _every(marks: _Marks, clause: Clause, chosen: frozenset[Clause]) -> Marked:
    """What answers to a clause: the filters that were chosen each marked for itself, and the rest."""
    if not isinstance(clause, All):
        return marks(clause)
    rest = replace(clause, filters=tuple(f for f in clause.filters if f not in chosen))
    apart = (marks(each) for each in clause.filters if each in chosen)
    return reduce(np.bitwise_and, apart, marks(rest))
