"""Suggestions for a search box: ``/search/suggestions.json?q=``."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from archive.search.suggesting import Suggestion
from archive.web.addresses import record_path, search_path
from archive.web.words import counted


def suggestions_json(found: Iterable[Suggestion]) -> bytes:
    """``{"suggestions": [{"kind", "label", "form", "language", "count", "says", "url"}]}``: ``form``
    is the name that was matched, in ``language``, both empty where it is the label; ``says`` are the
    kind and the count in words. UTF-8."""
    return msgspec.json.encode({"suggestions": [_suggestion(each) for each in found]})


def _suggestion(each: Suggestion) -> dict[str, str | int]:
    record = each.kind == "record"
    count = "" if record else f" · {counted(each.count, 'record', 'records')}"
    return {
        "kind": each.kind,
        "label": each.label,
        "form": each.form,
        "language": each.language,
        "count": each.count,
        "says": each.kind.capitalize() + count,
        "url": record_path(each.value) if record else search_path(**{each.kind: each.value}),
    }
