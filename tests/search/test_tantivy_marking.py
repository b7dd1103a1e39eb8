"""What is kept of frequent words marks the rows that tantivy tells, after every change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.clauses import All, Any, Best, Clause, Not, Prefix, Term
from archive.search.documents import IndexDocument
from archive.search.tantivy_index import TantivyIndex
from archive.search.tantivy_marked import marked, rows_of
from archive.search.tantivy_marking import Marking
from tests.search.indexes import indexed

_WORDS = ("boats", "guns", "rafts", "oars")
_TERMS = st.builds(Term, st.sampled_from(["text", "text_en", "title"]), st.sampled_from(_WORDS))


def _within(inner: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    several = st.lists(inner, max_size=3).map(tuple)
    weighted = st.lists(st.tuples(inner, st.just(2.0)), min_size=1, max_size=3).map(tuple)
    bonus = st.lists(st.tuples(inner, st.just(2.0)), max_size=1).map(tuple)
    return st.one_of(
        st.builds(Any, several),
        st.builds(Best, weighted),
        st.builds(All, several, several, bonus),
        st.builds(Not, inner),
    )


_PREFIXES = st.builds(Prefix, st.just("text"), st.sampled_from(["b", "ra"]))
_CLAUSES = st.recursive(st.one_of(_TERMS, _PREFIXES), _within, max_leaves=6)
_DOCUMENTS = st.builds(
    lambda number, words: indexed(f"r{number}", " ".join(words)),
    st.integers(0, 60),
    st.lists(st.sampled_from(_WORDS), unique=True),
)


def _whole(folder: Path, documents: list[IndexDocument]) -> TantivyIndex:
    index = TantivyIndex(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archive.search.tantivy_index._UNDIVIDED", 0)
        with index.rebuilding(len(documents)) as (_, writer):
            writer.put(documents)
    return index


@settings(max_examples=25)
@given(
    first=st.lists(_DOCUMENTS, min_size=1, max_size=30),
    said=st.lists(st.sampled_from(_WORDS), min_size=1, unique=True),
    changes=st.lists(
        st.tuples(st.lists(_DOCUMENTS, max_size=30), st.lists(st.integers(0, 60), max_size=9)),
        max_size=2,
    ),
    clauses=st.lists(_CLAUSES, min_size=1, max_size=4),
)
def test_rows_are_those_that_tantivy_tells(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[IndexDocument],
    said: list[str],
    changes: list[tuple[list[IndexDocument], list[int]]],
    clauses: list[Clause],
) -> None:
    documents = [indexed("r0", " ".join(said)), *first]
    index = _whole(tmp_path_factory.mktemp("index"), documents)
    assert index.opened().frequent.rows == len(documents)
    _same(index, clauses)
    for put, removed in changes:
        with index.writing() as writer:
            writer.put(put)
            for number in removed:
                writer.remove(f"r{number}")
        _same(index, clauses)


def _same(index: TantivyIndex, clauses: list[Clause]) -> None:
    opened = index.opened()
    searcher, rows = opened.searcher, len(opened.rows)
    marking = Marking(searcher, rows, opened.frequent)
    for clause in clauses:
        expected = rows_of(marked(searcher, rows, clause)).tolist()
        assert rows_of(marking(clause)).tolist() == expected


def test_a_frequent_word_alone_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _whole(tmp_path, [indexed(f"r{n}", "boats") for n in range(99)]).opened()
    marking = Marking(opened.searcher, len(opened.rows), opened.frequent)
    monkeypatch.setattr(marking, "_asked", None)
    assert rows_of(marking(Best(((Term("text", "boats"), 1.0),)))).tolist() == list(range(99))
    with pytest.raises(TypeError):
        marking(Term("text", "guns"))
