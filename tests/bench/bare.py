"""The yardstick: one view that returns a fixed page, under the archive's own server.

``python -m tests.bench.bare PORT`` serves it.
"""

from __future__ import annotations

import os
import sys

from django.http import HttpRequest, HttpResponse
from django.urls import path

_PARAGRAPH = "<p>A fixed paragraph, which no query, template or cache has any part in.</p>\n"
PAGE = f"<!doctype html><title>Bare</title>\n{_PARAGRAPH * (12_288 // len(_PARAGRAPH))}".encode()


def bare(request: HttpRequest) -> HttpResponse:
    """Twelve kilobytes."""
    return HttpResponse(PAGE)


urlpatterns = [path("", bare)]

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.bare_settings"
    from archive.web.serving import serve

    serve("127.0.0.1", int(sys.argv[1]))
