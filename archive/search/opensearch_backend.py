"""Haystack's engine over OpenSearch: an index in a cluster of other machines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager

from haystack.backends import BaseEngine

from archive.search import opensearch_answers, opensearch_index
from archive.search.backend import RecordBackend, RecordQuery, Writer
from archive.search.clauses import Ask, Found
from archive.search.opensearch_address import Address, address_of
from archive.search.queries import writer_number


class OpenSearchBackend(RecordBackend):
    """The index of ``opensearch://host:9200/name``."""

    @property
    def index(self) -> Address:
        """The cluster and the alias that the setting names now."""
        return address_of(self.address)

    @property
    def generation(self) -> str | None:
        return opensearch_index.current(self.index)

    def answer(self, ask: Ask) -> Found:
        return opensearch_answers.answer(self.index, ask)

    def every(self, ask: Ask) -> tuple[int, Iterator[str]]:
        return opensearch_answers.every(self.index, ask)

    def languages(self) -> tuple[str, ...]:
        return opensearch_answers.languages(self.index)

    def states(self) -> list[tuple[str, int, str]]:
        return list(opensearch_answers.states(self.index))

    def whole(self) -> bool:
        return opensearch_index.whole(self.index)

    def writing(self) -> AbstractContextManager[Writer]:
        return opensearch_index.writing(self.index, writer_number())

    def rebuilding(self, expected: int = 0) -> AbstractContextManager[tuple[str, Writer]]:
        return opensearch_index.rebuilding(self.index, writer_number())


class OpenSearchEngine(BaseEngine):  # type: ignore[misc]
    """What ``HAYSTACK_CONNECTIONS`` names."""

    backend = OpenSearchBackend
    query = RecordQuery
