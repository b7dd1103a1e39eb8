from __future__ import annotations

import pytest

from archive.search.opensearch_address import Address, address_of


def test_an_address_with_all_that_it_may_say() -> None:
    whole = (
        "opensearch://me:p%40ss@one:9201/two-sides"
        "?node=two:9202&node=[::1]&tls=on&ca=/etc/ca.pem&shards=2&replicas=0"
    )
    assert address_of(whole) == Address(
        nodes=(("one", 9201), ("two", 9202), ("::1", 9200)),
        name="two-sides",
        user="me",
        password="p@ss",
        tls=True,
        ca="/etc/ca.pem",
        shards=2,
        replicas=0,
    )
    assert str(address_of(whole)) == "one:9201, two:9202, ::1:9200/two-sides"


def test_the_least_that_it_says() -> None:
    assert address_of("opensearch://search/records") == Address((("search", 9200),), "records")


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ("host:9200", "opensearch://host:9200/name"),
        ("/records", "opensearch://host:9200/name"),
        ("host/Records", "small letters"),
        ("host/a/b", "small letters"),
        ("host/_all", "small letters"),
        ("host/records,others", "small letters"),
        ("host/r?tls=yes", "tls is on or off"),
        ("host/r?shards=0", "shards is a whole number from 1 to 999"),
        ("host/r?replicas=-1", "replicas is a whole number from 0 to 999"),
        ("host/r?node=a:b", "node is host:port"),
        ("host/r?timeout=1", "not timeout"),
        ("host/r?tls=on&tls=off", "not tls"),
    ],
)
def test_another_is_refused_and_told_what_is_wanted(after: str, wanted: str) -> None:
    with pytest.raises(ValueError, match=wanted):
        address_of(f"opensearch://{after}")
