"""A citation list as data: ``/list.json`` and ``/list/<code>.json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from archive.web.lists.shown import Part, Row


def list_json(shown: Sequence[Part], style: str) -> bytes:
    """``{"total", "style", "results": […]}`` in the order shown: what each cites by record, edition,
    text, passages and target, its citation as text and as HTML, and under which heading and archive
    it stands; ``citation`` and ``html`` are null where the archive has it no more, ``newest`` is null
    where no newer edition is published. UTF-8; addresses are absolute."""
    results = [
        {**_result(row), "heading": part.heading, "archive": archive.name}
        for part in shown
        for archive in part.archives
        for row in archive.rows
    ]
    return msgspec.json.encode({"total": len(results), "style": style, "results": results})


def _result(row: Row) -> dict[str, Any]:
    item = row.item
    return {
        "id": item.record,
        "edition": item.edition,
        "text": item.text,
        "passages": list(item.passages),
        "target": item.target,
        "title": row.title,
        "what": row.what,
        "url": row.address,
        "citation": row.citation.text if row.citation else None,
        # Django's safe strings are strings to everyone but to msgspec.
        "html": row.citation.html + "" if row.citation else None,
        "note": item.note,
        "newest": row.newer,
    }
