from __future__ import annotations

from pathlib import Path

import pytest

from archive.search.clauses import All, Ask, Found, Term
from archive.search.tantivy_answers import answer, states
from archive.search.tantivy_index import TantivyIndex
from tests.search.indexes import index_of, indexed

DOCUMENTS = (
    indexed("r3", "boats", day="1950-03-01"),
    indexed("r1", "boats", day="1950-02-01", kind="letter"),
    indexed("r2", "boats boats boats", day="1950-01-01"),
    indexed("r4", "guns", day="1949-01-01"),
)
BOATS, CABLES = Term("text", "boats"), Term("value_kind", "cable")


@pytest.fixture
def index(tmp_path: Path) -> TantivyIndex:
    return index_of(tmp_path / "answers", *DOCUMENTS)


def test_best_first_and_equals_by_their_ids(index: TantivyIndex) -> None:
    assert answer(index, Ask(BOATS)) == Found(3, ("r2", "r1", "r3"), {})
    assert answer(index, Ask(BOATS, offset=1, limit=1)) == Found(3, ("r1",), {})
    assert answer(index, Ask(BOATS, offset=3)) == Found(3, (), {})


def test_in_an_order_of_a_field(index: TantivyIndex) -> None:
    assert answer(index, Ask(All(), order="by_date")).ids == ("r4", "r2", "r1", "r3")
    assert answer(index, Ask(All(), order="by_date", offset=1, limit=2)).ids == ("r2", "r1")


def test_facets_are_counted_over_the_clause_or_over_their_own(index: TantivyIndex) -> None:
    ask = Ask(
        All((BOATS,), (CABLES,)),
        facets=("kind", "language"),
        narrowed={"kind": All((BOATS,))},
        count=(Term("text", "guns"), CABLES),
    )
    assert answer(index, ask) == Found(
        total=2,
        ids=("r2", "r3"),
        facets={"language": {}, "kind": {"cable\x1fCable": 2, "letter\x1fLetter": 1}},
        counts=(1, 3),
    )


def test_the_state_of_every_document(index: TantivyIndex, tmp_path: Path) -> None:
    assert sorted(states(index)) == sorted((d.id, 1, d.digest()) for d in DOCUMENTS)
    assert states(index_of(tmp_path / "none")) == []
