"""An import and a member of staff, each with something that the other wants next."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from archive.authority.models import Person, Place
from archive.exchange.ingest.load import Line, load
from archive.records.models import Collection, Record
from tests import world
from tests.staff import pages

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def client() -> Client:
    browser = Client()
    browser.force_login(
        User.objects.create_superuser("ada", password="a long password"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return browser


def waiting() -> bool:
    """Whether some connection to this database waits for another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND cardinality(pg_blocking_pids(pid)) > 0"
        )
        (count,) = cursor.fetchone()
    return bool(count)


def meeting(records: list[dict[str, Any]], staff: Callable[[], Any]) -> tuple[dict[str, int], Any]:
    """Load the records; staff begin after the first of them, and wait before the second."""
    answers = []

    def act() -> Any:
        try:
            return staff()
        finally:
            connection.close()

    def seen(line: Line) -> None:
        if line.number > 1:
            return
        answers.append(threads.submit(act))
        until = time.monotonic() + 60
        while not waiting():
            assert time.monotonic() < until, "staff should be waiting for the import"
            time.sleep(0.02)

    with ThreadPoolExecutor(1) as threads:
        report = load((json.dumps(record).encode() for record in records), seen=seen)
    return report.counts, answers[0].result()


def record(title: str, **fields: Any) -> dict[str, Any]:
    return {"title": title, **fields}


def test_an_address_that_an_import_has_just_given(client: Client) -> None:
    world.stored(world.document(places=[{"name": "Tula", "role": "origin"}]))
    address = f"/admin/authority/place/{Place.objects.get().pk}/change/"
    sent = pages.shown(client, address) | {"slug": "orel"}
    counts, answer = meeting(
        [record(name, places=[{"name": name, "role": "origin"}]) for name in ("Orel", "Tula")],
        lambda: client.post(address, sent),
    )
    assert counts == {"new": 2}
    errors = answer.context["adminform"].form.errors
    assert errors == {"slug": ["Place with this Slug already exists."]}
    assert sorted(Place.objects.values_list("name", "slug")) == [("Orel", "orel"), ("Tula", "tula")]


def test_a_source_id_that_an_import_has_just_used(client: Client) -> None:
    mine = world.stored(world.document(title="Mine", source_id="x:1"))
    address = pages.change_address(mine)
    sent = pages.shown(client, address) | {"source_id": "x:2"}
    counts, answer = meeting(
        [record("Another", source_id="x:2"), record("Renamed", source_id="x:1")],
        lambda: pages.save(client, address, sent),
    )
    assert counts == {"new": 1, "changed": 1}
    assert "source_id" in pages.errors(answer)
    assert dict(Record.objects.values_list("source_id", "title")) == {
        "x:1": "Renamed",
        "x:2": "Another",
    }


def test_a_new_collection_of_a_name_that_an_import_has_just_made(client: Client) -> None:
    counts, answer = meeting(
        [record("A", collections=["Letters"]), record("B", collections=["Cables"])],
        lambda: client.post(
            "/admin/records/collection/add/", {"name": "Letters", "slug": "cables"}
        ),
    )
    assert counts == {"new": 2}
    errors = answer.context["adminform"].form.errors
    assert errors.keys() == {"name", "slug"}
    assert sorted(Collection.objects.values_list("name", "slug")) == [
        ("Cables", "cables"),
        ("Letters", "letters"),
    ]


def test_entries_deleted_together(client: Client) -> None:
    for name in ("Boris", "Ada", "Clio"):
        Person.objects.create(name=name, key=name.lower(), slug=name.lower())
    chosen = [str(pk) for pk in Person.objects.order_by("name").values_list("pk", flat=True)]
    people = [[{"name": name, "role": "sender"}] for name in ("Clio", "Boris")]
    counts, answer = meeting(
        [record(f"Letter {n}", people=people[n]) for n in (0, 1)],
        lambda: client.post(
            "/admin/authority/person/",
            {"action": "delete_selected", "_selected_action": chosen, "post": "yes"},
        ),
    )
    assert counts == {"new": 2}
    assert sorted(map(str, answer.context["protected"])) == [
        "Person: Boris, sender",
        "Person: Clio, sender",
    ]
    assert Person.objects.count() == 3
