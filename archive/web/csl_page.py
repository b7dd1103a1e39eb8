"""Styles of the CSL repository that were found, as a page and as suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from archive.citation.csl import Found, Named
from archive.web.answers import Body
from archive.web.pages import page
from archive.web.words import counted


def styles_page(words: str, back: str, found: Sequence[Found], count: int) -> Body:
    """Each style with a link for each of its forms. ``back`` is the page that is to show it."""
    context = {
        "words": words,
        "back": back,
        "found": [
            (each.title, [(_said(form), _href(back, form)) for form in each.forms])
            for each in found
        ],
        "count": counted(count, "style", "styles") if words else "",
        "left": count - len(found),
    }
    return page("citation/styles.html", context)


def styles_json(back: str, found: Iterable[Found]) -> bytes:
    """As ``suggestions_json``: one for each form of each style. UTF-8."""
    return msgspec.json.encode(
        {
            "suggestions": [
                {
                    "kind": "style",
                    "label": each.title,
                    "form": "",
                    "language": "",
                    "count": 1,
                    "says": _said(form),
                    "url": _href(back, form),
                }
                for each in found
                for form in each.forms
            ]
        }
    )


def _said(form: Named) -> str:
    """``Reference list``, ``In the text``."""
    said = form.label.rpartition(", ")[2]
    return said[:1].upper() + said[1:]


def _href(back: str, form: Named) -> str:
    """That page in this style, at its citations."""
    parts = urlsplit(back)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "style"]
    fragment = "#cite" if parts.path.startswith("/records/") else ""
    return f"{parts.path}?{urlencode([*query, ('style', form.slug)], safe=',')}{fragment}"
