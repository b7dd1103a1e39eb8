"""Our clauses → OpenSearch's queries."""

from __future__ import annotations

from typing import Any as Anything

from archive.search.clauses import (
    TIE_BREAKER,
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

Compiled = dict[str, Anything]

#: Every word that is alike counts the same, however many there are.
_ALIKE = "constant_score"
_NONE: Compiled = {"match_none": {}}


def compile_clause(clause: Clause, weight: float = 1.0) -> Compiled:
    """The query that matches and scores as the clause says, times ``weight``."""
    match clause:
        case Best(options):
            return _best(options, weight)
        case Any(clauses):
            parts = [compile_clause(part) for part in clauses]
            return _bool(weight, should=parts, minimum_should_match=1) if parts else _NONE
        case All():
            return _all(clause, weight)
        case Not(inner):
            return _bool(0.0, must_not=[compile_clause(inner)])
        case Nothing():
            return _NONE
        case _:
            return _in_a_field(clause, weight)


def _in_a_field(clause: Term | Phrase | Near | Prefix | Fuzzy | Within, weight: float) -> Compiled:
    match clause:
        case Term(field, value):
            return {"term": {field: {"value": value, "boost": weight}}}
        case Phrase(field, values):
            return {"match_phrase": {field: {"query": " ".join(values), "boost": weight}}}
        case Near(field, values, between):
            near = {"query": " ".join(values), "slop": between, "boost": weight}
            return {"match_phrase": {field: near}}
        case Prefix(field, value):
            return {"prefix": {field: {"value": value, "rewrite": _ALIKE, "boost": weight}}}
        case Fuzzy(field, value, slips):
            alike = {"value": value, "fuzziness": slips, "rewrite": _ALIKE, "boost": weight}
            return {"fuzzy": {field: alike}}
        case Within(field, None, None):
            return {"exists": {"field": field, "boost": weight}}
        case Within(field, low, high):
            ends = {"gte": low, "lte": high}
            return {"range": {field: {k: v for k, v in ends.items() if v is not None}}}


def _best(options: tuple[tuple[Clause, float], ...], weight: float) -> Compiled:
    parts = [compile_clause(option, own) for option, own in options]
    if not parts:
        return _NONE
    return {"dis_max": {"queries": parts, "tie_breaker": TIE_BREAKER, "boost": weight}}


def _all(clause: All, weight: float) -> Compiled:
    filters = [part for part in clause.filters if not isinstance(part, Not)]
    refused = [part.clause for part in clause.filters if isinstance(part, Not)]
    if not (clause.clauses or clause.filters):
        return {"match_all": {"boost": weight}}
    return _bool(
        weight,
        must=[compile_clause(part) for part in clause.clauses],
        filter=[compile_clause(part) for part in filters],
        must_not=[compile_clause(part) for part in refused],
        should=[compile_clause(part, own) for part, own in clause.bonus],
        minimum_should_match=0,
    )


def _bool(weight: float, **parts: Anything) -> Compiled:
    return {"bool": {**{name: part for name, part in parts.items() if part != []}, "boost": weight}}
