"""Finding words in every language.

``search(parse_query(request.GET))`` gives a page of results; ``drain`` brings the index up to
date, ``draining_later`` some hundreds of publications at a time. What they return and raise is here
too. Modules of this package import each other directly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archive.search.outbox import drain, draining_later
    from archive.search.query import BadParameter, Query, parse_query
    from archive.search.results import FacetValue, Facing, Hit, Results, Snippet
    from archive.search.searching import search
    from archive.search.unavailable import SearchUnavailable

__all__ = [
    "BadParameter",
    "FacetValue",
    "Facing",
    "Hit",
    "Query",
    "Results",
    "SearchUnavailable",
    "Snippet",
    "drain",
    "draining_later",
    "parse_query",
    "search",
]

_PLACES = {
    "BadParameter": "query",
    "FacetValue": "results",
    "Facing": "results",
    "Hit": "results",
    "Query": "query",
    "Results": "results",
    "SearchUnavailable": "unavailable",
    "Snippet": "results",
    "drain": "outbox",
    "draining_later": "outbox",
    "parse_query": "query",
    "search": "searching",
}


def __getattr__(name: str) -> Any:
    """Imported when first used: models cannot be imported while Django is still loading apps."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
