"""What Haystack indexes: every published record that may be shown, as its newest edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet
from haystack import indexes

from archive.editions.models import Availability
from archive.editions.queries import shown
from archive.editions.reading import Reading, read, read_several
from archive.search.documents import IndexDocument, document


class RecordIndex(indexes.SearchIndex, indexes.Indexable):  # type: ignore[misc]
    """One document for each record. Its fields are ``archive.search.fields``; Haystack wants to
    know of one."""

    text = indexes.CharField(document=True)

    def get_model(self) -> type[Availability]:
        """An availability row stands for its record."""
        return Availability

    def index_queryset(self, using: str | None = None) -> QuerySet[Availability]:
        """The records that belong in the index."""
        return shown()

    def document(self, record_id: str) -> IndexDocument | None:
        """The record as it may be read today; None where it may not be shown at all."""
        return index_document(record_id)


def index_document(record_id: str) -> IndexDocument | None:
    """The document of a record's newest edition; None where it is withdrawn or unpublished.

    Two queries.
    """
    reading = read(record_id)
    return document(reading) if reading and _may_be_shown(reading) else None


def index_documents(record_ids: Sequence[str]) -> Iterator[IndexDocument]:
    """Those of several records, in order, of which all are read at once. Two queries."""
    readings = read_several([(record_id, None) for record_id in record_ids])
    return map(document, filter(_may_be_shown, readings))


def _may_be_shown(reading: Reading) -> bool:
    return not reading.standing.withdrawn
