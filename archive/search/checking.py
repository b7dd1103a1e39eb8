"""The index compared with what may be shown, record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive.search.backend import backend
from archive.search.queries import progress as position
from archive.search.queries import to_index
from archive.search.search_indexes import index_document
from archive.search.unavailable import REBUILD


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A record of which the index is not true. ``record_id`` is empty for the whole index."""

    record_id: str
    message: str

    def __str__(self) -> str:
        return f"{self.record_id}: {self.message}" if self.record_id else self.message


def check(progress: Callable[[int, int], None] | None = None) -> Iterator[Discrepancy]:
    """Each difference between the index and what may be shown today; none where it is true.

    Every document is made again and its digest compared. Raises ``SearchUnavailable`` where
    there is no index to compare with.
    """
    indexed = {record_id: (number, digest) for record_id, number, digest in backend().states()}
    yield from _doubled()
    yield from _misplaced()
    wanted = sorted(to_index())
    for done, record_id in enumerate(wanted, start=1):
        yield from _record(record_id, indexed.get(record_id))
        if progress:
            progress(done, len(wanted))
    for record_id in sorted(indexed.keys() - set(wanted)):
        yield Discrepancy(record_id, "is in the index and may not be shown")


def _record(record_id: str, found: tuple[int, str] | None) -> Iterator[Discrepancy]:
    document = index_document(record_id)
    if document is None:
        return
    if found is None:
        yield Discrepancy(record_id, f"edition {document.number} is not in the index")
    elif found[0] != document.number:
        yield Discrepancy(
            record_id, f"the index holds edition {found[0]}, the newest is {document.number}"
        )
    elif found[1] != document.digest():
        yield Discrepancy(record_id, f"edition {document.number} is in the index otherwise")


def _doubled() -> Iterator[Discrepancy]:
    times = Counter(record_id for record_id, _, _ in backend().states())
    for record_id, count in sorted(times.items()):
        if count > 1:
            yield Discrepancy(record_id, f"is in the index {count} times")


def _misplaced() -> Iterator[Discrepancy]:
    reached = position()
    if reached is None or reached.foreign or reached.generation != backend().generation:
        yield Discrepancy("", f"the index is not the one that was last filled. Run {REBUILD}.")
    elif reached.pending:
        yield Discrepancy("", "changes wait in the log. Run manage.py index.")
