"""Results as the contract gives them to programs: ``/search.json``."""

from __future__ import annotations

from typing import Any

import msgspec

from archive.search.results import Hit, Reason, Results, Snippet
from archive.web.addresses import record_path
from archive.web.pages import absolute
from archive.web.search_links import Links


def results_json(results: Results, links: Links) -> bytes:
    """UTF-8 JSON; addresses are absolute, ``next`` is null after the last page."""
    following = links.page(results.next, ending="json") if results.next else None
    answer: dict[str, Any] = {
        "total": results.total,
        "results": [_result(hit) for hit in results.hits],
        "facets": {
            name: [{"value": v.value, "label": v.label, "count": v.count} for v in values]
            for name, values in results.facets.items()
        },
        "next": absolute(following) if following else None,
    }
    if results.notices:
        answer["notices"] = list(results.notices)
    if results.also_searched:
        answer["also_searched"] = [
            {
                "typed": each.typed,
                "people": list(each.people),
                "forms": [form.form for form in each.forms],
            }
            for each in results.also_searched
        ]
    if results.meant:
        answer["meant"] = results.meant
    if results.also_written:
        answer["also_written"] = [
            {"typed": each.typed, "forms": [form.form for form in each.forms], "q": each.q}
            for each in results.also_written
        ]
    return msgspec.json.encode(answer)


def _result(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.id,
        "source_id": hit.source_id,
        "title": hit.title,
        "date": hit.date or None,
        "kind": hit.kind,
        "languages": list(hit.languages),
        "url": absolute(record_path(hit.id)),
        "snippets": [_snippet(hit, snippet) for snippet in hit.snippets],
        **({"reasons": [_reason(reason) for reason in hit.reasons]} if hit.reasons else {}),
    }


def _reason(reason: Reason) -> dict[str, str]:
    return {
        "label": reason.label,
        "before": reason.before,
        "hit": reason.hit,
        "after": reason.after,
    }


def _snippet(hit: Hit, snippet: Snippet) -> dict[str, Any]:
    """With ``facing``, what the same row of the desk says in other texts, where it is known."""
    rows = (row.snippets for row in hit.facing if snippet in row.snippets)
    others = [_words(other) for row in rows for other in row if other.text != snippet.text]
    return {**_words(snippet), **({"facing": others} if others else {})}


def _words(snippet: Snippet) -> dict[str, Any]:
    return {
        "text": snippet.text,
        "language": snippet.language,
        "passage": snippet.passage,
        "before": snippet.before,
        "hit": snippet.hit,
        "after": snippet.after,
    }
