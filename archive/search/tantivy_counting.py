"""The values of facets, counted by tantivy and remembered for as long as the index stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import tantivy

from archive.search.clauses import All, Clause
from archive.search.fields import facet_field
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_values import Values

#: Values of a facet that are counted; a page shows far fewer. Of each segment of the index so many
#: of the most frequent are put together, so that only the rarest can be counted short.
_MOST_VALUES, _OF_A_SEGMENT = 200, 400
#: Answers remembered of one state of an index, of some hundred kilobytes at most.
_REMEMBERED = 32

Counts = Mapping[str, Mapping[str, int]]
Counted = Callable[[Clause, tuple[str, ...]], Counts]


def counting(searcher: tantivy.Searcher, values: Values) -> Counted:
    """What counts the values of these facets, by facet, over the records that answer to a clause.

    It remembers: the next page and another order count the same, and when a value of a facet is
    chosen, that facet is counted as the page before counted it.
    """
    return lru_cache(maxsize=_REMEMBERED)(partial(_counted, searcher, values))


def scoreless(clause: Clause) -> Clause:
    """The same records, whatever order they come in."""
    return replace(clause, bonus=()) if isinstance(clause, All) else clause


def _counted(
    searcher: tantivy.Searcher, values: Values, clause: Clause, names: tuple[str, ...]
) -> Counts:
    terms = {"size": _MOST_VALUES, "segment_size": _OF_A_SEGMENT}
    asked = {name: {"terms": {"field": facet_field(name), **terms}} for name in names}
    result: dict[str, Any] = searcher.aggregate(compile_clause(clause), asked)
    return {
        name: values.counted(
            {bucket["key"]: bucket["doc_count"] for bucket in result[name]["buckets"]}
        )
        for name in names
    }
