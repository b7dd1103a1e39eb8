"""What may be added: what is there and may be read."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.editions.models import Edition
from archive.editions.publishing import publish
from archive.editions.withholding import embargo, withdraw
from archive.records.models import Record
from archive.web.lists.adding import Wanted, named, wanted
from archive.web.lists.value import Named
from archive.web.refusals import Refusal
from tests import world

pytestmark = pytest.mark.django_db


def test_an_address_in_parts() -> None:
    assert wanted("https://a.example/records/f4kx7wm4/v2/en/#p2,p3", "document") == Wanted(
        "f4kx7wm4", 2, "en", "p2,p3", "document"
    )
    assert wanted("/records/f4kx7wm4/", "text") == Wanted("f4kx7wm4", None, None, None, "text")


@pytest.mark.parametrize(
    ("address", "cite", "parameter"),
    [
        ("", "text", "add"),
        ("/people/x/", "text", "add"),
        ("/records/nonsense/", "text", "add"),
        ("/records/f4kx7wm4/v0/", "text", "add"),
        ("/records/f4kx7wm4/", "x", "cite"),
        ("/records/f4kx7wm4/v1/en/#" + ",".join(["p1"] * 101), "text", "add"),
    ],
)
def test_what_names_no_record_is_refused(address: str, cite: str, parameter: str) -> None:
    with pytest.raises(Refusal) as refused:
        wanted(address, cite)
    assert refused.value.status == 400
    assert refused.value.parameter is not None
    assert refused.value.parameter.name == parameter


def test_the_newest_edition_and_the_text_on_the_left_are_meant(
    cable: Edition, letter: Edition
) -> None:
    Record.objects.filter(pk=letter.record_id).update(title="Another letter")
    publish(Record.objects.get(pk=letter.record_id), by="Ada")
    bare = world.published(world.document(title="Bare"))
    names = [cable.record_id, letter.record_id, bare.record_id]
    asked = [wanted(f"/records/{name}/", "text") for name in names]
    assert named(asked) == [
        Named(cable.record_id, 1, "en"),
        Named(letter.record_id, 2, "en"),
        Named(bare.record_id, 1),
    ]


def test_a_passage_brings_its_text_and_passages_their_order(cable: Edition) -> None:
    path = f"/records/{cable.record_id}/v1/"
    passages = cable.content.passages["ru"]
    second, third = passages[1].id, passages[2].id
    assert named([wanted(f"{path}ru/#{third},{second}", "text")]) == [
        Named(cable.record_id, 1, "ru", (second, third))
    ]


@pytest.mark.parametrize(
    ("rest", "cite", "status"),
    [
        ("v9/", "text", 404),
        ("v1/ko/", "text", 400),
        ("v1/en/#p999", "text", 400),
        ("v1/en/", "print", 400),
    ],
)
def test_what_there_is_not_is_refused_alone_and_left_out_among_others(
    cable: Edition, letter: Edition, rest: str, cite: str, status: int
) -> None:
    asked = wanted(f"/records/{letter.record_id}/{rest}", cite)
    with pytest.raises(Refusal) as refused:
        named([asked])
    assert refused.value.status == status
    there = wanted(f"/records/{cable.record_id}/", "text")
    assert named([asked, there]) == [Named(cable.record_id, 1, "en")]


def test_what_may_not_be_read_is_not_added(cable: Edition, letter: Edition) -> None:
    withdraw(letter.record, by="Ada", reason="Sent back.")
    with pytest.raises(Refusal, match="This record was withdrawn") as refused:
        named([wanted(f"/records/{letter.record_id}/", "text")])
    assert (refused.value.status, refused.value.message) == (410, "Sent back.")
    embargo(cable.record, date(2999, 1, 1))
    asked = wanted(f"/records/{cable.record_id}/v1/en/#p2", "text")
    with pytest.raises(Refusal, match="cannot be read"):
        named([asked])
    assert named([wanted(f"/records/{cable.record_id}/v1/en/", "text")])


@pytest.mark.parametrize("count", [1, 3])
def test_three_queries(count: int) -> None:
    records = [world.published(world.document(title=f"No. {n}")).record_id for n in range(count)]
    asked = [wanted(f"/records/{name}/", "text") for name in records]
    with CaptureQueriesContext(connection) as queries:
        assert len(named(asked)) == count
    assert len(queries) == 3
