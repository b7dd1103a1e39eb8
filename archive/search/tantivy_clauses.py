"""Our clauses → tantivy's queries."""

from __future__ import annotations

from functools import lru_cache

import tantivy

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
from archive.search.tantivy_schema import schema

_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
_MUST_NOT = tantivy.Occur.MustNot


def compile_clause(clause: Clause) -> tantivy.Query:
    """The query that matches and scores as the clause says."""
    match clause:
        case Term(field, value):
            return tantivy.Query.term_query(schema(), field, value, "freq")
        case Best(options):
            weighted = [_weighted(option, weight) for option, weight in options]
            return tantivy.Query.disjunction_max_query(weighted, TIE_BREAKER)
        case Any((only,)):
            return compile_clause(only)
        case Any(clauses):
            return tantivy.Query.boolean_query([(_SHOULD, compile_clause(c)) for c in clauses])
        case All():
            return _all(clause)
        case Not():
            return _all(All(filters=(clause,)))
        case Nothing():
            return tantivy.Query.empty_query()
        case _:
            return _in_a_field(clause)


def _in_a_field(clause: Phrase | Near | Prefix | Fuzzy | Within) -> tantivy.Query:
    match clause:
        case Phrase(field, values):
            return tantivy.Query.phrase_query(schema(), field, list(values))
        case Near(field, values, between):
            return tantivy.Query.phrase_query(schema(), field, list(values), slop=between)
        case Prefix(field, value):
            # A fuzzy query that forgives nothing: a regular expression takes 0.3 ms to compile.
            return tantivy.Query.fuzzy_term_query(schema(), field, value, 0, prefix=True)
        case Fuzzy(field, value, slips):
            return tantivy.Query.fuzzy_term_query(schema(), field, value, slips)
        case Within():
            return _within(clause)


def _all(clause: All) -> tantivy.Query:
    parts = [(_MUST, compile_clause(inner)) for inner in clause.clauses]
    parts += [_filter(inner) for inner in clause.filters]
    if not parts:
        return tantivy.Query.all_query()
    if all(occur == _MUST_NOT for occur, _ in parts):
        parts.append((_MUST, tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)))
    parts += [(_SHOULD, _weighted(inner, weight)) for inner, weight in clause.bonus]
    return tantivy.Query.boolean_query(parts)


@lru_cache(maxsize=256)
def _filter(clause: Clause) -> tuple[tantivy.Occur, tantivy.Query]:
    if isinstance(clause, Not):
        return _MUST_NOT, compile_clause(clause.clause)
    return _MUST, tantivy.Query.const_score_query(compile_clause(clause), 0.0)


def _within(clause: Within) -> tantivy.Query:
    if clause.low is None and clause.high is None:
        return tantivy.Query.exists_query(clause.field)
    return tantivy.Query.range_query(
        schema(), clause.field, tantivy.FieldType.Integer, clause.low, clause.high
    )


def _weighted(clause: Clause, weight: float) -> tantivy.Query:
    compiled = compile_clause(clause)
    return compiled if weight == 1.0 else tantivy.Query.boost_query(compiled, weight)
