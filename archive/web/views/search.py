"""``/search/`` and ``/search.json``: the same search for people and for programs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.search.query import BadParameter, parse_query
from archive.search.results import Results
from archive.search.searching import search as find
from archive.search.suggesting import suggestions
from archive.search.unavailable import SearchUnavailable
from archive.web.answers import JSON, Body, answer
from archive.web.keeping import shelf
from archive.web.languages_read import VARY, languages_read
from archive.web.refusals import Refusal, bad_parameter, reading
from archive.web.search_help import search_help
from archive.web.search_json import results_json
from archive.web.search_links import links
from archive.web.search_page import search_page
from archive.web.suggestions_json import suggestions_json

logger = logging.getLogger(__name__)


@reading
def search(request: HttpRequest) -> HttpResponseBase:
    """Results as a page."""
    return answer(request, search_page(_results(request), links(request.GET)))


@reading
def search_json(request: HttpRequest) -> HttpResponseBase:
    """Results as data."""
    made = results_json(_results(request), links(request.GET))
    return answer(request, Body(made, JSON, headers=(("Vary", VARY),)))


@reading
def how_to(request: HttpRequest) -> HttpResponseBase:
    """What a search can ask."""
    return answer(request, shelf.get(("search_help", request.path), search_help))


@reading
def suggesting(request: HttpRequest) -> HttpResponseBase:
    """What somebody who is typing may be looking for, as data."""
    with _search_is_there():
        found = suggestions(request.GET.get("q", ""))
    return answer(request, Body(suggestions_json(found), JSON))


def _results(request: HttpRequest) -> Results:
    try:
        with _search_is_there():
            return find(parse_query(request.GET), languages_read(request))
    except BadParameter as refusal:
        given = ", ".join(request.GET.getlist(refusal.name))
        message, remedy = refusal.message, "Change it, or leave it out."
        raise bad_parameter(refusal.name, given, message, remedy) from None


@contextmanager
def _search_is_there() -> Iterator[None]:
    try:
        yield
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
