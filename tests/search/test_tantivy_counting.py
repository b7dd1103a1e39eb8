"""Counts of facets are those of the documents, remembered never for longer than the index stays."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.clauses import All, Any, Ask, Clause, Not, Prefix, Term
from archive.search.documents import IndexDocument
from archive.search.facets import facets
from archive.search.query import Query
from archive.search.tantivy_answers import answer
from archive.search.tantivy_counting import Counts, Tally, scoreless
from archive.search.tantivy_index import TantivyIndex
from archive.search.unavailable import SearchUnavailable
from tests.search.indexes import index_of, indexed

_BOATS = Term("text", "boats")
_ASK = Ask(_BOATS, facets=("kind",))
_WORDS = ("boats", "guns", "rafts")
_FACETS = ("kind", "person", "language", "year")


def test_what_only_scores_makes_no_other_count() -> None:
    filters = (Term("value_kind", "cable"),)
    ranked = All((_BOATS,), filters, bonus=((Term("titles", "boats"), 4.0),))
    assert scoreless(ranked) == All((_BOATS,), filters)
    assert scoreless(_BOATS) == _BOATS


def test_the_same_records_are_counted_once(tmp_path: Path) -> None:
    index = index_of(tmp_path, indexed("r1", "boats"), indexed("r2", "guns"))
    counted = index.opened().counted
    first = counted(_ASK)
    assert first.facets == {"kind": {"cable\x1fCable": 1}}
    assert counted(replace(_ASK, offset=20, order="by_date")) is first
    assert counted(replace(_ASK, clause=Term("text", "guns"))) is not first


def test_it_is_told_how_many_answer_without_a_choice(tmp_path: Path) -> None:
    held = [indexed("r1", "boats"), indexed("r2", "boats", kind="letter"), indexed("r3", "guns")]
    kind, word = Term("value_kind", "cable"), All((_BOATS,))
    ask = Ask(All((_BOATS,), (kind,)), facets=("kind",), narrowed={"kind": word}, count=(word,))
    cable, letter = "cable\x1fCable", "letter\x1fLetter"
    assert index_of(tmp_path, *held).opened().counted(ask) == Tally(
        total=1, facets={"kind": {cable: 1, letter: 1}}, counts=(2,), without={"kind": 2}
    )


def test_a_record_more_is_counted(tmp_path: Path) -> None:
    index = index_of(tmp_path, indexed("r1", "boats"))
    assert answer(index, _ASK).facets == {"kind": {"cable\x1fCable": 1}}
    with index.writing() as writer:
        writer.put([indexed("r2", "boats"), indexed("r3", "boats", kind="letter")])
    assert answer(index, _ASK).facets == {"kind": {"cable\x1fCable": 2, "letter\x1fLetter": 1}}
    with index.writing() as writer:
        writer.remove("r3")
    assert answer(index, _ASK).facets == {"kind": {"cable\x1fCable": 2}}


@pytest.mark.parametrize("left", [0, 4, 8, 8 * 95, 8 * 199])
def test_an_index_that_lost_rows_is_said_to_be_damaged(tmp_path: Path, left: int) -> None:
    index = index_of(tmp_path, *(indexed(f"r{n}", "boats") for n in range(200)))
    os.truncate(tmp_path / str(index.generation) / "facet-rows", left)
    with pytest.raises(SearchUnavailable, match=r"row.* Run manage\.py index --rebuild\."):
        answer(TantivyIndex(tmp_path), _ASK)


#: Two values of three labels, and eight of one.
_PEOPLE = [f"{value}\x1f{label}" for value in "ab" for label in "ABC"]
_PEOPLE += [f"{value}\x1f{value.upper()}" for value in "cdefghij"]
_NAMED = st.lists(st.lists(st.sampled_from(_PEOPLE), max_size=4).map(tuple), max_size=40)


@settings(max_examples=60)
@given(
    parts=st.lists(_NAMED, min_size=1, max_size=3),
    most=st.sampled_from([3, 6, 8, 24]),
    few=st.sampled_from([0, 128]),
    values=st.integers(1, 4),
)
def test_a_page_shows_what_it_would_if_all_values_were_counted(
    tmp_path_factory: pytest.TempPathFactory,
    parts: list[list[tuple[str, ...]]],
    most: int,
    few: int,
    values: int,
) -> None:
    """Of values that have several labels too, whichever of them were frequent at first."""
    index = index_of(tmp_path_factory.mktemp("index"))
    expected = Counter[str]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archive.search.tantivy_few._MOST", few)
        patch.setattr("archive.search.tantivy_often._MOST", most)
        for number, part in enumerate(parts):
            with index.writing() as writer:
                writer.put(
                    msgspec.structs.replace(
                        indexed(f"r{number}.{at}", "boats"), facets={"person": people}
                    )
                    for at, people in enumerate(part)
                )
            expected.update(value for people in part for value in set(people))
            found = answer(index, Ask(_BOATS, facets=("person",), values=values))
            shown = facets(found.facets, Query(), found.total, values)
            assert shown == facets({"person": expected}, Query(), found.total, values)


def test_the_last_of_many_equal_values_is_told_under_all_its_labels(tmp_path: Path) -> None:
    others = [f"p{number:03}" for number in range(199)]
    documents = [
        msgspec.structs.replace(
            indexed(f"r{n}", "boats"), facets={"person": (*others, f"z\x1f{label}", "zz")}
        )
        for n, label in enumerate("AB")
    ]
    (found,) = answer(
        index_of(tmp_path, *documents), Ask(_BOATS, facets=("person",))
    ).facets.values()
    assert found == {**dict.fromkeys(others, 2), "z\x1fA": 1, "z\x1fB": 1}


_DOCUMENTS = st.builds(
    lambda number, words, kind, facets: msgspec.structs.replace(
        indexed(f"r{number}", " ".join(words)), facets={"kind": (kind,), **facets}
    ),
    st.integers(0, 30),
    st.lists(st.sampled_from(_WORDS), unique=True),
    st.sampled_from(["cable", "letter"]),
    st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(st.sampled_from("abc"), unique=True).map(tuple) for name in _FACETS[1:]
        },
    ),
)
_FILTERS = st.one_of(
    st.builds(Term, st.just("value_kind"), st.sampled_from(["cable", "letter"])),
    st.builds(Term, st.sampled_from(["value_person", "value_year"]), st.sampled_from("abc")),
    st.builds(lambda word: Not(Term("text", word)), st.sampled_from(_WORDS)),
)
_SOUGHT = st.one_of(
    st.builds(Term, st.just("text"), st.sampled_from(_WORDS)),
    st.builds(Prefix, st.just("text"), st.sampled_from(["b", "ra", "x"])),
    st.lists(st.sampled_from(_WORDS)).map(lambda w: Any(tuple(Term("text", each) for each in w))),
)


@st.composite
def asks(draw: st.DrawFn) -> Ask:
    """What may be asked of a page: some facets are counted without some of the filters."""
    filters = tuple(draw(st.lists(_FILTERS, unique=True, max_size=4)))
    clause = All(tuple(draw(st.lists(_SOUGHT, max_size=2))), filters)
    without = draw(st.dictionaries(st.sampled_from(_FACETS), st.sets(st.sampled_from(range(4)))))
    narrowed: dict[str, Clause] = {
        name: replace(clause, filters=tuple(f for n, f in enumerate(filters) if n not in left))
        for name, left in without.items()
    }
    if draw(st.booleans()):
        narrowed["person"] = draw(_SOUGHT)
    count = tuple(draw(st.lists(st.one_of(_SOUGHT, _FILTERS.map(lambda f: All((), (f,)))))))
    return Ask(clause, facets=_FACETS, narrowed=narrowed, count=count)


def _answers(document: IndexDocument, clause: Clause) -> bool:
    match clause:
        case All(clauses, filters):
            return all(_answers(document, each) for each in (*clauses, *filters))
        case Any(clauses):
            return any(_answers(document, each) for each in clauses)
        case Not(inner):
            return not _answers(document, inner)
        case Prefix(_, begin):
            return any(word.startswith(begin) for word in document.words["text"].split())
        case Term("text", value):
            return value in document.words["text"].split()
        case Term(field, value):
            return value in document.facets.get(field.removeprefix("value_"), ())
    raise AssertionError(clause)


def _expected(held: dict[str, IndexDocument], ask: Ask) -> tuple[Counts, tuple[int, ...]]:
    counts = tuple(sum(_answers(d, clause) for d in held.values()) for clause in ask.count)
    return {
        name: Counter(
            value
            for document in held.values()
            if _answers(document, ask.narrowed.get(name, ask.clause))
            for value in document.facets.get(name, ())
        )
        for name in ask.facets
    }, counts


@settings(max_examples=30)
@given(
    parts=st.lists(
        st.tuples(st.lists(_DOCUMENTS, max_size=12), st.lists(st.integers(0, 30), max_size=5)),
        min_size=1,
        max_size=3,
    ),
    asked=st.lists(asks(), min_size=1, max_size=4),
)
def test_counts_are_those_of_the_documents_after_every_change(
    tmp_path_factory: pytest.TempPathFactory,
    parts: list[tuple[list[IndexDocument], list[int]]],
    asked: list[Ask],
) -> None:
    index = index_of(tmp_path_factory.mktemp("index"))
    theirs = TantivyIndex(index.folder)
    held: dict[str, IndexDocument] = {}
    for put, removed in parts:
        with index.writing() as writer:
            writer.put(put)
            for number in removed:
                writer.remove(f"r{number}")
        held |= {document.id: document for document in put}
        held = {name: d for name, d in held.items() if int(name[1:]) not in removed}
        for ask in asked:
            found = answer(index, ask)
            assert (found.facets, found.counts) == _expected(held, ask)
            assert answer(theirs, ask) == found
            assert answer(index, replace(ask, facets=())).counts == found.counts
