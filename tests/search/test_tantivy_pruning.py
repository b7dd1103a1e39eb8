"""Few records scored in place of many: those that are the best of all, in the same order."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.clauses import All, Ask, Best, Clause, Not, Phrase, Term
from archive.search.documents import IndexDocument
from archive.search.tantivy_answers import answer
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_index import TantivyIndex
from archive.search.tantivy_pruning import pruned
from tests.search.indexes import index_of, indexed

_TITLE, _MARKS = Term("title", "boats"), Term("marks", "boats")
_TEXT, _STEM = Term("text", "boats"), Term("text_en", "boat")
_ANYWHERE = Best(((_TITLE, 3.0), (_MARKS, 1.5), (_TEXT, 1.0), (_STEM, 0.5)))
_CABLE = Term("value_kind", "cable")
_FOUND = {_TITLE: 10, _TEXT: 40, _STEM: 60}


def _frequency(field: str, token: str) -> int:
    return _FOUND.get(Term(field, token), 0)


def test_a_frequent_field_adds_its_share_to_those_that_have_the_word_seldom() -> None:
    less = pruned(All((_ANYWHERE,), (_CABLE,)), _frequency, 100)
    assert less is not None
    seldom = All((Best(((_TITLE, 3.0),)),), (_CABLE,))
    with_text = All((seldom,), bonus=((_TEXT, 0.1),))
    assert less.clause == All((with_text,), bonus=((_STEM, 0.05),))
    # 2.2 times the logarithm of 1 + 60.5 / 40.5, half of that of 1 + 40.5 / 60.5; and a tenth of
    # the lesser one and of a title that scores no more than the text.
    assert less.least == pytest.approx(2.010 + 0.1 * (0.564 + 2.010), abs=0.001)


@pytest.mark.parametrize(
    ("clause", "documents"),
    [
        (_ANYWHERE, 100),
        (All((_ANYWHERE,), bonus=((_TITLE, 4.0),)), 100),
        (All((_ANYWHERE, _ANYWHERE)), 100),
        (All((Best(((_TITLE, 1.0), (Phrase("text", ("many", "boats")), 1.0))),)), 100),
        # Nothing has the word often; nothing has it seldom.
        (All((_ANYWHERE,)), 1000),
        (All((_ANYWHERE,)), 79),
    ],
)
def test_what_is_scored_as_before(clause: Clause, documents: int) -> None:
    assert pruned(clause, _frequency, documents) is None


#: A word that few have, and one of which nearly all have several.
_SELDOM = st.integers(0, 15).map(lambda n: ["boats", *["guns"] * n] if n < 2 else [])
_OFTEN = st.lists(st.sampled_from(["boats", "guns"]), max_size=6)
_DOCUMENTS = st.builds(
    lambda number, kind, title, marks, text: _document(number, kind, title, marks, text),
    st.integers(0, 80),
    st.sampled_from(["cable", "letter"]),
    _SELDOM,
    _SELDOM,
    _OFTEN,
)


def _document(
    number: int, kind: str, title: list[str], marks: list[str], text: list[str]
) -> IndexDocument:
    words = {
        "title": " ".join(title),
        "marks": " ".join(marks),
        "text": " ".join(text),
        "text_en": " ".join(word.rstrip("s") for word in text),
    }
    return msgspec.structs.replace(indexed(f"r{number}", "", kind=kind), words=words)


@settings(max_examples=100)
@given(
    documents=st.lists(_DOCUMENTS, min_size=20, max_size=60),
    later=st.lists(_DOCUMENTS, max_size=10),
    weights=st.lists(st.sampled_from([0.1, 0.5, 1.0, 3.0]), min_size=4, max_size=4),
    filters=st.lists(st.sampled_from([_CABLE, Not(_CABLE), Term("text", "guns")]), max_size=1),
    offset=st.integers(0, 3),
    limit=st.integers(1, 4),
)
def test_the_best_are_the_best_of_all(
    tmp_path_factory: pytest.TempPathFactory,
    documents: list[IndexDocument],
    later: list[IndexDocument],
    weights: list[float],
    filters: list[Clause],
    offset: int,
    limit: int,
) -> None:
    index = index_of(tmp_path_factory.mktemp("index"), *documents)
    with index.writing() as writer:
        writer.put(later)
    word = Best(tuple(zip((_TITLE, _MARKS, _TEXT, _STEM), weights, strict=True)))
    clause = All((word,), tuple(filters))
    found = answer(index, Ask(clause, offset, limit, facets=("kind",)))
    every = _ranked(index, clause)
    assert (found.ids, found.total) == (tuple(every[offset : offset + limit]), len(every))


def _ranked(index: TantivyIndex, clause: Clause) -> list[str]:
    """All that answer, each scored, equal scores by id."""
    searcher = index.opened().searcher
    hits = searcher.search(compile_clause(clause), 100).hits
    scored = [(score, searcher.doc(address)["id"][0]) for score, address in hits]
    return [
        each
        for _, same in groupby(scored, itemgetter(0))
        for each in sorted(name for _, name in same)
    ]


def test_many_are_not_scored_where_few_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titled = [_document(n, "cable", ["boats"], [], ["boats"]) for n in range(3)]
    others = [_document(n, "cable", ["guns"], [], ["boats", "boats"]) for n in range(3, 60)]
    index = index_of(tmp_path, *others, *titled)
    monkeypatch.setattr("archive.search.tantivy_answers._all_scored", None)
    found = answer(index, Ask(All((_ANYWHERE,)), limit=2, facets=("kind",)))
    assert (found.ids, found.total) == (("r0", "r1"), 60)
    with pytest.raises(TypeError):
        answer(index, Ask(All((_ANYWHERE,)), limit=4, facets=("kind",)))
