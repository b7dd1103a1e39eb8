"""What Haystack's backends over our engines have in common.

Haystack is the layer between the archive and an engine: what searches and what indexes asks
``haystack.connections`` for the backend, so that another engine is another ``ENGINE`` and nothing
else. Beside Haystack's own interface a backend of ours answers an ``Ask`` (``answer``), lends a
writer (``writing``, ``rebuilding``) and tells what it holds (``generation``, ``states``).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol, cast

from django.conf import settings
from haystack import connections
from haystack.backends import BaseSearchBackend, BaseSearchQuery, SearchNode, log_query
from haystack.models import SearchResult

from archive.editions.models import Availability
from archive.search.clauses import All, Ask, Clause, Found, Not
from archive.search.clauses import Any as AnyOf
from archive.search.documents import IndexDocument
from archive.search.fields import FACETS, ORDERS
from archive.search.matching import piece_clause
from archive.search.tree_clauses import tree_clause
from archive.search.wording import understand

_DEFAULT_SIZE = 20


class Writer(Protocol):
    """Puts documents in place of those of the same record. ``sure``: after its commit, whether every
    copy of the index has what was written."""

    sure: bool

    def put(self, documents: Iterable[IndexDocument]) -> None:
        """Add each, in place of the record's former one."""

    def remove(self, record_id: str) -> None:
        """Take a record out; one that is not there is no error."""

    def clear(self) -> None:
        """Take every record out."""


class RecordBackend(BaseSearchBackend, ABC):  # type: ignore[misc]
    """One index, cheap to make: what it opens is shared in a process. Whatever an engine cannot
    do now raises ``SearchUnavailable``."""

    def __init__(self, connection_alias: str, **options: Any) -> None:
        super().__init__(connection_alias, **options)
        self.silently_fail = False

    @property
    def address(self) -> str:
        """Where the setting says that the index is now."""
        return str(settings.HAYSTACK_CONNECTIONS[self.connection_alias]["URL"])

    @property
    @abstractmethod
    def generation(self) -> str | None:
        """The name of the index as it was last made whole; None where it must be made."""

    @abstractmethod
    def answer(self, ask: Ask) -> Found:
        """The engine's answer."""

    @abstractmethod
    def every(self, ask: Ask) -> tuple[int, Iterator[str]]:
        """How many records answer, and the ids of all of them in the order of the pages, whatever
        page is asked for, from the index as it is now."""

    @abstractmethod
    def languages(self) -> tuple[str, ...]:
        """The languages in which any document was stemmed, sorted."""

    @abstractmethod
    def states(self) -> list[tuple[str, int, str]]:
        """Of every document the record's id, the edition's number and the digest."""

    def whole(self) -> bool:
        """Whether every copy of the index is there now, for certain."""
        return True

    @abstractmethod
    def writing(self) -> AbstractContextManager[Writer]:
        """A writer that commits at the end of the block."""

    @abstractmethod
    def rebuilding(self, expected: int = 0) -> AbstractContextManager[tuple[str, Writer]]:
        """The name of a new index and its writer; it takes the place of the old at the end of
        the block. So many documents are expected, as near as is known."""

    def update(self, index: Any, iterable: Iterable[Availability], commit: bool = True) -> None:
        """Index these records, those that may not be shown taken out."""
        with self.writing() as writer:
            for availability in iterable:
                put(writer, availability.pk, index.document(availability.pk))

    def remove(self, obj_or_string: Availability | str, commit: bool = True) -> None:
        """Take a record out, given it or its identifier ("editions.availability.<id>")."""
        given = obj_or_string if isinstance(obj_or_string, str) else str(obj_or_string.pk)
        with self.writing() as writer:
            writer.remove(given.rpartition(".")[2])

    def clear(self, models: Any = None, commit: bool = True) -> None:
        """Take everything out: one model alone is indexed."""
        with self.writing() as writer:
            writer.clear()

    @log_query  # type: ignore[untyped-decorator]
    def search(self, query_string: str | Clause, **kwargs: Any) -> dict[str, Any]:
        """What ``SearchQuerySet`` asks: a string is what ``q`` may be, * is everything."""
        ask = Ask(clause=self.clause(query_string), **self.build_search_kwargs("", **kwargs))
        found = self.answer(ask)
        made = kwargs.get("result_class") or SearchResult
        fields = {name: list(values.items()) for name, values in found.facets.items()}
        return {
            "results": [made("editions", "availability", pk, 0) for pk in found.ids],
            "hits": found.total,
            "facets": {"fields": fields} if fields else {},
        }

    def build_search_kwargs(
        self,
        query_string: str,
        sort_by: str | None = None,
        start_offset: int = 0,
        end_offset: int | None = None,
        facets: dict[str, Any] | None = None,
        **others: Any,
    ) -> dict[str, Any]:
        """The parts of an ``Ask`` beside its clause. ``sort_by`` is one of our sorts; what the
        engine has no answer for (highlighting, spelling, distance) is left alone."""
        ends = start_offset + _DEFAULT_SIZE if end_offset is None else end_offset
        return {
            "offset": start_offset,
            "limit": max(ends - start_offset, 1),
            "order": ORDERS.get(sort_by or "", ""),
            "facets": tuple(name for name in facets or () if name in FACETS),
        }

    def clause(self, words: str | Clause) -> Clause:
        """Words as ``/search/`` reads them."""
        if not isinstance(words, str):
            return words
        if words == "*":
            return All()
        wording = understand(words)
        if wording.tree is not None:
            return tree_clause(wording.tree, self.languages())
        return All(tuple(piece_clause(piece, self.languages()) for piece in wording.pieces))

    def more_like_this(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Not offered: the engine compares stored fields, and ours stores none."""
        raise NotImplementedError("Ask archive.search.searching.search, with Query(like=…).")

    def build_schema(self, fields: Any) -> Any:
        """The schema is the engine's module, whatever an index class declares."""
        raise NotImplementedError("The schema is made of archive.search.fields.")


class RecordQuery(BaseSearchQuery):  # type: ignore[misc]
    """The filters of a ``SearchQuerySet`` as one clause."""

    def build_query(self) -> Clause | str:
        """Everything where nothing was asked."""
        return self._clause(self.query_filter) if self.query_filter else "*"

    def _clause(self, node: SearchNode) -> Clause:
        parts = tuple(
            self._clause(child)
            if isinstance(child, SearchNode)
            else self.backend.clause(_words(child[1]))
            for child in node.children
        )
        joined = AnyOf(parts) if node.connector == SearchNode.OR else All(parts)
        return Not(joined) if node.negated else joined


def _words(value: Any) -> str:
    """Haystack wraps what it is given in inputs that know their own words."""
    return str(getattr(value, "query_string", value))


def backend() -> RecordBackend:
    """The backend that the settings choose."""
    return cast(RecordBackend, connections["default"].get_backend())


def put(writer: Writer, record_id: str, document: IndexDocument | None) -> None:
    """Index a record as it stands, or take it out where it may not be shown."""
    if document is None:
        writer.remove(record_id)
    else:
        writer.put([document])
