"""Records as they travel, out: one JSON object a line, ordered by id."""

from __future__ import annotations

from collections.abc import Iterator

from archive.editions.apparatus import decode
from archive.editions.content import thaw
from archive.editions.decisions import with_decisions
from archive.editions.document import line
from archive.editions.draft import describe, drafts
from archive.editions.queries import shown
from archive.records.models import Record

#: Records read at a time, so that memory does not grow with the archive.
BATCH = 200


def published_lines() -> Iterator[bytes]:
    """The newest edition of every published record that is not withdrawn, embargoed wording
    included: for the archive's keepers, not for readers."""
    ids = list(shown().order_by("record_id").values_list("record_id", flat=True))
    for start in range(0, len(ids), BATCH):
        rows = shown().filter(record_id__in=ids[start : start + BATCH]).order_by("record_id")
        for canonical, stored in rows.values_list("newest__canonical", "newest__apparatus__stored"):
            yield line(with_decisions(thaw(canonical).record, decode(stored)))


def draft_lines() -> Iterator[bytes]:
    """Every draft as it stands, internal notes included."""
    ids = list(Record.objects.order_by("id").values_list("id", flat=True))
    for start in range(0, len(ids), BATCH):
        for record in drafts(
            Record.objects.filter(pk__in=ids[start : start + BATCH]).order_by("id")
        ):
            yield line(describe(record))
