"""``/records/<id>/collation.csv``: everything compared, as a file."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.web.addresses import identifier, single
from archive.web.answers import answer
from archive.web.collating import Chosen, collation_file
from archive.web.keeping import shelf
from archive.web.refusals import reading
from archive.web.views.records import open_known


@reading
def collation(request: HttpRequest, record_id: str) -> HttpResponseBase:
    """``left``, ``right`` and ``also`` name the texts, as on the page."""
    found = open_known(identifier(record_id))
    also = tuple(dict.fromkeys(key for key in request.GET.getlist("also") if key))
    chosen = Chosen(single(request, "left"), single(request, "right"), also)
    key = ("collation", chosen, found.fingerprint)
    return answer(request, shelf.get(key, lambda: collation_file(found.standing, chosen)))
