"""``/styles/``: styles of the CSL repository by their names, for a record's or a list's page."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.citation.csl import find
from archive.web.addresses import single
from archive.web.answers import JSON, Body, answer
from archive.web.csl_page import styles_json, styles_page
from archive.web.refusals import bad_parameter, reading

#: Styles on a page, suggestions, and characters of a name.
_MOST, _SUGGESTED, _LONGEST = 50, 8, 200


@reading
def found(request: HttpRequest) -> HttpResponseBase:
    """``q`` are words of a style's name; ``for`` is the page that is to show it."""
    words, back = _asked(request)
    shown, count = find(words, _MOST)
    return answer(request, styles_page(words, back, shown, count))


@reading
def suggesting(request: HttpRequest) -> HttpResponseBase:
    """The same while somebody types, as data."""
    words, back = _asked(request)
    return answer(request, Body(styles_json(back, find(words, _SUGGESTED)[0]), JSON))


def _asked(request: HttpRequest) -> tuple[str, str]:
    words, back = (single(request, "q") or "").strip(), single(request, "for") or "/list/"
    if len(words) > _LONGEST:
        raise bad_parameter("q", words, "No style has so long a name.", "Shorten it.")
    parts = urlsplit(back)
    if parts.scheme or parts.netloc or not parts.path.startswith(("/records/", "/list/")):
        remedy = "Begin at a record or at your list."
        raise bad_parameter("for", back, "It is no page that cites in a style.", remedy)
    return words, back
