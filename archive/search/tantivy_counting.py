"""The values of facets, counted over rows and remembered for as long as the index stays as it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial, reduce
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
import tantivy
from numpy.typing import NDArray

from archive.search.clauses import All, Ask, Clause
from archive.search.fields import FACETS, MOST_VALUES, most_values
from archive.search.tantivy_frequent import Frequent
from archive.search.tantivy_listed import Numbers
from archive.search.tantivy_marked import Marked
from archive.search.tantivy_marking import Marking
from archive.search.tantivy_rows import Rows
from archive.search.tantivy_values import Values

_PLACES = {name: at for at, name in enumerate(FACETS)}
#: Greater than what any value of a facet is put in order by, and less than what one of the next is.
_END_OF_FACETS = np.arange(len(FACETS)) << 32
#: Answers and marks remembered of one state of an index: of some hundred kilobytes each at most, and
#: of a bit for each row.
_REMEMBERED = 32

Counts = Mapping[str, Mapping[str, int]]


class Tally(NamedTuple):
    """How many records answer, how many have each value of the facets, how many answer to each
    of the clauses that are only counted, and how many without what was chosen of a facet."""

    total: int
    facets: Counts
    counts: tuple[int, ...]
    without: Mapping[str, int]


Counted = Callable[[Ask], Tally]
_Marks = Callable[[Clause], Marked]


class _Asked(NamedTuple):
    """What of a question decides the counts."""

    clause: Clause
    narrowed: tuple[tuple[str, Clause], ...]
    only_counted: tuple[Clause, ...]
    facets: tuple[str, ...]
    values: int


def counting(searcher: tantivy.Searcher, rows: Rows, frequent: Frequent) -> Counted:
    """What counts the facets of an answer, by facet and value, in one state of an index.

    It remembers: the next page and another order count the same. What a reader chose is marked for
    itself, so that the records with the words are found once for all facets, and those of a kind
    once for all words.
    """
    marks = lru_cache(_REMEMBERED)(Marking(searcher, len(rows), frequent))
    told = lru_cache(_REMEMBERED)(partial(_told, marks, rows))
    return lambda ask: told(_asked(ask))


def _asked(ask: Ask) -> _Asked:
    narrowed = tuple((name, scoreless(clause)) for name, clause in ask.narrowed.items())
    return _Asked(scoreless(ask.clause), narrowed, ask.count, ask.facets, ask.values)


def _told(marks: _Marks, rows: Rows, asked: _Asked) -> Tally:
    narrowed = dict(asked.narrowed)
    clauses = (asked.clause, *narrowed.values(), *asked.only_counted)
    found, *others = _marked(marks, clauses)
    together = [name for name in asked.facets if name not in narrowed]
    parts = [(found, {_PLACES[name]: most_values(name, asked.values) for name in together})]
    parts += [
        (mine, {_PLACES[name]: most_values(name)})
        for name, mine in zip(narrowed, others[: len(narrowed)], strict=True)
    ]
    total, *numbers = map(_number, (found, *others))
    return Tally(
        total,
        _facets(rows, [part for part in parts if part[1]]),
        tuple(numbers[len(narrowed) :]),
        dict(zip(narrowed, numbers, strict=False)),
    )


def _number(found: Marked) -> int:
    return int(np.bitwise_count(found.view(np.uint64)).sum())


def _marked(marks: _Marks, clauses: Sequence[Clause]) -> list[Marked]:
    """What answers to each clause: the filters that not all have are each marked for itself, and the
    rest."""
    has = [frozenset(map(id, _filters(clause))) for clause in clauses]
    common = frozenset.intersection(*has)
    every = {id(each): each for clause in clauses for each in _filters(clause)}
    apart = {key: marks(each) for key, each in every.items() if key not in common}
    return [_with(marks, apart, clause) for clause in clauses]


def _with(marks: _Marks, apart: Mapping[int, Marked], clause: Clause) -> Marked:
    if not isinstance(clause, All):
        return marks(clause)
    rest = tuple(each for each in clause.filters if id(each) not in apart)
    filters = (apart[id(each)] for each in clause.filters if id(each) in apart)
    return reduce(np.bitwise_and, filters, marks(All(clause.clauses, rest)))


def _filters(clause: Clause) -> tuple[Clause, ...]:
    return clause.filters if isinstance(clause, All) else ()


def _facets(rows: Rows, parts: Sequence[tuple[Marked, Mapping[int, int]]]) -> Counts:
    """By the facet's name so many values of each facet, told by its place, of the rows marked for it.
    All are put in order together: one by one that takes longer than to count some of them."""
    raw = [rows.counts(found, most) for found, most in parts]
    found = _Found(rows.values, *map(np.concatenate, zip(*raw, strict=True)))
    most = {place: wanted for _, part in parts for place, wanted in part.items()}
    told = found.most(most)
    few = list(chain.from_iterable(told))
    numbers, counts = found.numbers[few].tolist(), found.counts[few].tolist()
    each = zip(rows.values.named(numbers), counts, strict=True)
    return {
        FACETS[place]: dict(islice(each, len(at))) for place, at in zip(most, told, strict=True)
    }


class _Found:
    """Values by number and how many rows have each: facet by facet, what weighs most first."""

    def __init__(self, values: Values, numbers: Numbers, counts: Numbers) -> None:
        self._values = values
        #: How many rows have a value under whatever label, and which are no label of one before.
        weights, heads = _weighed(values, numbers, counts)
        keys = (values.facets[numbers].astype(np.int64) << 32) - weights
        order = np.argsort(keys)
        self._keys = keys[order]
        self.numbers, self.counts = numbers[order], counts[order]
        self._again: list[int] = np.flatnonzero(~heads[order]).tolist()
        self._ends: list[int] = np.searchsorted(self._keys, _END_OF_FACETS).tolist()

    def most(self, wanted: Mapping[int, int]) -> list[Sequence[int]]:
        """Of each facet, told by its place, where so many stand that weigh most, and all that weigh as
        much as the last of them; beyond ``MOST_VALUES`` the first in the order of what is stored."""
        last = {place: self._last(place, most) for place, most in wanted.items()}
        some = [at for at in last.values() if at is not None]
        stops = iter(np.searchsorted(self._keys, self._keys[some], side="right").tolist())
        return [
            range(*self._of(place))
            if at is None
            else self._until(place, at, next(stops), wanted[place])
            for place, at in last.items()
        ]

    def _of(self, place: int) -> tuple[int, int]:
        return (self._ends[place - 1] if place else 0), self._ends[place]

    def _last(self, place: int, most: int) -> int | None:
        """Where the last of so many values stands; None where there are not more."""
        begin, end = self._of(place)
        again = self._again[bisect_left(self._again, begin) : bisect_left(self._again, end)]
        if end - begin - len(again) <= most:
            return None
        last = begin + most - 1
        for at in again:
            if at > last:
                break
            last += 1
        return last

    def _until(self, place: int, last: int, stop: int, most: int) -> Sequence[int]:
        """What weighs at least as much as what stands there, up to which all do."""
        begin, limit = self._of(place)[0], max(most, MOST_VALUES)
        if stop - begin <= limit:
            return range(begin, stop)
        ahead = int(np.searchsorted(self._keys, self._keys[last]))
        numbers = self.numbers[ahead:stop]
        stored = self._values.named(numbers.tolist())
        equal = sorted(range(len(stored)), key=stored.__getitem__)
        firsts = self._values.firsts[numbers[equal]].tolist()
        room = max(limit - (ahead - begin), 1)
        # With all labels of the last value.
        some = [at for n, at in enumerate(equal) if n < room or firsts[n] == firsts[room - 1]]
        return [*range(begin, ahead), *(ahead + at for at in some)]


def _weighed(
    values: Values, numbers: Numbers, counts: Numbers
) -> tuple[Numbers, NDArray[np.bool_]]:
    """What each value comes to with those that are the same under another label, and which are no such
    again: of these the first that is met."""
    heads = np.ones(len(numbers), np.bool_)
    several = np.flatnonzero(values.several[numbers])
    if not len(several):
        return counts, heads
    firsts = values.firsts[numbers[several]]
    order = np.argsort(firsts, kind="stable")
    same = firsts[order]
    new = np.ones(len(same), np.bool_)
    new[1:] = same[1:] != same[:-1]
    order = several[order]
    heads[order] = new
    begins = np.flatnonzero(new)
    weights = counts.copy()
    sums = np.add.reduceat(counts[order], begins)
    weights[order] = sums[new.cumsum() - 1]
    return weights, heads


def scoreless(clause: Clause) -> Clause:
    """The same records, whatever order they come in."""
    return All(clause.clauses, clause.filters) if isinstance(clause, All) else clause
