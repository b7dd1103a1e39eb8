"""Haystack's engine over tantivy: an index in a folder of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from haystack.backends import BaseEngine

from archive.search.backend import RecordBackend, RecordQuery, Writer
from archive.search.clauses import Ask, Found
from archive.search.tantivy_answers import answer, every, states
from archive.search.tantivy_index import TantivyIndex, index_in


@lru_cache(maxsize=8)
def _folder(address: str) -> Path:
    return Path(unquote(urlsplit(address).path))


class TantivyBackend(RecordBackend):
    """The index of ``tantivy:///path``."""

    @property
    def index(self) -> TantivyIndex:
        """The index of the folder that the setting names now."""
        return index_in(_folder(self.address))

    @property
    def generation(self) -> str | None:
        return self.index.generation

    def answer(self, ask: Ask) -> Found:
        return answer(self.index, ask)

    def every(self, ask: Ask) -> tuple[int, Iterator[str]]:
        return every(self.index, ask)

    def languages(self) -> tuple[str, ...]:
        return self.index.opened().languages

    def states(self) -> list[tuple[str, int, str]]:
        return states(self.index)

    def writing(self) -> AbstractContextManager[Writer]:
        return self.index.writing()

    def rebuilding(self, expected: int = 0) -> AbstractContextManager[tuple[str, Writer]]:
        return self.index.rebuilding(expected)


class TantivyEngine(BaseEngine):  # type: ignore[misc]
    """What ``HAYSTACK_CONNECTIONS`` names."""

    backend = TantivyBackend
    query = RecordQuery
