"""An ``Ask`` answered by OpenSearch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec
from opensearchpy import OpenSearch

from archive.search.clauses import Ask, Clause, Found
from archive.search.fields import (
    ANALYSES,
    LABELLED,
    NAMED_FACETS,
    facet_field,
    most_values,
    value_field,
)
from archive.search.opensearch_address import Address
from archive.search.opensearch_clauses import compile_clause
from archive.search.opensearch_client import client_of, described, engine_errors
from archive.search.unavailable import REBUILD, SearchUnavailable

#: Values that each shard counts, so that the most frequent of all are among them.
_MOST_OF_A_SHARD = 2_000
_MOST_LANGUAGES = 100
#: Documents whose state is read in one request.
_BATCH = 5_000

Body = dict[str, Any]


def answer(address: Address, ask: Ask) -> Found:
    """The page of results, the facets and the counts. Raises ``SearchUnavailable``."""
    narrowed = [_counting(clause, name) for name, clause in ask.narrowed.items()]
    bodies = [_main(ask), *narrowed, *map(_counting, ask.count)]
    first, *others = _searched(address, bodies)
    counts = others[len(narrowed) :]
    facets = {n: v for response in (first, *others) for n, v in _facets(response).items()}
    return Found(
        total=_total(first),
        ids=tuple(hit["_id"] for hit in first["hits"]["hits"]),
        facets=facets,
        counts=tuple(map(_total, counts)),
    )


def every(address: Address, ask: Ask) -> tuple[int, Iterator[str]]:
    """How many answer, and all ids in order, read before this returns. Raises
    ``SearchUnavailable``."""
    body = {**_main(replace(ask, offset=0, limit=_BATCH)), "aggs": {}}
    found: list[str] = []
    while True:
        (result,) = _searched(address, [body])
        hits = result["hits"]["hits"]
        found += [hit["_id"] for hit in hits]
        if len(hits) < _BATCH:
            return len(found), iter(found)
        body = {**body, "search_after": hits[-1]["sort"]}


def languages(address: Address) -> tuple[str, ...]:
    """The languages in which any document was stemmed, sorted. Raises ``SearchUnavailable``."""
    asked = {"size": 0, "aggs": {ANALYSES: _terms(facet_field(ANALYSES), _MOST_LANGUAGES)}}
    (result,) = _searched(address, [asked])
    return tuple(sorted(_facets(result)[ANALYSES]))


def states(address: Address) -> Iterator[tuple[str, int, str]]:
    """Of every document in the index the record's id, the edition's number and the digest, by
    id. Raises ``SearchUnavailable``."""
    body: Body = {
        "size": _BATCH,
        "sort": [{"id": "asc"}],
        "docvalue_fields": ["id", "number", "digest"],
    }
    while True:
        (result,) = _searched(address, [body])
        hits = result["hits"]["hits"]
        for hit in hits:
            fields = hit["fields"]
            yield fields["id"][0], fields["number"][0], fields["digest"][0]
        if len(hits) < _BATCH:
            return
        body = {**body, "search_after": hits[-1]["sort"]}


def _main(ask: Ask) -> Body:
    together = [name for name in ask.facets if name not in ask.narrowed]
    return {
        "query": compile_clause(ask.clause),
        "from": ask.offset,
        "size": ask.limit,
        "sort": [{ask.order: "asc"} if ask.order else {"_score": "desc"}, {"id": "asc"}],
        "track_total_hits": True,
        "aggs": _aggregations(*together),
    }


def _counting(clause: Clause, name: str = "") -> Body:
    """How many answer to a clause, and how many with each value of a facet where one is named."""
    return {
        "query": {"bool": {"filter": [compile_clause(clause)]}},
        "size": 0,
        "track_total_hits": True,
        "aggs": _aggregations(*([name] if name else [])),
    }


def _aggregations(*facets: str) -> Body:
    """Of each facet the values with their labels; where one may have several, the values alone too."""
    labelled = {name: _terms(facet_field(name), most_values(name)) for name in facets}
    named = [name for name in facets if name in NAMED_FACETS]
    return labelled | {value_field(n): _terms(value_field(n), most_values(n)) for n in named}


def _terms(field: str, most: int) -> Body:
    return {"terms": {"field": field, "size": most, "shard_size": _MOST_OF_A_SHARD}}


def _searched(address: Address, bodies: list[Body]) -> list[Body]:
    """The answers to several searches, asked at once; one at least.

    All pages of one query are asked of the same copy, by its hash: copies may differ in what was
    deleted from them, and so, by a little, in their scores.
    """
    query = msgspec.json.encode(bodies[0].get("query"))
    header = {
        "index": address.name,
        "search_type": "dfs_query_then_fetch",
        "allow_partial_search_results": False,
        "preference": hashlib.sha256(query).hexdigest()[:16],
    }
    lines = [line for body in bodies for line in (header, {**body, "_source": False})]
    client: OpenSearch = client_of(address)
    with engine_errors(address):
        responses: list[Body] = client.msearch(body=lines)["responses"]
    for response in responses:
        if error := response.get("error"):
            _refuse(address, error)
    return responses


def _refuse(address: Address, error: Body) -> None:
    if error.get("type") == "index_not_found_exception":
        raise SearchUnavailable(f"There is no index {address}. Run {REBUILD}.")
    raise SearchUnavailable(f"OpenSearch at {address} refused: {described(error)}.")


def _total(response: Body) -> int:
    return int(response["hits"]["total"]["value"])


def _facets(response: Body) -> dict[str, dict[str, int]]:
    told = {
        name: {bucket["key"]: bucket["doc_count"] for bucket in counted["buckets"]}
        for name, counted in response.get("aggregations", {}).items()
    }
    for name in NAMED_FACETS:
        if values := told.pop(value_field(name), None):
            _complete(told[name], values)
    return told


def _complete(labelled: dict[str, int], values: Mapping[str, int]) -> None:
    """Count with the most frequent label of a value what has labels too seldom to be told."""
    left = dict(values)
    for stored, count in labelled.items():
        value = stored.partition(LABELLED)[0]
        left[value] = left.get(value, 0) - count
    for stored in labelled:
        labelled[stored] += max(left.pop(stored.partition(LABELLED)[0], 0), 0)
