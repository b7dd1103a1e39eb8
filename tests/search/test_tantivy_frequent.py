from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from archive.search.clauses import All, Best, Term
from archive.search.matching import piece_clause
from archive.search.tantivy_frequent import Frequent, anywhere, frequent_words, keep
from archive.search.wording import understand
from tests.search.indexes import index_of, indexed

_BOATS, _GUNS = Term("text", "boats"), Term("title", "guns")
_MARKS = {
    _BOATS: np.arange(24, dtype=np.uint8),
    _GUNS: np.full(24, 255, np.uint8),
}


def test_marks_are_read_as_they_were_kept(tmp_path: Path) -> None:
    keep(tmp_path, 101, 99, _MARKS, _MARKS.__getitem__)  # type: ignore[arg-type]
    frequent = Frequent(tmp_path)
    assert (frequent.rows, frequent.documents, frequent.bytes) == (101, 99, 24)
    for term, marks in _MARKS.items():
        found = frequent.marks(term)
        assert found is not None
        assert found.tolist() == marks.tolist()
    assert frequent.marks(Term("title", "boats")) is None


@pytest.mark.parametrize("left", [0, 20, 90])
def test_a_file_that_is_not_whole_is_an_error(tmp_path: Path, left: int) -> None:
    keep(tmp_path, 101, 99, _MARKS, _MARKS.__getitem__)  # type: ignore[arg-type]
    os.truncate(tmp_path / "frequent-words", left)
    with pytest.raises(ValueError, match=r"truncated|greater than file size"):
        Frequent(tmp_path)


def test_where_nothing_is_kept_nothing_is_frequent(tmp_path: Path) -> None:
    nothing = Frequent(tmp_path)
    assert (nothing.rows, nothing.bytes, nothing.marks(_BOATS)) == (0, 0, None)
    keep(tmp_path, 7, 7, (), _MARKS.__getitem__)  # type: ignore[arg-type]
    none = Frequent(tmp_path)
    assert (none.rows, none.bytes, none.marks(_BOATS)) == (7, 0, None)


def test_a_word_in_several_fields_is_known_by_all_of_them(tmp_path: Path) -> None:
    one, other = (_BOATS, 1.0), (_GUNS, 2.0)
    keep(tmp_path, 101, 99, [_GUNS, Best((one, other))], lambda clause: _MARKS[_BOATS])
    frequent = Frequent(tmp_path)
    marks = frequent.marks(Best((other, one)))
    assert marks is not None
    assert marks.tolist() == _MARKS[_BOATS].tolist()
    for others in ((one,), (one, (Term("title", "boats"), 1.0)), (one, other, (All(), 1.0)), ()):
        assert frequent.marks(Best(others)) is None
        assert Best(others) not in frequent
    assert _BOATS not in frequent
    assert _GUNS in frequent


def test_who_reads_goes_on_with_what_was_kept(tmp_path: Path) -> None:
    keep(tmp_path, 101, 99, [_GUNS], _MARKS.__getitem__)  # type: ignore[arg-type]
    before = Frequent(tmp_path)
    keep(tmp_path, 101, 99, [_BOATS], _MARKS.__getitem__)  # type: ignore[arg-type]
    kept = before.marks(_GUNS)
    assert kept is not None
    assert kept.tolist() == _MARKS[_GUNS].tolist()
    assert [each.name for each in tmp_path.iterdir()] == ["frequent-words"]


def test_words_are_frequent_that_stand_in_one_document_of_sixteen(tmp_path: Path) -> None:
    said = ["all some rare" if n == 0 else "all some" if n == 31 else "all" for n in range(32)]
    documents = [
        indexed(f"r{n}", word, kind="memo" if n == 2 else "cable") for n, word in enumerate(said)
    ]
    words = list(frequent_words(index_of(tmp_path, *documents).opened().searcher))
    assert words == [
        Term("text", "all"),
        Term("text", "some"),
        Term("text_en", "all"),
        Term("text_en", "some"),
        Term("value_kind", "cable"),
        Term("value_practice", "no"),
    ]
    assert list(frequent_words(index_of(tmp_path / "none").opened().searcher)) == []


def test_a_frequent_word_is_kept_as_it_is_sought(tmp_path: Path) -> None:
    words = [Term("text", "boats"), Term("text_en", "guns"), Term("title", "boats")]
    (piece,) = understand("boats").pieces
    assert list(anywhere(words, ("en", "ru"))) == [piece_clause(piece, ("en", "ru"))]


def test_what_is_sought_otherwise_than_as_words_is_not_kept() -> None:
    """A run of characters is looked for by its pairs, side by side: its clause has no key."""
    (piece,) = understand("一二三").pieces
    assert isinstance(piece_clause(piece, ("en",)), Best)
    assert list(anywhere([Term("text", "一二三")], ("en",))) == []
