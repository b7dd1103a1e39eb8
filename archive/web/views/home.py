"""``/``: what the archive holds."""

from __future__ import annotations

import logging

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from archive.editions.news import news
from archive.editions.queries import newest_disagreement, newly_published
from archive.editions.reading import read
from archive.search.query import Query
from archive.search.results import Results
from archive.search.searching import search
from archive.search.unavailable import SearchUnavailable
from archive.web.answers import Body, answer
from archive.web.home_page import home_page
from archive.web.keeping import shelf
from archive.web.refusals import reading

logger = logging.getLogger(__name__)
_NEWEST = 5


@reading
def home(request: HttpRequest) -> HttpResponseBase:
    """The front page; without its counts where search is away. It is kept for the day, until word
    of a change comes. Where another process is just writing the index its counts are behind: that the
    index has come up is told like a change."""
    mark = news.mark
    try:
        if mark is None:
            return answer(request, _made(search(Query(size=1))))
        kept = ("home", mark, timezone.localdate())
        return answer(request, shelf.get(kept, lambda: _made(search(Query(size=1)))))
    except SearchUnavailable as fault:
        logger.warning("The front page goes without search: %s", fault)
        return answer(request, _made(None))


def _made(found: Results | None) -> Body:
    disagreement = newest_disagreement(timezone.localdate())
    texts = (disagreement.left, disagreement.right) if disagreement else ("", "")
    shown = read(disagreement.record_id) if disagreement else None
    return home_page(found, newly_published(_NEWEST), shown, texts)
