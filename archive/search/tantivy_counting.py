"""The values of facets, counted over rows and remembered for as long as the index stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial, reduce
from typing import NamedTuple

import numpy as np
import tantivy

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
    # Facet by facet, and the most frequent first.
    order = np.argsort((facets.astype(np.int64) << 32) - counts)
    numbers, counts = numbers[order], counts[order]
    begins = [0, *np.cumsum(np.bincount(facets, minlength=len(FACETS))).tolist()]
    several = bool((rows.values.firsts[numbers] != numbers).any())
    told = {}
    for name, wanted in most:
        mine = slice(begins[_PLACES[name]], begins[_PLACES[name] + 1])
        told[name] = _told_of(rows.values, numbers[mine], counts[mine], wanted, several)
    return told


def _told_of(
    values: Values, numbers: Numbers, counts: Numbers, most: int, several: bool
) -> dict[str, int]:
    """So many of the most frequent values, which come first, and all that are as frequent as the last;
    ``several``: whether some may be there under several labels."""
    if len(numbers) > most:
        weights = counts
        if several:
            numbers, counts, weights, most = _together(
                values.firsts[numbers], numbers, counts, most
            )
        numbers, counts = _first(values, numbers, counts, weights, most)
    return dict(zip(values.named(numbers.tolist()), counts.tolist(), strict=True))


def _together(
    firsts: Numbers, numbers: Numbers, counts: Numbers, most: int
) -> tuple[Numbers, Numbers, Numbers, int]:
    """The values in the order of what each comes to with those that are the same under another label;
    that beside them, and how many are wanted where the same is there again."""
    distinct, same = np.unique(firsts, return_inverse=True)
    sums = np.bincount(same, weights=counts)[same].astype(np.int64)
    order = np.argsort(-sums)
    again = len(numbers) - len(distinct)
    return numbers[order], counts[order], sums[order], min(most + again, len(numbers))


def _first(
    values: Values, numbers: Numbers, counts: Numbers, weights: Numbers, most: int
) -> tuple[Numbers, Numbers]:
    """By their weights, which descend; of more equal ones than ``MOST_VALUES`` leave room for, the first
    in the order of what is stored."""
    told = int(np.count_nonzero(weights >= weights[most - 1]))
    limit = max(most, MOST_VALUES)
    if told <= limit:
        return numbers[:told], counts[:told]
    ahead = int(np.count_nonzero(weights > weights[most - 1]))
    stored = values.named(numbers[ahead:told].tolist())
    equal = np.array(sorted(range(len(stored)), key=stored.__getitem__)) + ahead
    # With all labels of the last value.
    firsts = values.firsts[numbers[equal]]
    last = firsts[limit - ahead - 1]
    kept = np.concatenate(
        (
            np.arange(ahead),
            equal[: limit - ahead],
            equal[limit - ahead :][firsts[limit - ahead :] == last],
        )
    )
    return numbers[kept], counts[kept]


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
