"""The Jinja2 environment of the reading room's templates."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined

from archive.web.paths import path_to


def environment(**options: Any) -> Environment:
    """An environment in which a name that is not there is an error, not a silence.

    It keeps every template once read, and what never changes while a process lives: an icon, the
    address of a file.
    """
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=options["loader"],
        auto_reload=options["auto_reload"],
        cache_size=-1,
    )

    @cache
    def icon(name: str) -> str:
        """A drawing of ``web/icons.html``."""
        drawing: str = made.get_template("web/icons.html").module.icon(name)  # type: ignore[attr-defined]
        return drawing

    made.globals.update(static=cache(static), url=_url, icon=icon)
    return made


def _url(name: str, args: Sequence[Any] = ()) -> str:
    """The path of a view."""
    return path_to(name, *args)
