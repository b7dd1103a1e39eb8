from __future__ import annotations

import pytest
from haystack import connections
from haystack.query import SQ, SearchQuerySet

from archive.editions.models import Availability
from archive.search import Query, drain, search
from archive.search.backend import RecordBackend, backend
from archive.search.search_indexes import RecordIndex
from tests import world

pytestmark = [pytest.mark.conformance, pytest.mark.django_db]


@pytest.fixture
def records() -> dict[str, str]:
    """Ids by title."""
    made = {
        title: world.published(
            world.document(title=title, kind=kind, texts=[world.text("en", body)])
        ).record_id
        for title, kind, body in (
            ("Rifles", "cable", "Of rifles and boats."),
            ("Boats", "letter", "Of boats alone."),
            ("Guns", "cable", "Heavy guns."),
        )
    }
    drain()
    return made


def found(queryset: SearchQuerySet) -> set[str]:
    return {str(result.pk) for result in queryset}


def test_haystack_is_the_layer(records: dict[str, str]) -> None:
    assert isinstance(connections["default"].get_backend(), RecordBackend)
    assert isinstance(
        connections["default"].get_unified_index().get_index(Availability), RecordIndex
    )
    every = SearchQuerySet()
    assert found(every.all()) == set(records.values())
    assert every.count() == 3
    assert found(every.filter(content="boat")) == {records["Rifles"], records["Boats"]}
    assert found(every.filter(content="boat").filter(content="rifle")) == {records["Rifles"]}
    assert found(every.filter(SQ(content="rifle") | SQ(content="gun"))) == {
        records["Rifles"],
        records["Guns"],
    }
    assert found(every.auto_query('"heavy guns"')) == {records["Guns"]}
    assert [result.pk for result in every.all()[1:2]] == [
        result.pk for result in list(every.all())[1:2]
    ]
    counts = every.facet("kind").facet_counts()
    assert dict(counts["fields"]["kind"]) == {"cable\x1fCable": 2, "letter\x1fLetter": 1}
    assert found(every.exclude(content="boat")) == {records["Guns"]}


def test_update_remove_and_clear(records: dict[str, str]) -> None:
    engine = backend()
    first = Availability.objects.get(pk=records["Rifles"])
    engine.remove(first)
    assert search(Query()).total == 2
    engine.remove(f"editions.availability.{records['Guns']}")
    assert search(Query()).total == 1
    engine.update(RecordIndex(), [first])
    engine.update(RecordIndex(), [first])
    assert search(Query()).total == 2
    first.withdrawn_at, first.withdrawn_reason = first.newest.published_at, "x"
    first.save()
    engine.update(RecordIndex(), [first])
    assert search(Query()).total == 1
    engine.clear()
    assert search(Query()).total == 0


def test_what_is_not_offered_is_refused() -> None:
    with pytest.raises(NotImplementedError, match=r"Query\(like=…\)"):
        backend().more_like_this(None)
    with pytest.raises(NotImplementedError, match=r"made of archive\.search\.fields"):
        backend().build_schema({})
