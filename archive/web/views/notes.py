"""What stands beside a record's texts, at addresses of its own: verdicts and notes."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.web.addresses import identifier
from archive.web.answers import answer
from archive.web.keeping import shelf
from archive.web.note_pages import variance_page, verdict_page
from archive.web.refusals import reading
from archive.web.views.records import open_known


@reading
def verdict(request: HttpRequest, record_id: str, number: str) -> HttpResponseBase:
    """``/records/<id>/verdicts/<n>/``: what the archive says of a difference."""
    found = open_known(identifier(record_id))
    key = ("verdict", int(number), found.fingerprint)
    return answer(request, shelf.get(key, lambda: verdict_page(found.standing, int(number))))


@reading
def variance(request: HttpRequest, record_id: str, number: str) -> HttpResponseBase:
    """``/records/<id>/notes/<n>/``: what the archive says of a difference no program sees."""
    found = open_known(identifier(record_id))
    key = ("variance", int(number), found.fingerprint)
    return answer(request, shelf.get(key, lambda: variance_page(found.standing, int(number))))
