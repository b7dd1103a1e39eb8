"""``/records/<id>/find/``: a search within one record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from archive.search.wording import LONGEST
from archive.web.addresses import identifier, single
from archive.web.answers import answer
from archive.web.find_page import find_page
from archive.web.paths import path_to
from archive.web.refusals import bad_parameter, reading
from archive.web.views.records import open_known


@reading
def find(request: HttpRequest, record_id: str) -> HttpResponseBase:
    """``q`` is read as in a search of the archive."""
    name = identifier(record_id)
    if name != record_id:
        asked = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(
            path_to("web:find", name) + (f"?{asked}" if asked else "")
        )
    q = (single(request, "q") or "").strip()
    if len(q) > LONGEST:
        remedy = "Shorten it."
        raise bad_parameter("q", q, f"It is longer than {LONGEST:,} characters.", remedy)
    return answer(request, find_page(open_known(name).standing, q))
