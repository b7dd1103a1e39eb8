from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.withholding import withdraw
from archive.records.models import Record
from archive.search import Query, search
from archive.search.clauses import All, Best, Not, Nothing, Term
from archive.search.clauses import Any as AnyOf
from archive.search.likeness import like_clause
from archive.search.queries import records_shown
from archive.search.whole import everything
from tests import world

pytestmark = pytest.mark.django_db


def publish(title: str, *people: str, body: str = "", **fields: Any) -> str:
    named = [{"name": name, "role": "mentioned"} for name in people]
    texts = [world.text(body=body)] if body else []
    return world.published(
        world.document(title=title, people=named, texts=texts, **fields)
    ).record_id


def like(record_id: str, **query: Any) -> list[str]:
    return [hit.id for hit in search(Query(like=record_id, **query)).hits]


def test_the_more_is_shared_the_more_alike_and_what_is_rare_counts_more() -> None:
    model = publish("Of wells", "Ada", "Bo", subjects=["Grain"], places=[_place("Harbin")])
    for n in range(6):
        publish(f"Other {n}", "Bo")
    rare = publish("Rare", "Ada")
    most = publish("Most", "Ada", "Bo", subjects=["Grain"])
    publish("Nothing shared", "Cy")
    found = like(model)
    assert found[:2] == [most, rare]
    assert len(found) == 8
    assert model not in found


def _place(name: str) -> dict[str, str]:
    return {"name": name, "role": "origin"}


def test_words_that_the_texts_repeat_decide_between_equals() -> None:
    body = "The locomotive waits. A locomotive passes."
    model = publish("One", "Ada", body=body)
    publish("Two", "Ada", body="The weather is fine. Fine weather indeed.")
    alike = publish("Three", "Ada", body="Another locomotive.")
    publish("Four", body=body)
    assert like(model)[0] == alike
    assert len(like(model)) == 2


def test_a_record_that_names_nothing_is_known_by_its_title() -> None:
    model = publish("Locomotives of Harbin")
    other = publish("On locomotives and locomotives")
    publish("On wells")
    assert like(model) == [other]
    assert like(publish("A b c")) == []


def test_it_is_narrowed_sorted_and_exported_like_any_search() -> None:
    model = publish("One", "Ada")
    late = publish("Late", "Ada", date="1955")
    early = publish("Early", "Ada", date="1950", kind="letter")
    assert like(model, sort="date") == [early, late]
    assert like(model, chosen={"kind": ("letter",)}) == [early]
    assert like(model, q="late") == [late]
    whole = everything(Query(like=model, sort="date"))
    assert [edition.record_id for edition in whole.editions] == [early, late]
    assert search(Query(like=model)).like == "One"


def test_what_may_not_be_shown_is_no_model() -> None:
    model = publish("One", "Ada")
    publish("Two", "Ada")
    withdraw(Record.objects.get(pk=model), reason="It is another's.", by="Ada")
    for name in (model, "0000000"):
        found = search(Query(like=name))
        assert (found.total, len(found.notices)) == (0, 1)
        assert everything(Query(like=name)).total == 0


def test_a_withheld_wording_tells_nothing() -> None:
    body = "The locomotive waits. A locomotive passes."
    texts = [world.text(body=body, rights={"embargo_until": "2999-01-01"})]
    record_id = world.published(world.document(title="A b", texts=texts)).record_id
    assert like_clause(records_shown([record_id])[record_id]) == Nothing()


def test_the_clause_whole() -> None:
    record_id = publish("Of the ferry", "Ada", body="Ferry, ferry.")
    assert like_clause(records_shown([record_id])[record_id]) == All(
        (AnyOf((Best(((Term("value_person", "ada"), 1.0),)),)),),
        (Not(Term("marks", record_id)),),
        ((Term("title", "ferry"), 0.5), (Term("text", "ferry"), 0.3)),
    )


@pytest.mark.parametrize("count", [1, 3])
def test_queries(count: int) -> None:
    model = publish("One", "Ada")
    for n in range(count):
        publish(f"Letter {n}", "Ada")
    search(Query())
    with CaptureQueriesContext(connection) as queries:
        assert len(like(model)) == count
    assert len(queries) == 3
