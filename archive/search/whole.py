"""Everything that a query finds, for an export: no page, no snippets, no facets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from archive.editions.models import Edition
from archive.editions.queries import shown
from archive.search.backend import backend
from archive.search.bridging import bridges
from archive.search.likeness import like_clause
from archive.search.matching import ask_for
from archive.search.outbox import catch_up
from archive.search.queries import records_shown
from archive.search.query import Query
from archive.search.wording import understand

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
    wording = understand(query.q)
    if query.q and not wording.asks:
        return Whole(0, iter(()))
    engine = backend()
    named = bridges(query.q, wording) if query.names != "as-typed" else ()
    model = records_shown([query.like]).get(query.like) if query.like else None
    if query.like and model is None:
        return Whole(0, iter(()))
    like = like_clause(model) if model else None
    ask = ask_for(query, wording.pieces, engine.languages(), wording.tree, named, like)
    total, ids = engine.every(replace(ask, facets=(), narrowed={}, count=()))
    return Whole(total, _editions(ids))


def _editions(ids: Iterator[str]) -> Iterator[Edition]:
    while batch := list(islice(ids, BATCH)):
        rows = shown().filter(record_id__in=batch).select_related("newest")
        found = {row.record_id: row.newest for row in rows}
        yield from (found[record_id] for record_id in batch if record_id in found)
