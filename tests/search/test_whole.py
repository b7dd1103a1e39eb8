from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from archive.search import Query, search
from archive.search import whole as module
from archive.search.whole import everything
from tests import world

pytestmark = pytest.mark.django_db


def publish(*titles: str, **fields: object) -> list[str]:
    texts = [world.text(body="A common word.")]
    return [
        world.published(world.document(title=title, texts=texts, **fields)).record_id
        for title in titles
    ]


def ids(query: Query) -> list[str]:
    return [edition.record_id for edition in everything(query).editions]


@pytest.mark.parametrize("sort", ["best", "date", "-date", "new", "title"])
@pytest.mark.parametrize("q", ["common", ""])
def test_all_of_it_in_the_order_of_the_pages(
    monkeypatch: pytest.MonkeyPatch, q: str, sort: str
) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    publish("B word", "A", "Common word common", "C", "D", "E")
    pages = [search(Query(q=q, sort=sort, size=2, page=n)).hits for n in (1, 2, 3)]
    shown = [hit.id for hits in pages for hit in hits]
    assert len(set(shown)) == 6
    assert ids(Query(q=q, sort=sort, size=2, page=3)) == shown
    assert everything(Query(q=q)).total == 6


def test_it_is_narrowed_as_the_page_is() -> None:
    (letter,) = publish("A letter", kind="letter")
    publish("A cable", kind="cable")
    assert ids(Query(chosen={"kind": ("letter",)})) == [letter]


def test_nothing_withdrawn_goes_out_though_the_index_be_behind() -> None:
    first, second = publish("First", "Second")
    whole = everything(Query(sort="title"))
    withdraw(Record.objects.get(pk=first), reason="It is another's.", by="Ada")
    assert [edition.record_id for edition in whole.editions] == [second]
    assert ids(Query()) == [second]


def test_an_embargoed_record_is_found_by_its_description_alone() -> None:
    (record_id,) = publish("Sealed")
    embargo(Record.objects.get(pk=record_id), date(2999, 1, 1))
    assert ids(Query(q="sealed")) == [record_id]
    assert ids(Query(q="common")) == []


def test_a_query_without_a_word_finds_nothing() -> None:
    publish("First")
    whole = everything(Query(q="!?"))
    assert (whole.total, list(whole.editions)) == (0, [])


@pytest.mark.parametrize(("count", "queries"), [(1, 3), (3, 4)])
def test_one_query_a_batch(monkeypatch: pytest.MonkeyPatch, count: int, queries: int) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    publish(*(f"Letter {n}" for n in range(count)))
    search(Query())
    with CaptureQueriesContext(connection) as seen:
        assert len(ids(Query(q="common"))) == count
    assert len(seen) == queries
