"""Everything that a query finds, for an export: no page, no snippets, no facets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from archive.editions.models import Edition
from archive.editions.queries import shown
from archive.search.asking import question
from archive.search.backend import backend
from archive.search.outbox import catch_up
from archive.search.query import Query

#: Records that are read at once.
BATCH = 100


@dataclass(frozen=True, slots=True)
class Whole:
    """All that was found at one moment: how many records, and the newest edition of each in the
    order of the pages, read while they are asked for. What has been withdrawn meanwhile is left
    out. An edition holds wording that may be withheld today: only its description may go out."""

    total: int
    editions: Iterator[Edition]


def everything(query: Query) -> Whole:
    """All results of a query, whatever its page and size.

    At most four database queries, then one for each ``BATCH`` of records. Raises
    ``SearchUnavailable`` before any record is read.
    """
    catch_up()
    engine = backend()
    asked = question(query, engine.languages())
    if asked.ask is None:
        return Whole(0, iter(()))
    total, ids = engine.every(replace(asked.ask, facets=(), narrowed={}, count=()))
    return Whole(total, _editions(ids))


def _editions(ids: Iterator[str]) -> Iterator[Edition]:
    while batch := list(islice(ids, BATCH)):
        rows = shown().filter(record_id__in=batch).select_related("newest")
        found = {row.record_id: row.newest for row in rows}
        yield from (found[record_id] for record_id in batch if record_id in found)
