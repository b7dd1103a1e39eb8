from __future__ import annotations

import pytest

from archive.search.clauses import (
    All,
    Any,
    Best,
    Clause,
    Fuzzy,
    Near,
    Not,
    Nothing,
    Phrase,
    Prefix,
    Term,
    Within,
)
from archive.search.opensearch_clauses import Compiled, compile_clause

BOATS = Term("text", "boats")


def term(boost: float = 1.0) -> Compiled:
    return {"term": {"text": {"value": "boats", "boost": boost}}}


@pytest.mark.parametrize(
    ("clause", "compiled"),
    [
        (BOATS, term()),
        (
            Phrase("text", ("heavy", "guns")),
            {"match_phrase": {"text": {"query": "heavy guns", "boost": 1.0}}},
        ),
        (
            Near("text", ("heavy", "guns"), 3),
            {"match_phrase": {"text": {"query": "heavy guns", "slop": 3, "boost": 1.0}}},
        ),
        (
            Prefix("text", "bo"),
            {"prefix": {"text": {"value": "bo", "rewrite": "constant_score", "boost": 1.0}}},
        ),
        (
            Fuzzy("text", "bots", 1),
            {
                "fuzzy": {
                    "text": {
                        "value": "bots",
                        "fuzziness": 1,
                        "rewrite": "constant_score",
                        "boost": 1.0,
                    }
                }
            },
        ),
        (Within("earliest", None, None), {"exists": {"field": "earliest", "boost": 1.0}}),
        (Within("earliest", 1, None), {"range": {"earliest": {"gte": 1}}}),
        (Within("earliest", None, 2), {"range": {"earliest": {"lte": 2}}}),
        (Nothing(), {"match_none": {}}),
        (Best(()), {"match_none": {}}),
        (Any(()), {"match_none": {}}),
        (All(), {"match_all": {"boost": 1.0}}),
        (
            Best(((BOATS, 2.0), (BOATS, 0.5))),
            {"dis_max": {"queries": [term(2.0), term(0.5)], "tie_breaker": 0.1, "boost": 1.0}},
        ),
        (Any((BOATS,)), {"bool": {"should": [term()], "minimum_should_match": 1, "boost": 1.0}}),
        (Not(BOATS), {"bool": {"must_not": [term()], "boost": 0.0}}),
        (
            All((BOATS,), (BOATS, Not(BOATS)), ((BOATS, 4.0),)),
            {
                "bool": {
                    "must": [term()],
                    "filter": [term()],
                    "must_not": [term()],
                    "should": [term(4.0)],
                    "minimum_should_match": 0,
                    "boost": 1.0,
                }
            },
        ),
    ],
)
def test_a_clause_as_opensearch_is_asked(clause: Clause, compiled: Compiled) -> None:
    assert compile_clause(clause) == compiled


def test_a_weight_goes_to_the_whole() -> None:
    assert compile_clause(Best(((All((BOATS,)), 3.0),))) == {
        "dis_max": {
            "queries": [{"bool": {"must": [term()], "minimum_should_match": 0, "boost": 3.0}}],
            "tie_breaker": 0.1,
            "boost": 1.0,
        }
    }
