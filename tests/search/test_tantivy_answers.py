"""Pages of an answer in order, and equal scores in that of ids."""

from __future__ import annotations

from pathlib import Path

import pytest
import tantivy

from archive.search.clauses import All, Ask, Best, Clause, Term, Within
from archive.search.tantivy_answers import answer, every
from archive.search.tantivy_clauses import compile_clause
from tests.search.indexes import index_of, indexed

_TEXT = Term("text", "boats")
_CLAUSES = [
    _TEXT,
    All((Best(((_TEXT, 1.0), (Term("title", "boats"), 3.0))),)),
    Within("latest", 0, None),
]


@pytest.mark.parametrize("clause", _CLAUSES)
@pytest.mark.parametrize("facets", [(), ("kind",)])
def test_any_number_of_equal_scores_are_in_the_order_of_ids(
    tmp_path: Path, clause: Clause, facets: tuple[str, ...]
) -> None:
    index = index_of(tmp_path, *(indexed(f"r{n:03}", "boats") for n in reversed(range(170))))
    for offset in (0, 20, 160):
        found = answer(index, Ask(clause, offset, 20, facets=facets))
        assert found.ids == tuple(f"r{n:03}" for n in range(offset, min(offset + 20, 170)))
        assert found.total == 170


def test_every_id_comes_in_the_order_of_pages(tmp_path: Path) -> None:
    texts = ["boats", "boats and many guns", "boats", "guns", "boats boats"]
    index = index_of(tmp_path, *(indexed(f"r{n}", text) for n, text in enumerate(texts)))
    total, ids = every(index, Ask(_TEXT, offset=2, limit=1))
    assert (total, list(ids)) == (4, ["r4", "r0", "r2", "r1"])
    total, ids = every(index, Ask(_TEXT, order="by_date"))
    assert (total, list(ids)) == (4, ["r0", "r1", "r2", "r4"])


@pytest.mark.parametrize(("other", "asked"), [("cable", False), ("letter", True)])
def test_a_choice_that_leaves_nothing_out_is_not_asked_of_tantivy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str, asked: bool
) -> None:
    """The records are those of the whole question all the same."""
    index = index_of(tmp_path, indexed("r1", "boats"), indexed("r2", "boats", kind=other))
    clause, less = All((_TEXT,), (Term("value_kind", "cable"),)), All((_TEXT,))
    compiled = list[Clause]()

    def compiling(each: Clause) -> tantivy.Query:
        compiled.append(each)
        return compile_clause(each)

    monkeypatch.setattr("archive.search.tantivy_answers.compile_clause", compiling)
    found = answer(index, Ask(clause, facets=("kind",), narrowed={"kind": less}))
    assert compiled == [clause if asked else less]
    assert found.ids == (("r1",) if asked else ("r1", "r2"))
    assert found.total == len(found.ids)
