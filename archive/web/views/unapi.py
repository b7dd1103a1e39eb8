"""``/unapi``: citations for reference managers."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.web import unapi
from archive.web.addresses import identifier, single
from archive.web.answers import answer
from archive.web.downloads import What, made_as
from archive.web.keeping import shelf
from archive.web.refusals import reading
from archive.web.views.records import open_known


@reading
def served(request: HttpRequest) -> HttpResponseBase:
    """``?id=`` an address that a citation prints, ``?format=`` a name from the list."""
    address, name = single(request, "id"), single(request, "format")
    if address is None:
        return answer(request, unapi.listed(None))
    asked = unapi.cited(address)
    number = int(asked["number"]) if asked["number"] else None
    found = open_known(identifier(asked["record"] or ""), number)
    if name is None:
        return answer(request, unapi.listed(address))
    ending, what = (
        unapi.ending(name),
        What(asked["text"], asked["passage"], asked["target"] or "text"),
    )
    key = ("download", ending, what, found.fingerprint)
    return answer(request, shelf.get(key, lambda: made_as(found.standing, ending, what)))
