"""Templates rendered to bytes, with what every page says of the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.template.loader import get_template

from archive.web.answers import Body
from archive.web.stylesheet import stylesheet


@dataclass(frozen=True, slots=True)
class Site:
    """The archive's name, its public address without a closing slash, its stylesheet's, and its
    icon as a ``data:`` address, which saves every first view a request."""

    name: str
    url: str
    stylesheet: str
    icon: str


def site() -> Site:
    """The site as the settings have it."""
    return Site(settings.SITE_NAME, settings.SITE_URL, stylesheet().url, icon())


@cache
def icon() -> str:
    """``static/icons/favicon.svg``, read once a process."""
    drawing = Path(settings.BASE_DIR) / "static" / "icons" / "favicon.svg"
    return "data:image/svg+xml," + quote(drawing.read_text("utf-8").strip(), safe=" =:/,'")


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
    common = {"site": site(), "canonical": absolute(path) if path else "", "here": here}
    rendered = get_template(template, using="reading").render({**common, **context})
    return Body(rendered.encode(), status=status, headers=headers)
