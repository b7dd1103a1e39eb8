"""An edition as JSON for other programs: ``/records/<id>.json``. A value in, bytes out."""

from __future__ import annotations

from typing import Any

import msgspec

from archive.editions.decisions import with_decisions
from archive.editions.document import travelling
from archive.editions.reading import Reading

MEDIA_TYPE = "application/json"


def record_json(reading: Reading) -> bytes:
    """The record in the schema's shape, what the staff decided among it; its passages
    by text, rows and differences.

    Of withheld wording there is nothing, and then no ``sha256`` either.
    """
    standing = reading.standing
    answer: dict[str, Any] = {
        "record": travelling(with_decisions(reading.content.record, reading.apparatus)),
        "edition": standing.number,
        "sha256": standing.sha256 or None,
        "published_at": standing.published_at.isoformat(),
        "passages": msgspec.to_builtins(reading.content.passages),
        "rows": [msgspec.to_builtins(row) for row in reading.apparatus.rows],
        "differences": [msgspec.to_builtins(item) for item in reading.apparatus.differences],
    }
    if standing.composed:
        answer["notice"] = "Composed for demonstration: not a source."
    if standing.withheld:
        answer["withheld"] = {
            text.key: day.isoformat()
            for text in reading.content.record.texts
            if (day := standing.withheld.text(text.key))
        }
    return msgspec.json.encode(answer)
