"""Pages about the site itself, its style and script, and its health for operators."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from archive.web.answers import FOR_EVER, KEPT, Body, answer
from archive.web.joined import Joined
from archive.web.keeping import shelf
from archive.web.pages import page
from archive.web.refusals import not_found, reading
from archive.web.script import named as script_named
from archive.web.stylesheet import stylesheet as the_stylesheet


@reading
def stylesheet(request: HttpRequest, name: str) -> HttpResponseBase:
    """The style, for ever under its hash; an older hash is gone."""
    return _for_ever(request, the_stylesheet(), name)


@reading
def script(request: HttpRequest, name: str) -> HttpResponseBase:
    """The script of a page, as the style is."""
    return _for_ever(request, script_named(name), name)


def _for_ever(request: HttpRequest, joined: Joined | None, name: str) -> HttpResponseBase:
    if joined is None or name != joined.name:
        raise not_found("This file has been replaced by a newer one.", "Reload the page.")
    made = shelf.get((joined.view, name), lambda: Body(joined.body, joined.type, effort=KEPT))
    return answer(request, made, cache=FOR_EVER)


@reading
def about(request: HttpRequest) -> HttpResponseBase:
    """What this archive is, how to read and cite it, and what programs may ask of it."""
    path = "/about/"
    return answer(
        request,
        shelf.get(
            ("about", request.path), lambda: page("web/about.html", {}, path=path, here="about")
        ),
    )


@reading
def live(request: HttpRequest) -> HttpResponseBase:
    """The process answers."""
    return _plain("live", 200)


@reading
def ready(request: HttpRequest) -> HttpResponseBase:
    """The process and its database answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("the database does not answer", 503)
    return _plain("ready", 200)


def _plain(words: str, status: int) -> HttpResponse:
    response = HttpResponse(words + "\n", content_type="text/plain; charset=utf-8", status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
