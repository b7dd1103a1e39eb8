"""The Jinja2 environment of the reading room's templates."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """An environment in which a name that is not there is an error, not a silence."""
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=options["loader"],
        auto_reload=options["auto_reload"],
    )
    made.globals.update(static=static, url=_url)
    return made


def _url(name: str, args: Sequence[Any] = ()) -> str:
    """The path of a view; one without arguments is looked up once."""
    return reverse(name, args=args) if args else _plain_url(name)


@cache
def _plain_url(name: str) -> str:
    return reverse(name)
