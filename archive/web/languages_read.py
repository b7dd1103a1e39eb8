"""The languages that a reader reads, as the browser tells them."""

from __future__ import annotations

import re

from django.http import HttpRequest

#: Those of the header that count; nobody has set more by hand.
_MOST = 6
_ASKED = re.compile(r"([A-Za-z]{2,3})(?:-[\w-]{1,60})?\s*(?:;\s*q=([01](?:\.\d{1,3})?))?")

#: The header that an answer depends on where it shows texts by these languages.
VARY = "Accept-Language"


def languages_read(request: HttpRequest) -> tuple[str, ...]:
    """Primary tags, the best first; English, the language of these pages, among them."""
    parts = request.headers.get(VARY, "")[:500].split(",")
    found = [match for part in parts if (match := _ASKED.fullmatch(part.strip()))]
    weighed = sorted((-float(match[2] or 1), n, match[1].lower()) for n, match in enumerate(found))
    wished = [tag for weight, _, tag in weighed if weight < 0]
    return tuple(dict.fromkeys([*wished[:_MOST], "en"]))
