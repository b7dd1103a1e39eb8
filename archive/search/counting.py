"""How many records other queries would find, asked before they are offered."""

from __future__ import annotations

from collections.abc import Sequence

from archive.search.backend import backend
from archive.search.clauses import Ask, Clause, Nothing
from archive.search.matching import ask_for
from archive.search.query import Query
from archive.search.wording import Wording, understand


def clause_of(query: Query, wording: Wording | None = None) -> Clause:
    """What a query asks for, its names as typed; ``wording`` where it has been read already."""
    read = wording or understand(query.q)
    return ask_for(query, read.pieces, backend().languages(), read.tree).clause


def counts(clauses: Sequence[Clause]) -> tuple[int, ...]:
    """How many records answer to each. One question to the engine, none where there is none.
    Raises ``SearchUnavailable``."""
    if not clauses:
        return ()
    return backend().answer(Ask(Nothing(), limit=1, count=tuple(clauses))).counts
