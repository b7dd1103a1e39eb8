"""An ``Ask`` answered by tantivy."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import tantivy

from archive.search.clauses import All, Ask, Best, Clause, Found, Near, Phrase, Term
from archive.search.clauses import Any as AnyOf
from archive.search.fields import facet_field
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_index import Opened, TantivyIndex, engine_errors

#: Values of a facet that are counted; a page shows far fewer. Of each segment of the index so many
#: of the most frequent are put together, so that only the rarest can be counted short.
_MOST_VALUES, _OF_A_SEGMENT = 200, 400
#: Facets with as many values as people: half of the work of counting.
_OF_PEOPLE = frozenset({"person", "sender", "recipient"})
#: How many results of equal score are put in the order of their ids.
_MOST_TIED = 2_000

_counters = ThreadPoolExecutor(2, thread_name_prefix="facets")


def answer(index: TantivyIndex, ask: Ask) -> Found:
    """The page of results, the facets and the counts. Raises ``SearchUnavailable``."""
    opened = index.opened()
    searcher = opened.searcher
    with engine_errors():
        query = compile_clause(ask.clause)
        parts = [part for part in _parts(query, ask) if part[1]]
        counting = [_counters.submit(_counted, opened, *part) for part in parts]
        total, addresses = _page(searcher, query, ask)
        return Found(
            total=total,
            ids=tuple(searcher.doc(address)["id"][0] for address in addresses),
            counts=tuple(_count(searcher, clause) for clause in ask.count),
            facets={name: found for part in counting for name, found in part.result().items()},
        )


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
    addresses = [address for _, address in hits]
    ties = searcher.fast_field_values("tie", addresses)
    ranked = sorted(
        (-score, tie or 0, n) for n, ((score, _), tie) in enumerate(zip(hits, ties, strict=True))
    )
    return result.count, [addresses[n] for _, _, n in ranked[ask.offset : wanted]]


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


def _parts(query: tantivy.Query, ask: Ask) -> Iterator[tuple[tantivy.Query, list[str]]]:
    """Facets to be counted together, and over what; there is little else for a second processor to
    do while one reader waits."""
    together = [name for name in ask.facets if name not in ask.narrowed]
    yield query, [name for name in together if name in _OF_PEOPLE]
    yield query, [name for name in together if name not in _OF_PEOPLE]
    for name, clause in ask.narrowed.items():
        yield compile_clause(clause), [name]


def _counted(opened: Opened, query: tantivy.Query, names: list[str]) -> dict[str, dict[str, int]]:
    terms = {"size": _MOST_VALUES, "segment_size": _OF_A_SEGMENT}
    asked = {name: {"terms": {"field": facet_field(name), **terms}} for name in names}
    result: dict[str, Any] = opened.searcher.aggregate(query, asked)
    return {
        name: opened.values.counted(
            {bucket["key"]: bucket["doc_count"] for bucket in result[name]["buckets"]}
        )
        for name in names
    }


def _count(searcher: tantivy.Searcher, clause: Clause) -> int:
    result: Any = searcher.search(compile_clause(All(filters=(clause,))), 1)
    return int(result.count)
