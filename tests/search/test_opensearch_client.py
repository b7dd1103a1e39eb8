from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from opensearchpy.exceptions import (
    AuthorizationException,
    NotFoundError,
    OpenSearchException,
    RequestError,
)

from archive.search import opensearch_answers, opensearch_index
from archive.search.clauses import All, Ask
from archive.search.opensearch_address import Address
from archive.search.opensearch_client import client_of, engine_errors
from archive.search.unavailable import SearchUnavailable

ADDRESS = Address((("search", 9200),), "records", user="me", password="secret")


@pytest.fixture
def away() -> Iterator[Address]:
    """A port of this machine at which nobody answers."""
    with closing(socket.socket()) as held:
        held.bind(("127.0.0.1", 0))
        yield Address((held.getsockname(),), "records")


@pytest.mark.parametrize(
    "asking",
    [
        opensearch_index.current,
        lambda address: opensearch_answers.answer(address, Ask(All())),
        opensearch_answers.languages,
        lambda address: list(opensearch_answers.states(address)),
        lambda address: opensearch_index.writing(address, 1).__enter__(),
        lambda address: opensearch_index.rebuilding(address, 1).__enter__(),
    ],
)
def test_a_cluster_that_is_away_is_told_with_its_address(
    away: Address, asking: Callable[[Address], object]
) -> None:
    said = rf"^OpenSearch at 127\.0\.0\.1:{away.nodes[0][1]}/records does not answer \("
    with pytest.raises(SearchUnavailable, match=said):
        asking(away)


_TOLD = {"error": {"type": "outer", "root_cause": [{"type": "too_many", "reason": "of it"}]}}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            NotFoundError(404, "index_not_found_exception", {}),
            "There is no index search:9200/records. Run manage.py index --rebuild.",
        ),
        (
            RequestError(400, "search_phase_execution_exception", _TOLD),
            "OpenSearch at search:9200/records refused: too_many: of it.",
        ),
        (
            AuthorizationException(403, "Forbidden", "no"),
            "OpenSearch at search:9200/records refused: Forbidden.",
        ),
        (OpenSearchException("odd"), "OpenSearch at search:9200/records refused: odd."),
    ],
)
def test_errors_of_the_engine_are_said_in_words(error: OpenSearchException, said: str) -> None:
    with pytest.raises(SearchUnavailable) as raised, engine_errors(ADDRESS):
        raise error
    assert str(raised.value) == said
    with pytest.raises(KeyError), engine_errors(ADDRESS):
        raise KeyError


def test_one_client_of_an_address_in_a_process() -> None:
    assert client_of(ADDRESS) is client_of(
        Address(**{f: getattr(ADDRESS, f) for f in ADDRESS.__slots__})
    )
    assert client_of(ADDRESS) is not client_of(Address(ADDRESS.nodes, "others"))
