from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.search.clauses import (
    All,
    Best,
    Clause,
    Term,
)
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_index import TantivyIndex
from tests.search.indexes import index_of, indexed

BOATS, GUNS = Term("text", "boats"), Term("text", "guns")
NEW_YEAR = date(1950, 1, 1).toordinal()


@pytest.fixture
def index(tmp_path: Path) -> TantivyIndex:
    return index_of(
        tmp_path / "clauses",
        indexed("r1", "heavy guns on boats", day="1949-12-31"),
        indexed("r2", "guns heavy as boats", day="1950-01-01"),
        indexed("r3", "boats", day="1950-01-02", kind="letter"),
    )


def scores(index: TantivyIndex, clause: Clause) -> dict[str, float]:
    searcher = index.opened().searcher
    hits = searcher.search(compile_clause(clause), 9).hits
    return {searcher.doc(address)["id"][0]: score for score, address in hits}


def test_what_a_clause_scores(index: TantivyIndex) -> None:
    alone = scores(index, GUNS)
    assert scores(index, All((GUNS,), (BOATS,))) == alone, "a filter scores nothing"
    assert scores(index, Best(((GUNS, 2.0),))) == pytest.approx(
        {name: 2 * score for name, score in alone.items()}
    )
    both = scores(index, Best(((GUNS, 1.0), (GUNS, 1.0))))
    assert both == pytest.approx({name: 1.1 * score for name, score in alone.items()})
    added = scores(index, All((BOATS,), bonus=((GUNS, 3.0),)))
    without = scores(index, BOATS)
    assert added == pytest.approx(
        {name: score + 3 * alone.get(name, 0) for name, score in without.items()}
    )
