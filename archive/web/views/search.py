"""``/search/`` and ``/search.<format>``: the same search for people and for programs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.search.fields import MOST_VALUES
from archive.search.query import BadParameter, Query, parse_query
from archive.search.results import Results
from archive.search.searching import search as find
from archive.search.suggesting import suggestions
from archive.search.unavailable import SearchUnavailable
from archive.search.whole import everything
from archive.web.addresses import single
from archive.web.answers import JSON, Body, answer
from archive.web.keeping import shelf
from archive.web.languages_read import VARY, languages_read
from archive.web.refusals import Refusal, bad_parameter, not_found, reading
from archive.web.search_exports import EXPORTS, exported
from archive.web.search_facets import FACETS, VALUES
from archive.web.search_feed import search_feed
from archive.web.search_help import search_help
from archive.web.search_json import results_json
from archive.web.search_links import links
from archive.web.search_page import search_page
from archive.web.suggestions_json import suggestions_json
from archive.web.words import listed

logger = logging.getLogger(__name__)
T = TypeVar("T")


@reading
def search(request: HttpRequest) -> HttpResponseBase:
    """Results as a page."""
    whole = single(request, "more") or ""
    if whole and whole not in FACETS:
        remedy = f"Name one of {listed(FACETS)}, or leave it out."
        raise bad_parameter("more", whole, "It names no facet of the results.", remedy)
    results = _results(request, values=MOST_VALUES if whole else VALUES)
    return answer(request, search_page(results, links(request.GET), whole))


@reading
def file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """``/search.<format>``: a page of results as data, the newest as a feed, or all of them as a
    file, which is sent while it is written."""
    if ending == "atom":
        newest = _results(request, newest=True, values=VALUES)
        return answer(request, search_feed(newest, links(request.GET)))
    if ending == "json" and single(request, "size") != "all":
        made = results_json(_results(request), links(request.GET))
        return answer(request, Body(made, JSON, headers=(("Vary", VARY),)))
    if ending not in EXPORTS:
        raise not_found(
            f"Results are not given as “{ending[:40]}”.",
            f"They are given as {listed([*EXPORTS, 'atom'])}.",
        )
    query = _query(request, whole=True)
    return exported(query, _asked(lambda: everything(query)), ending)


@reading
def how_to(request: HttpRequest) -> HttpResponseBase:
    """What a search can ask."""
    return answer(request, shelf.get(("search_help", request.path), search_help))


@reading
def suggesting(request: HttpRequest) -> HttpResponseBase:
    """What somebody who is typing may be looking for, as data."""
    found = _asked(lambda: suggestions(request.GET.get("q", "")))
    return answer(request, Body(suggestions_json(found), JSON))


def _results(request: HttpRequest, *, newest: bool = False, values: int = MOST_VALUES) -> Results:
    query = _query(request)
    if newest:
        query = replace(query, sort="new", page=1)
    return _asked(lambda: find(query, languages_read(request), values))


def _query(request: HttpRequest, *, whole: bool = False) -> Query:
    """The query of an address; of the ``whole`` of its results no page and no size is asked."""
    parameters = dict(request.GET.lists())
    for name in ("page", "size") if whole else ():
        parameters.pop(name, None)
    try:
        return parse_query(parameters)
    except BadParameter as refusal:
        given = ", ".join(request.GET.getlist(refusal.name))
        message, remedy = refusal.message, "Change it, or leave it out."
        raise bad_parameter(refusal.name, given, message, remedy) from None


def _asked(ask: Callable[[], T]) -> T:
    """What the engine answers; 503 where it cannot."""
    try:
        return ask()
    except SearchUnavailable as fault:
        logger.error("Search cannot answer: %s", fault)
        raise Refusal(
            503,
            "Search is away for the moment",
            "Its index cannot be read, and those who keep this archive are told so in its log. "
            "Every record stays readable at its address.",
            "Please try again later.",
            headers=(("Retry-After", "60"),),
        ) from None
