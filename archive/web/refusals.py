"""What cannot be answered: a refusal with its words, as a page for people and as problem details
(RFC 9457) for programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

import msgspec
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from archive.web.answers import REVALIDATE, Body, answer
from archive.web.pages import page

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Parameter:
    """The part of the address at fault: its name and the value as given, shortened."""

    name: str
    value: str


class Refusal(Exception):
    """Raised by a view. ``heading``, ``message`` and ``remedy`` are sentences for the reader."""

    def __init__(
        self,
        status: int,
        heading: str,
        message: str,
        remedy: str,
        parameter: Parameter | None = None,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        super().__init__(heading)
        self.status = status
        self.heading = heading
        self.message = message
        self.remedy = remedy
        self.parameter = parameter
        self.headers = headers


def bad_parameter(name: str, value: str, message: str, remedy: str) -> Refusal:
    """400: the address asks for something that cannot be."""
    heading = f"The parameter “{name}” cannot be read"
    return Refusal(400, heading, message, remedy, Parameter(name, shortened(value)))


def not_found(message: str, remedy: str = "Search for it, or begin at the front page.") -> Refusal:
    """404, with words that say which kind of wrong address it is."""
    return Refusal(404, "There is nothing at this address", message, remedy)


def shortened(value: str, most: int = 120) -> str:
    """A value as given, without what no page can show, at most ``most`` characters."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in value)
    return shown if len(shown) <= most else shown[:most] + "…"


def wants_json(request: HttpRequest) -> bool:
    """A program asks: by the address's ending, or by preferring JSON to HTML."""
    if request.path.endswith((".json", ".jsonl")):
        return True
    accept = request.headers.get("Accept", "")
    return "json" in accept and "text/html" not in accept


def body(request: HttpRequest, refusal: Refusal) -> Body:
    """The refusal in the form that was asked for."""
    if wants_json(request):
        return Body(_problem(refusal), "application/problem+json", refusal.status, refusal.headers)
    context = {
        "heading": refusal.heading,
        "message": refusal.message,
        "remedy": refusal.remedy,
        "status": refusal.status,
        "detail": refusal.parameter,
    }
    return page("web/error.html", context, status=refusal.status, headers=refusal.headers)


def _problem(refusal: Refusal) -> bytes:
    said: dict[str, object] = {
        "type": "about:blank",
        "title": refusal.heading,
        "status": refusal.status,
        "detail": f"{refusal.message} {refusal.remedy}",
    }
    if refusal.parameter:
        said["parameter"] = asdict(refusal.parameter)
    return msgspec.json.encode(said)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponseBase:
    """The answer to a refusal."""
    return answer(request, body(request, refusal), cache=REVALIDATE)


def reading(view: View[P]) -> View[P]:
    """A view that only reads: GET and HEAD, and its refusals become answers."""
    return _answering(view, ("GET", "HEAD"), "This address can only be read")


def taking_a_form(view: View[P]) -> View[P]:
    """A view that shows a form and takes it: GET, HEAD and POST."""
    return _answering(view, ("GET", "HEAD", "POST"), "This address takes only its form")


def _answering(view: View[P], methods: tuple[str, ...], heading: str) -> View[P]:
    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            if request.method not in methods:
                raise Refusal(
                    405,
                    heading,
                    f"It does not take {shortened(str(request.method), 20)}.",
                    "Ask for it with GET.",
                    headers=(("Allow", ", ".join(methods)),),
                )
            return view(request, *args, **kwargs)
        except Refusal as refusal:
            return refused(request, refusal)

    return answered
