"""The Jinja2 environment of the reading room's templates."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

from archive.web.paths import path_to

_NUMBERS = (int, float)


def escaped(value: object) -> str:
    """What ``escape`` makes of it, as a plain string: what a template writes out is joined at once,
    and to make a ``Markup`` of each piece takes longer than to escape it."""
    if type(value) is not str:
        return str(value if type(value) in _NUMBERS else escape(value))
    less = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return less.replace("'", "&#39;").replace('"', "&#34;")


class _Escaping(CodeGenerator):
    """Writes what a template puts out by ``escaped``."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Environment(Environment):
    code_generator_class = _Escaping
    escaped = staticmethod(escaped)


def environment(**options: Any) -> Environment:
    """An environment in which a name that is not there is an error, not a silence.

    It keeps every template once read, and what never changes while a process lives: an icon, the
    address of a file.
    """
    made = _Environment(
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
