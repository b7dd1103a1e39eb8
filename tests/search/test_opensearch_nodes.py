"""A cluster whose nodes are killed: search goes on or says that it is away, and then catches up."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.utils import timezone

from archive.search import Query, SearchUnavailable, drain, search
from archive.search.backend import backend
from archive.search.checking import check
from archive.search.models import Position
from archive.search.opensearch_client import client_of
from tests import world
from tests.opensearch.cluster import Cluster

pytestmark = [pytest.mark.opensearch, pytest.mark.django_db(transaction=True)]

KILLS = int(os.environ.get("KILLS", "2"))


@pytest.fixture(autouse=True)
def _on_both_nodes(index_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = index_address.replace("replicas=0", "replicas=1")
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "URL", copied)


@contextmanager
def killing(cluster: Cluster, drawn: random.Random) -> Iterator[threading.Event]:
    """Kills a node, starts it again, and so on; the event is set when that has ended."""
    done = threading.Event()

    def kill() -> None:
        try:
            for _ in range(KILLS):
                node = drawn.randrange(2)
                time.sleep(drawn.uniform(0, 2))
                cluster.kill(node)
                time.sleep(drawn.uniform(0, 2))
                cluster.start(node)
                cluster.settle()
        finally:
            done.set()

    killer = threading.Thread(target=kill)
    killer.start()
    yield done
    killer.join()


@contextmanager
def without(cluster: Cluster, node: int) -> Iterator[None]:
    """One node is killed, and is there again at the end."""
    cluster.kill(node)
    try:
        yield
    finally:
        cluster.start(node)
        cluster.settle()


def leading() -> int:
    """The node that leads the cluster."""
    (leads,) = client_of(backend().index).cat.cluster_manager(format="json")
    return int(leads["node"].removeprefix("node-"))


def sure_again() -> bool:
    """Whether a search within a minute finds that all copies are back: one that a busy cluster tells
    too late goes on without."""
    until = time.monotonic() + 60
    while (unsure := Position.objects.get().unsure) is not None and time.monotonic() < until:
        search(Query())
        time.sleep(0.2)
    return unsure is None


def test_what_one_node_alone_acknowledged_is_written_again_when_both_are_there(
    cluster: Cluster,
) -> None:
    world.published(world.document(title="Before"))
    cluster.settle()
    client = client_of(backend().index)
    with without(cluster, 1 - leading()):
        lost = world.published(world.document(title="After")).record_id
        assert Position.objects.get().unsure is not None
        assert drain() == 0, "not before both are there"
        client.delete(index=backend().index.name, id=lost, refresh="true")
        assert list(map(str, check())) == [f"{lost}: edition 1 is not in the index"]
    assert sure_again()
    assert search(Query(q="after")).total == 1
    assert list(map(str, check())) == []


def test_a_search_goes_on_where_nobody_can_tell_whether_all_copies_are_there(
    cluster: Cluster,
) -> None:
    world.published(world.document(title="Before"))
    cluster.settle()
    drain()
    Position.objects.update(unsure=timezone.now())
    with without(cluster, leading()):
        assert search(Query(q="before")).total == 1
        assert Position.objects.get().unsure is not None
    assert search(Query(q="before")).total == 1
    assert sure_again()


def test_published_while_nodes_are_killed_the_index_is_true(cluster: Cluster) -> None:
    drawn = random.Random(1950)
    world.published(world.document(title="Before"))
    cluster.settle()
    away = published = 0
    with killing(cluster, drawn) as done:
        while not done.is_set():
            title = f"Cable {published}"
            source = f"x:{drawn.randrange(40)}"
            world.published(world.document(title=title, source_id=source))
            published += 1
            try:
                search(Query(q="cable"))
            except SearchUnavailable:
                away += 1
            time.sleep(0.05)
    print(f"{published} published, search away {away} times, {KILLS} kills")
    drain()
    assert list(map(str, check())) == []
    assert search(Query()).total == len(backend().states())
