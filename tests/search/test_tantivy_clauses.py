from __future__ import annotations

from datetime import date
from pathlib import Path

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
    searcher = index.searcher()
    hits = searcher.search(compile_clause(clause), 9).hits
    return {searcher.doc(address)["id"][0]: score for score, address in hits}


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        (GUNS, {"r1", "r2"}),
        (Term("value_kind", "letter"), {"r3"}),
        (Phrase("text", ("heavy", "guns")), {"r1"}),
        (Within("earliest", None, None), {"r1", "r2", "r3"}),
        (Within("hand_day", None, None), set()),
        (Within("earliest", NEW_YEAR, None), {"r2", "r3"}),
        (Within("earliest", None, NEW_YEAR), {"r1", "r2"}),
        (Within("earliest", NEW_YEAR, NEW_YEAR), {"r2"}),
        (Best(((GUNS, 1.0), (Term("value_kind", "letter"), 2.0))), {"r1", "r2", "r3"}),
        (Any((Phrase("text", ("as", "boats")), Term("value_kind", "letter"))), {"r2", "r3"}),
        (Any(()), set()),
        (All(), {"r1", "r2", "r3"}),
        (All((BOATS,), (GUNS,)), {"r1", "r2"}),
        (All((BOATS,), bonus=((GUNS, 1.0),)), {"r1", "r2", "r3"}),
        (Nothing(), set()),
        (Near("text", ("heavy", "boats"), 0), set()),
        (Near("text", ("heavy", "boats"), 1), {"r2"}),
        (Near("text", ("heavy", "boats"), 2), {"r1", "r2"}),
        (Near("text", ("guns", "boats"), 1), {"r1"}),
        (Prefix("text", "gu"), {"r1", "r2"}),
        (Prefix("text", "uns"), set()),
        (Fuzzy("text", "gunz", 1), {"r1", "r2"}),
        (Fuzzy("text", "ugns", 1), {"r1", "r2"}),
        (Fuzzy("text", "ganz", 1), set()),
        (Fuzzy("text", "ganz", 2), {"r1", "r2"}),
        (Not(GUNS), {"r3"}),
        (Not(Not(GUNS)), {"r1", "r2"}),
        (All((BOATS,), (Not(GUNS),)), {"r3"}),
        (All(filters=(Not(GUNS), Not(BOATS))), set()),
        (Any((GUNS, Not(BOATS))), {"r1", "r2"}),
    ],
)
def test_what_a_clause_finds(index: TantivyIndex, clause: Clause, found: set[str]) -> None:
    assert set(scores(index, clause)) == found


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
