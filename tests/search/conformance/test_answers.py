"""Pages, orders, facets and counts."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from archive.search.backend import backend
from archive.search.clauses import All, Any, Ask, Best, Found, Fuzzy, Phrase, Prefix, Term
from archive.search.facets import facets
from archive.search.query import Query
from archive.search.unavailable import SearchUnavailable
from tests.search.conformance.conftest import Fill
from tests.search.indexes import indexed

pytestmark = pytest.mark.conformance

DOCUMENTS = (
    indexed("r3", "boats", day="1950-03-01"),
    indexed("r1", "boats", day="1950-02-01", kind="letter"),
    indexed("r2", "boats boats boats", day="1950-01-01"),
    indexed("r4", "guns", day="1949-01-01"),
)
BOATS, CABLES = Term("text", "boats"), Term("value_kind", "cable")


def test_best_first_and_equals_by_their_ids(fill: Fill) -> None:
    fill(*DOCUMENTS)
    answer = backend().answer
    assert answer(Ask(BOATS)) == Found(3, ("r2", "r1", "r3"), {})
    assert answer(Ask(BOATS, offset=1, limit=1)) == Found(3, ("r1",), {})
    assert answer(Ask(BOATS, offset=3)) == Found(3, (), {})
    for scoreless in (
        All(),
        All(filters=(BOATS,)),
        Prefix("text", "bo"),
        Fuzzy("text", "boatz", 1),
    ):
        ids = answer(Ask(scoreless)).ids
        assert ids == tuple(sorted(ids)), scoreless
    for every in (All(), Any((BOATS, Term("text", "guns")))):
        whole = answer(Ask(every)).ids
        assert sum((answer(Ask(every, offset=n, limit=1)).ids for n in range(4)), ()) == whole


def test_all_ids_in_the_order_of_the_pages(fill: Fill) -> None:
    fill(*DOCUMENTS)
    for ask in (Ask(BOATS), Ask(All(), order="by_date", offset=2, limit=1), Ask(Term("text", "z"))):
        total, ids = backend().every(ask)
        found = backend().answer(replace(ask, offset=0, limit=9))
        assert (total, tuple(ids)) == (found.total, found.ids)


def test_every_year_is_counted_and_of_other_values_the_most_frequent(fill: Fill) -> None:
    years = [str(year) for year in range(1700, 1910)]
    documents = [
        msgspec.structs.replace(
            indexed(f"r{year}", "boats"),
            facets={"year": (year,), "subject": tuple({year, "1700"})},
        )
        for year in years
    ]
    fill(*documents)
    for narrowed in ({}, {"year": BOATS, "subject": BOATS}):
        found = backend().answer(Ask(BOATS, facets=("year", "subject"), narrowed=dict(narrowed)))
        assert found.facets["year"] == dict.fromkeys(years, 1)
        subjects = found.facets["subject"]
        assert subjects == {**dict.fromkeys(years[:200], 1), "1700": 210}


def test_of_equal_values_a_page_shows_the_same_whichever_engine_told_them(fill: Fill) -> None:
    """Two of them have two labels, the second of them too seldom to be told; and more are equal than
    an engine tells."""
    people = [f"p{n:03}\x1fName {(n * 37) % 250:03}" for n in reversed(range(250))]
    first = sorted((n * 37) % 250 for n in range(195))[:6]
    several = [f"{slug}\x1fMao {name}" for slug in ("mao", "zao") for name in "ABBB"]
    documents = [
        msgspec.structs.replace(indexed(f"r{n}", "boats"), facets={"person": (name,)})
        for n, name in enumerate((*people, *several, *["lin\x1fLin Biao"] * 2))
    ]
    fill(*documents)
    told = backend().answer(Ask(BOATS, facets=("person",), values=9))
    assert [
        (each.label, each.count) for each in facets(told.facets, Query(), told.total, 9)["person"]
    ] == [("Mao B", 4), ("Mao B", 4), ("Lin Biao", 2), *((f"Name {n:03}", 1) for n in first)]


def test_what_counts_more_stands_first(fill: Fill) -> None:
    fill(
        indexed("r1", "heavy boats without guns"),
        indexed("r2", "heavy guns without boats"),
        indexed("r3", "rifles", kind="letter"),
    )
    answer = backend().answer
    words = (Term("text", "heavy"), Term("text", "guns"))
    bonus = ((Phrase("text", ("heavy", "guns")), 1.5),)
    assert answer(Ask(All(words))).ids == ("r1", "r2")
    assert answer(Ask(All(words, bonus=bonus))).ids == ("r2", "r1")
    letter = Term("value_kind", "letter")
    assert answer(Ask(Best(((words[1], 1.0), (letter, 9.0))))).ids == ("r3", "r1", "r2")
    assert answer(Ask(Best(((words[1], 9.0), (letter, 1.0))))).ids == ("r1", "r2", "r3")


def test_in_an_order_of_a_field(fill: Fill) -> None:
    fill(*DOCUMENTS)
    answer = backend().answer
    assert answer(Ask(All(), order="by_date")).ids == ("r4", "r2", "r1", "r3")
    assert answer(Ask(All(), order="by_date", offset=1, limit=2)).ids == ("r2", "r1")


def test_orders_are_by_code_point(fill: Fill) -> None:
    titles = ["Zebra", "aardvark", "éclair", "Ящик", "漢", "a b", "ab", "𠀀", "~"]
    made = [
        msgspec.structs.replace(indexed(f"r{n}", "x"), orders={"by_title": title})
        for n, title in enumerate(titles)
    ]
    fill(*made)
    ids = backend().answer(Ask(All(), order="by_title")).ids
    assert [titles[int(name[1:])] for name in ids] == sorted(titles)


def test_facets_are_counted_over_the_clause_or_over_their_own(fill: Fill) -> None:
    fill(*DOCUMENTS)
    ask = Ask(
        All((BOATS,), (CABLES,)),
        facets=("kind", "language"),
        narrowed={"kind": All((BOATS,))},
        count=(Term("text", "guns"), CABLES),
    )
    assert backend().answer(ask) == Found(
        total=2,
        ids=("r2", "r3"),
        facets={"language": {}, "kind": {"cable\x1fCable": 2, "letter\x1fLetter": 1}},
        counts=(1, 3),
    )


def test_a_record_counts_once_for_each_of_its_values(fill: Fill) -> None:
    several = ("en", "zh-Hant", "ru")
    fill(
        msgspec.structs.replace(indexed("r1", "x"), facets={"language": several}),
        msgspec.structs.replace(
            indexed("r2", "x"), facets={"language": ("ru",), "year": ("1950",)}
        ),
    )
    found = backend().answer(Ask(All(), facets=("language", "year")))
    assert found.facets == {"language": {"en": 1, "zh-Hant": 1, "ru": 2}, "year": {"1950": 1}}
    chinese = Prefix("value_language", "zh-")
    assert backend().answer(Ask(chinese)).ids == ("r1",)


def test_the_state_of_every_document(fill: Fill) -> None:
    fill(*DOCUMENTS)
    assert sorted(backend().states()) == sorted((d.id, 1, d.digest()) for d in DOCUMENTS)
    fill()
    assert backend().states() == []


def test_without_an_index_nothing_is_answered(db: None) -> None:
    assert backend().generation is None
    for asking in (lambda: backend().answer(Ask(BOATS)), backend().languages, backend().states):
        with pytest.raises(SearchUnavailable, match=r"Run manage\.py index --rebuild\."):
            asking()
