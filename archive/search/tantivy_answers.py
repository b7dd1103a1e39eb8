"""An ``Ask`` answered by tantivy."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

import tantivy

from archive.search.clauses import All, Ask, Best, Clause, Found, Near, Phrase, Term
from archive.search.clauses import Any as AnyOf
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_index import TantivyIndex, engine_errors

#: How many results of equal score are put in the order of their ids.
_MOST_TIED = 2_000

_Hit = tuple[float, tantivy.DocAddress]

_counters = ThreadPoolExecutor(2, thread_name_prefix="facets")


def answer(index: TantivyIndex, ask: Ask) -> Found:
    """The page of results, the facets and the counts. Raises ``SearchUnavailable``."""
    opened = index.opened()
    searcher = opened.searcher
    with engine_errors():
        counting = _counters.submit(opened.counted, ask) if ask.facets else None
        total, addresses = _page(searcher, compile_clause(ask.clause), ask)
        ids = tuple(searcher.doc(address)["id"][0] for address in addresses)
        if counting is None:
            return Found(total, ids, {}, tuple(_count(searcher, clause) for clause in ask.count))
        return Found(total, ids, *counting.result())


def every(index: TantivyIndex, ask: Ask) -> tuple[int, Iterator[str]]:
    """How many answer, and all ids in order, of one state of the index. Raises
    ``SearchUnavailable``."""
    searcher = index.opened().searcher
    with engine_errors():
        query = compile_clause(ask.clause)
        most = max(searcher.num_docs, 1)
        total, addresses = _page(searcher, query, replace(ask, offset=0, limit=most))
    return total, (_id(searcher, address) for address in addresses)


def _id(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> str:
    with engine_errors():
        return str(searcher.doc(address)["id"][0])


def states(index: TantivyIndex) -> list[tuple[str, int, str]]:
    """Of every document in the index the record's id, the edition's number and the digest."""
    searcher = index.opened().searcher
    with engine_errors():
        most = max(searcher.num_docs, 1)
        hits = searcher.search(tantivy.Query.all_query(), most, count=False).hits
        documents = (searcher.doc(address) for _, address in hits)
        return [(doc["id"][0], doc["number"][0], doc["digest"][0]) for doc in documents]


def _page(
    searcher: tantivy.Searcher, query: tantivy.Query, ask: Ask
) -> tuple[int, list[tantivy.DocAddress]]:
    if ask.order:
        result: Any = searcher.search(
            query,
            ask.limit,
            order_by_field=ask.order,
            order=tantivy.Order.Asc,
            offset=ask.offset,
        )
        return result.count, [address for _, address in result.hits]
    return _by_score(searcher, query, ask)


def _by_score(
    searcher: tantivy.Searcher, query: tantivy.Query, ask: Ask
) -> tuple[int, list[tantivy.DocAddress]]:
    """Best first, equal scores by id: so all that tie with the page's last one are looked at."""
    wanted = ask.offset + ask.limit
    looked_at = wanted + (_MOST_TIED if _alike(ask.clause) else 1)
    result: Any = searcher.search(query, looked_at)
    hits = result.hits
    tied = len(hits) == wanted + 1 and hits[wanted][0] == hits[wanted - 1][0]
    if tied and looked_at == wanted + 1:
        result = searcher.search(query, wanted + _MOST_TIED)
        hits = result.hits
    return result.count, list(_placed(searcher, hits, ask.offset, wanted))


def _placed(
    searcher: tantivy.Searcher, hits: list[_Hit], first: int, last: int
) -> Iterator[tantivy.DocAddress]:
    """From one place to before another; ids are looked up only where scores there are equal."""
    at = 0
    for _, group in groupby(hits, itemgetter(0)):
        if at >= last:
            return
        same = [address for _, address in group]
        ends = at + len(same)
        if len(same) > 1 and ends > first:
            ties = [tie or 0 for tie in searcher.fast_field_values("tie", same)]
            same = [same[n] for n in sorted(range(len(same)), key=ties.__getitem__)]
        yield from same[max(first - at, 0) : last - at]
        at = ends


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
