"""What answers where no view did: Django calls these, by the names in ``archive.urls``."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from archive.web.refusals import Refusal, not_found, refused, shortened, wants_json


def wrong_address(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404 for an address that the site does not have."""
    message = f"This archive has no page {shortened(request.path, 200)}."
    return refused(request, not_found(message))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """400 for what Django refused before any view saw it."""
    if isinstance(exception, DisallowedHost):
        message = "The request names a host that this archive does not answer for."
        remedy = f"Its address is {settings.SITE_URL}."
    elif isinstance(exception, RequestDataTooBig):
        message, remedy = "The request is too large.", "Send it in smaller parts."
    else:
        message = "The request is malformed."
        remedy = "Check the address for characters that do not belong there."
    return refused(request, Refusal(400, "This request cannot be read", message, remedy))


def foreign_form(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """403 for a form of the staff side that did not come from a page of this session."""
    return refused(
        request,
        Refusal(
            403,
            "This form was not taken",
            "It did not come from a page of this session: you may have signed in again since it"
            " was opened, or the browser keeps no cookies for this site. Nothing was saved.",
            "Go back, reload the page and send the form again.",
        ),
    )


def fault(request: HttpRequest) -> HttpResponseBase:
    """500: a plain page that needs nothing but itself; problem details for programs."""
    if wants_json(request):
        return HttpResponse(
            '{"type": "about:blank", "title": "Something went wrong here", "status": 500}',
            content_type="application/problem+json",
            status=500,
        )
    page = Path(settings.BASE_DIR) / "templates" / "web" / "500.html"
    return HttpResponse(page.read_bytes(), status=500)
