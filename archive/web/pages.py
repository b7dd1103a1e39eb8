"""Templates rendered to bytes, with what every page says of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.template.loader import get_template

from archive.web.answers import Body
from archive.web.script import script_of
from archive.web.stylesheet import stylesheet

#: Controls and noncharacters, which HTML cannot hold (Living Standard, 13.2.3.5).
_NO_HTML = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
# What a page without any of them never matches: a tenth of the time of looking at each character.
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_SUSPECT = [
    re.compile(p) for p in (rb"\xc2[\x80-\x9f]", rb"\xef\xb7[\x90-\xaf]", rb"\xbf[\xbe\xbf]")
]


@dataclass(frozen=True, slots=True)
class Site:
    """The archive's name, its public address without a closing slash, the addresses of its
    stylesheet and of the script that every page has, and its icon as a ``data:`` address, which
    saves every first view a request."""

    name: str
    url: str
    stylesheet: str
    script: str
    icon: str


def site() -> Site:
    """The site as the settings have it."""
    return Site(
        settings.SITE_NAME, settings.SITE_URL, stylesheet().url, script_of("page").url, icon()
    )


@cache
def icon() -> str:
    """``static/icons/favicon.svg``, read once a process."""
    drawing = Path(settings.BASE_DIR) / "static" / "icons" / "favicon.svg"
    return "data:image/svg+xml," + quote(drawing.read_text("utf-8").strip(), safe="=:/,'")


def absolute(path: str) -> str:
    """The public address of a path of this site."""
    return settings.SITE_URL + path


def page(
    template: str,
    context: dict[str, Any],
    *,
    path: str = "",
    here: str = "",
    status: int = 200,
    headers: tuple[tuple[str, str], ...] = (),
) -> Body:
    """A page. ``path`` is its canonical one, empty where it has none; ``here`` its nav entry."""
    common = {"canonical": absolute(path) if path else "", "here": here}
    return Body(rendered(template, {**common, **context}), status=status, headers=headers)


def rendered(template: str, context: dict[str, Any]) -> bytes:
    """A template as HTML, whole or a piece of a page, with what it may say of the site."""
    written = get_template(template, using="reading").render({"site": site(), **context})
    return as_html(written)


def as_html(rendered: str) -> bytes:
    """UTF-8, with the sign that something stands there for each character that HTML cannot hold.

    A body may have them; exports and data keep them.
    """
    encoded = rendered.encode()
    if len(encoded.translate(None, _CONTROLS)) == len(encoded) and not any(
        suspect.search(encoded) for suspect in _SUSPECT
    ):
        return encoded
    return _NO_HTML.sub("\N{REPLACEMENT CHARACTER}", rendered).encode()
