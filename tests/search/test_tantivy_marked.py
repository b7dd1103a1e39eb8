from __future__ import annotations

from pathlib import Path

import pytest

from archive.search.clauses import All, Nothing, Term
from archive.search.tantivy_index import TantivyIndex
from archive.search.tantivy_marked import marked, rows_of
from tests.search.indexes import index_of, indexed


def found(index: TantivyIndex, value: str, rows: int) -> list[int]:
    marks = marked(index.opened().searcher, rows, Term("text", value))
    return [int(row) for row in rows_of(marks)]


@pytest.mark.parametrize(
    ("few", "most"), [(1, 60_000), (10, 60_000), (300, 60_000), (300, 2), (300, 1)]
)
def test_rows_are_marked_in_every_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, most: int
) -> None:
    """Had by hits where one of so many answers, otherwise of at most so many blocks at once."""
    monkeypatch.setattr("archive.search.tantivy_marked._FEW", few)
    monkeypatch.setattr("archive.search.tantivy_marked._MOST_BLOCKS", most)
    said = [
        "boats" if n in {0, 1, 46, 47, 48, 95, 96, 130, 191, 199} else "guns" for n in range(200)
    ]
    index = index_of(tmp_path, *(indexed(f"r{n}", word) for n, word in enumerate(said)))
    assert found(index, "boats", 200) == [0, 1, 46, 47, 48, 95, 96, 130, 191, 199]
    assert found(index, "guns", 200) == [n for n, word in enumerate(said) if word == "guns"]
    with index.writing() as writer:
        writer.put([indexed("r47", "guns"), indexed("r5", "boats")])
        writer.remove("r95")
    assert found(index, "boats", 202) == [0, 1, 46, 48, 96, 130, 191, 199, 201]


def test_all_and_none(tmp_path: Path) -> None:
    index = index_of(tmp_path, *(indexed(f"r{n}", "boats") for n in range(97)))
    searcher = index.opened().searcher
    assert rows_of(marked(searcher, 97, All())).tolist() == list(range(97))
    assert rows_of(marked(searcher, 97, Nothing())).tolist() == []
    empty = index_of(tmp_path / "empty")
    assert rows_of(marked(empty.opened().searcher, 0, All())).tolist() == []
