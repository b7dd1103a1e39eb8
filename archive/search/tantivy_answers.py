"""An ``Ask`` answered by tantivy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import tantivy

from archive.search.clauses import All, Ask, Best, Clause, Found, Near, Phrase, Term
from archive.search.clauses import Any as AnyOf
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_counting import Tally
from archive.search.tantivy_index import Opened, TantivyIndex, engine_errors
from archive.search.tantivy_pruning import pruned
from archive.search.ties import record_id_of

#: How many results of equal score are put in the order of their ids, and how many are looked at
#: before it is known that more are equal.
_MOST_TIED, _TIED = 2_000, 100
#: Ids that are read together where all are.
_TOGETHER = 500

_Hit = tuple[float, tantivy.DocAddress]
#: The number that breaks ties, and where the document is.
_Placed = tuple[int, tantivy.DocAddress]


def answer(index: TantivyIndex, ask: Ask) -> Found:
    """The page of results, the facets and the counts. Raises ``SearchUnavailable``."""
    opened = index.opened()
    searcher = opened.searcher
    with engine_errors():
        if ask.facets:
            tally = opened.counted(ask)
            _, page = _page(opened, ask, _less_chosen(ask, tally))
            return Found(tally.total, tuple(_ids(searcher, page)), tally.facets, tally.counts)
        total, page = _page(opened, ask, ask.clause)
        counts = tuple(_count(searcher, clause) for clause in ask.count)
        return Found(total, tuple(_ids(searcher, page)), {}, counts)


def _less_chosen(ask: Ask, tally: Tally) -> Clause:
    """The question without a choice that leaves nothing out: tantivy would ask it of every record."""
    without = (name for name in ask.narrowed if tally.without[name] == tally.total)
    return ask.narrowed[name] if (name := next(without, "")) else ask.clause


def every(index: TantivyIndex, ask: Ask) -> tuple[int, Iterator[str]]:
    """How many answer, and all ids in order, of one state of the index. Raises
    ``SearchUnavailable``."""
    opened = index.opened()
    searcher = opened.searcher
    with engine_errors():
        most = max(searcher.num_docs, 1)
        total, page = _page(opened, replace(ask, offset=0, limit=most), ask.clause)
    return total, _all_ids(searcher, page)


def _all_ids(searcher: tantivy.Searcher, placed: list[_Placed]) -> Iterator[str]:
    for first in range(0, len(placed), _TOGETHER):
        with engine_errors():
            ids = _ids(searcher, placed[first : first + _TOGETHER])
        yield from ids


def _ids(searcher: tantivy.Searcher, placed: list[_Placed]) -> list[str]:
    """To unpack what is stored takes six times as long as to read a tie."""
    return [record_id_of(tie) or str(searcher.doc(address)["id"][0]) for tie, address in placed]


def states(index: TantivyIndex) -> list[tuple[str, int, str]]:
    """Of every document in the index the record's id, the edition's number and the digest."""
    searcher = index.opened().searcher
    with engine_errors():
        most = max(searcher.num_docs, 1)
        hits = searcher.search(tantivy.Query.all_query(), most, count=False).hits
        documents = (searcher.doc(address) for _, address in hits)
        return [(doc["id"][0], doc["number"][0], doc["digest"][0]) for doc in documents]


def _page(opened: Opened, ask: Ask, clause: Clause) -> tuple[int, list[_Placed]]:
    """The records of a clause in order, and how many answer; that not where facets are counted,
    which tell it too."""
    searcher, wanted = opened.searcher, ask.offset + ask.limit
    if ask.order:
        result: Any = searcher.search(
            compile_clause(clause),
            ask.limit,
            order_by_field=ask.order,
            order=tantivy.Order.Asc,
            offset=ask.offset,
        )
        addresses = [address for _, address in result.hits]
        return result.count, list(zip(_ties(searcher, addresses), addresses, strict=True))
    soon = _soon(opened, clause, wanted) if ask.facets else None
    total, hits = soon or _all_scored(searcher, clause, wanted)
    return total, _placed(searcher, hits, ask.offset, wanted)


_Best = tuple[int, list[_Hit]]
"""How many answer that were looked at, and the best of them: so many as are wanted, and all that tie
with the last of these, which are then put in the order of ids."""


def _all_scored(searcher: tantivy.Searcher, clause: Clause, wanted: int) -> _Best:
    query = compile_clause(clause)
    result: Any = searcher.search(query, wanted + (_MOST_TIED if _alike(clause) else _TIED))
    if _more_tie(result.hits, wanted):
        result = searcher.search(query, wanted + _MOST_TIED)
    return result.count, result.hits


def _soon(opened: Opened, clause: Clause, wanted: int) -> _Best | None:
    """The best among few records, where none else can be better."""
    searcher = opened.searcher
    less = pruned(clause, searcher.doc_freq, len(opened.rows))
    if less is None:
        return None
    query = compile_clause(less.clause)
    hits: list[_Hit] = searcher.search(query, wanted + _TIED, count=False).hits
    if len(hits) < wanted or hits[wanted - 1][0] <= less.least:
        return None
    if _more_tie(hits, wanted):
        hits = searcher.search(query, wanted + _MOST_TIED, count=False).hits
    return len(hits), hits


def _more_tie(hits: list[_Hit], wanted: int) -> bool:
    """Whether more records than were looked at may tie with the page's last."""
    return len(hits) == wanted + _TIED and hits[-1][0] == hits[wanted - 1][0]


def _placed(searcher: tantivy.Searcher, hits: list[_Hit], first: int, last: int) -> list[_Placed]:
    """From one place to before another, equal scores in the order of ids."""
    begin, end = _with_equals(hits, first, last)
    addresses = [address for _, address in hits[begin:end]]
    ties = _ties(searcher, addresses)
    order = sorted(
        (-score, tie, at)
        for at, ((score, _), tie) in enumerate(zip(hits[begin:end], ties, strict=True))
    )
    return [(tie, addresses[at]) for _, tie, at in order[first - begin : last - begin]]


def _with_equals(hits: list[_Hit], begin: int, end: int) -> tuple[int, int]:
    """A part of the hits, and those before and after it that score the same."""
    while 0 < begin < len(hits) and hits[begin - 1][0] == hits[begin][0]:
        begin -= 1
    while 0 < end < len(hits) and hits[end - 1][0] == hits[end][0]:
        end += 1
    return begin, end


def _ties(searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress]) -> list[int]:
    return [int(tie or 0) for tie in searcher.fast_field_values("tie", addresses)]


def _alike(clause: Clause) -> bool:
    """Whether records that answer score alike for the most part, so that many tie."""
    match clause:
        case Best(options):
            return all(_alike(option) for option, _ in options)
        case All(clauses) | AnyOf(clauses):
            return all(map(_alike, clauses))
        case Term() | Phrase() | Near():
            return False
        case _:
            return True


def _count(searcher: tantivy.Searcher, clause: Clause) -> int:
    result: Any = searcher.search(compile_clause(All(filters=(clause,))), 1)
    return int(result.count)
