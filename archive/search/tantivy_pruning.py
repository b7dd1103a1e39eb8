"""The best of the many records that have a frequent word, without scoring each of them.

A word that stands in every third text scores little there, however often it does. Where it stands in
titles too, or in another field that has it seldom, the first page comes from those records; and they
are few. So they are scored alone, and what is found stands where the last of the page scores more
than any other record can (MaxScore: Turtle and Flood, Query evaluation, 1995).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archive.search.clauses import TIE_BREAKER, All, Best, Clause, Term

#: A word is frequent in a field that has it in one document of fewer than so many.
_ONE_IN = 8
#: More than the greatest share of a word's weight that tantivy's BM25 gives (k1 + 1), and what
#: rounding may do.
_MOST = 2.2 * 1.0001

_Weighted = tuple[Term, float]
#: In how many documents a field has a token, those replaced since included.
Frequency = Callable[[str, str], int]


@dataclass(frozen=True, slots=True)
class Pruned:
    """``clause`` finds fewer records than the clause that it stands for; what scores more than
    ``least`` there scores the same in both, and all that do so are found."""

    clause: Clause
    least: float


def pruned(clause: Clause, frequency: Frequency, documents: int) -> Pruned | None:
    """In place of one for a word in several fields, in an index of at most so many documents; None
    where it is another clause, or no field has the word often, or none seldom."""
    match clause:
        case All((Best(options),), _, ()):
            terms = [(each, weight) for each, weight in options if isinstance(each, Term)]
            if len(terms) == len(options):
                return _less(clause, terms, frequency, documents)
    return None


def _less(
    clause: All, terms: Sequence[_Weighted], frequency: Frequency, documents: int
) -> Pruned | None:
    often: list[tuple[_Weighted, float]] = []
    seldom: list[_Weighted] = []
    for term, weight in terms:
        found = frequency(term.field, term.value)
        if found * _ONE_IN > documents:
            often.append(((term, weight), weight * _most(found, documents)))
        elif found:
            seldom.append((term, weight))
    return _without(clause, often, seldom) if often and seldom else None


def _most(found: int, documents: int) -> float:
    """More than a token scores that so many documents have."""
    return _MOST * math.log1p((documents - found + 0.5) / (found + 0.5))


def _without(clause: All, often: list[tuple[_Weighted, float]], seldom: list[_Weighted]) -> Pruned:
    """Where a seldom field decides, a frequent one adds its share, which is asked for one by one:
    tantivy looks up a single token in the documents found, and reads several through."""
    made: Clause = All((Best(tuple(seldom)),), clause.filters)
    for (term, weight), _ in often:
        made = All((made,), bonus=((term, weight * TIE_BREAKER),))
    most = [each for _, each in often]
    # Of a record in which a frequent field decides: that one, and the share of all others, of
    # which none scores more.
    others = max(most) * len(seldom) + sum(most) - max(most)
    return Pruned(made, max(most) + TIE_BREAKER * others)
