"""Our clauses → tantivy's queries."""

from __future__ import annotations

import tantivy

from archive.search.clauses import All, Any, Best, Clause, Nothing, Phrase, Term, Within
from archive.search.tantivy_schema import schema

_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
#: What the second-best field of a word adds.
_TIE_BREAKER = 0.1


def compile_clause(clause: Clause) -> tantivy.Query:
    """The query that matches and scores as the clause says."""
    match clause:
        case Term(field, value):
            return tantivy.Query.term_query(schema(), field, value, "freq")
        case Phrase(field, values):
            return tantivy.Query.phrase_query(schema(), field, list(values))
        case Within():
            return _within(clause)
        case Best(options):
            weighted = [_weighted(option, weight) for option, weight in options]
            return tantivy.Query.disjunction_max_query(weighted, _TIE_BREAKER)
        case Any(clauses):
            return tantivy.Query.boolean_query([(_SHOULD, compile_clause(c)) for c in clauses])
        case All():
            return _all(clause)
        case Nothing():
            return tantivy.Query.empty_query()


def _all(clause: All) -> tantivy.Query:
    parts = [(_MUST, compile_clause(inner)) for inner in clause.clauses]
    parts += [
        (_MUST, tantivy.Query.const_score_query(compile_clause(inner), 0.0))
        for inner in clause.filters
    ]
    if not parts:
        return tantivy.Query.all_query()
    parts += [(_SHOULD, _weighted(inner, weight)) for inner, weight in clause.bonus]
    return tantivy.Query.boolean_query(parts)


def _within(clause: Within) -> tantivy.Query:
    if clause.low is None and clause.high is None:
        return tantivy.Query.exists_query(clause.field)
    return tantivy.Query.range_query(
        schema(), clause.field, tantivy.FieldType.Integer, clause.low, clause.high
    )


def _weighted(clause: Clause, weight: float) -> tantivy.Query:
    compiled = compile_clause(clause)
    return compiled if weight == 1.0 else tantivy.Query.boost_query(compiled, weight)
