"""The values of facets, counted over rows and remembered for as long as the index stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial, reduce
from typing import NamedTuple

import numpy as np
import tantivy
from numpy.typing import NDArray

from archive.search.clauses import All, Ask, Clause
from archive.search.fields import FACETS, MOST_VALUES, most_values
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
#: Of each facet so many values.
_Most = tuple[tuple[str, int], ...]
_Part = Callable[[Clause, _Most, frozenset[Clause]], Counts]


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
    parts = [counted(clause, most, chosen) for clause, most in _parts(ask)]
    only = (_every(marks, scoreless(clause), chosen) for clause in (ask.clause, *ask.count))
    total, *counts = (int(np.bitwise_count(found.view(np.uint64)).sum()) for found in only)
    return Tally(
        total, {name: found for part in parts for name, found in part.items()}, tuple(counts)
    )


def _counted(
    marks: _Marks, rows: Rows, clause: Clause, most: _Most, chosen: frozenset[Clause]
) -> Counts:
    found = _every(marks, clause, chosen)
    numbers, counts = rows.counts(found, {_PLACES[name]: wanted for name, wanted in most})
    facets = rows.values.facets[numbers]
    weights, heads = _weighed(rows.values.firsts[numbers], numbers, counts)
    # Facet by facet, and what weighs most first.
    order = np.argsort((facets.astype(np.int64) << 32) - weights)
    numbers, counts, weights, heads = numbers[order], counts[order], weights[order], heads[order]
    begins = [0, *np.cumsum(np.bincount(facets, minlength=len(FACETS))).tolist()]
    told = {}
    for name, wanted in most:
        mine = slice(begins[_PLACES[name]], begins[_PLACES[name] + 1])
        few = _most_of(rows.values, numbers[mine], weights[mine], heads[mine], wanted)
        named = rows.values.named(numbers[mine][few].tolist())
        told[name] = dict(zip(named, counts[mine][few].tolist(), strict=True))
    return told


def _weighed(
    firsts: Numbers, numbers: Numbers, counts: Numbers
) -> tuple[Numbers, NDArray[np.bool_]]:
    """What each value comes to with those that are the same under another label, and which are no such
    again: of these the first that is met."""
    heads = np.ones(len(numbers), np.bool_)
    if not (firsts != numbers).any():
        return counts, heads
    order = np.argsort(firsts, kind="stable")
    heads[order[1:]] = np.diff(firsts[order]) != 0
    begins = np.flatnonzero(heads[order])
    weights = np.empty_like(counts)
    sums = np.add.reduceat(counts[order], begins)
    weights[order] = np.repeat(sums, np.diff(begins, append=len(order)))
    return weights, heads


def _most_of(
    values: Values, numbers: Numbers, weights: Numbers, heads: NDArray[np.bool_], most: int
) -> slice | Numbers:
    """Which are so many of those that weigh most, and all that weigh as much as the last of them; beyond
    ``MOST_VALUES`` the first in the order of what is stored. Weights descend."""
    distinct = weights[heads]
    if len(distinct) <= most:
        return slice(None)
    told = int(np.count_nonzero(weights >= distinct[most - 1]))
    limit = max(most, MOST_VALUES)
    if told <= limit:
        return slice(told)
    ahead = int(np.count_nonzero(weights > distinct[most - 1]))
    stored = values.named(numbers[ahead:told].tolist())
    equal = np.array(sorted(range(len(stored)), key=stored.__getitem__)) + ahead
    # With all labels of the last value.
    firsts = values.firsts[numbers[equal]]
    room = max(limit - ahead, 1)
    same = room + np.flatnonzero(firsts[room:] == firsts[room - 1])
    return np.concatenate((np.arange(ahead), equal[:room], equal[same]))


def scoreless(clause: Clause) -> Clause:
    """The same records, whatever order they come in."""
    return All(clause.clauses, clause.filters) if isinstance(clause, All) else clause


def _parts(ask: Ask) -> Iterator[tuple[Clause, _Most]]:
    """Facets to be counted together, how many values of each, and over what."""
    together = tuple(
        (name, most_values(name, ask.values)) for name in ask.facets if name not in ask.narrowed
    )
    if together:
        yield scoreless(ask.clause), together
    for name, clause in ask.narrowed.items():
        yield scoreless(clause), ((name, most_values(name)),)


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
    rest = All(clause.clauses, tuple(f for f in clause.filters if f not in chosen))
    apart = (marks(each) for each in clause.filters if each in chosen)
    return reduce(np.bitwise_and, apart, marks(rest))
