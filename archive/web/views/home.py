"""``/``: what the archive holds."""

from __future__ import annotations

import logging

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.editions.queries import newly_published
from archive.editions.reading import Reading, read
from archive.search.query import Query
from archive.search.results import Results
from archive.search.searching import search
from archive.search.unavailable import SearchUnavailable
from archive.web.answers import answer
from archive.web.home_page import home_page
from archive.web.refusals import reading

logger = logging.getLogger(__name__)
_NEWEST = 5


@reading
def home(request: HttpRequest) -> HttpResponseBase:
    """The front page; without its counts where search is away."""
    found = _found(Query(size=1))
    disagreeing = _found(Query(with_=("differences",), sort="date", size=1)) if found else None
    return answer(request, home_page(found, newly_published(_NEWEST), _first(disagreeing)))


def _found(query: Query) -> Results | None:
    try:
        return search(query)
    except SearchUnavailable as fault:
        logger.warning("The front page goes without search: %s", fault)
        return None


def _first(results: Results | None) -> Reading | None:
    return read(results.hits[0].id) if results and results.hits else None
