"""Counts of facets are remembered, and never for longer than the index stays as it is."""

from __future__ import annotations

from pathlib import Path

from archive.search.clauses import All, Ask, Term
from archive.search.tantivy_answers import answer
from archive.search.tantivy_counting import scoreless
from tests.search.indexes import index_of, indexed

_BOATS = Term("text", "boats")
_ASK = Ask(_BOATS, facets=("kind",))


def test_what_only_scores_makes_no_other_count() -> None:
    filters = (Term("value_kind", "cable"),)
    ranked = All((_BOATS,), filters, bonus=((Term("titles", "boats"), 4.0),))
    assert scoreless(ranked) == All((_BOATS,), filters)
    assert scoreless(_BOATS) == _BOATS


def test_the_same_records_are_counted_once(tmp_path: Path) -> None:
    index = index_of(tmp_path, indexed("r1", "boats"), indexed("r2", "guns"))
    counted = index.opened().counted
    first = counted(_BOATS, ("kind",))
    assert first == {"kind": {"cable\x1fCable": 1}}
    assert counted(_BOATS, ("kind",)) is first
    assert counted(Term("text", "guns"), ("kind",)) is not first


def test_a_record_more_is_counted(tmp_path: Path) -> None:
    index = index_of(tmp_path, indexed("r1", "boats"))
    assert answer(index, _ASK).facets == {"kind": {"cable\x1fCable": 1}}
    with index.writing() as writer:
        writer.put([indexed("r2", "boats"), indexed("r3", "boats", kind="letter")])
    assert answer(index, _ASK).facets == {"kind": {"cable\x1fCable": 2, "letter\x1fLetter": 1}}
    with index.writing() as writer:
        writer.remove("r3")
    assert answer(index, _ASK).facets == {"kind": {"cable\x1fCable": 2}}
