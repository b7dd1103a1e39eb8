"""Small documents put into whichever engine is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.search.backend import backend
from archive.search.clauses import Ask, Clause
from archive.search.documents import IndexDocument

Fill = Callable[..., None]
Finds = Callable[[Clause], list[str]]


@pytest.fixture
def fill(db: None) -> Fill:
    """Makes the index anew of these documents."""

    def made(*documents: IndexDocument) -> None:
        with backend().rebuilding() as (_, writer):
            writer.put(documents)

    return made


@pytest.fixture
def finds(fill: Fill) -> Finds:
    """The ids of all that answers to a clause, in their order."""
    return lambda clause: sorted(backend().answer(Ask(clause, limit=200)).ids)
