"""Paths of this site, as the contract fixes them, and the reading of what stands in them."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from archive.records.identifiers import IdentifierRefused, check, is_well_formed, normalise
from archive.web.refusals import bad_parameter, not_found


@lru_cache(maxsize=1024)
def record_path(record_id: str, number: int | None = None) -> str:
    """``/records/<id>/`` or ``/records/<id>/v<n>/``."""
    if number is None:
        return f"{_records()}{record_id}/"
    return reverse("web:edition", args=[record_id, number])


@lru_cache(maxsize=1024)
def text_path(record_id: str, number: int, key: str) -> str:
    """``/records/<id>/v<n>/<text>/``: the address that a citation prints."""
    return reverse("web:text", args=[record_id, number, key])


@lru_cache(maxsize=4096)
def search_path(**parameters: str) -> str:
    """The search that these parameters ask for, in the order given."""
    return f"{_search()}?{urlencode(parameters)}"


@lru_cache(maxsize=1)
def _records() -> str:
    """Where records lie: looking an address up takes longer than writing it."""
    return reverse("web:record", args=["0"]).removesuffix("0/")


@lru_cache(maxsize=1)
def _search() -> str:
    return reverse("web:search")


def identifier(given: str) -> str:
    """The name of a record as typed, in the spelling under which it is kept.

    Raises the 404 that says whether it was mistyped or is no identifier at all.
    """
    if is_well_formed(spelled := normalise(given)):
        return spelled
    try:
        return check(given)
    except IdentifierRefused as refusal:
        raise not_found(str(refusal)) from None


def single(request: HttpRequest, name: str) -> str | None:
    """A parameter that stands at most once; None where it is absent or empty."""
    values = request.GET.getlist(name)
    if len(values) > 1:
        raise bad_parameter(
            name,
            ", ".join(values),
            f"It stands {len(values)} times in the address.",
            "Give it once, or leave it out.",
        )
    return values[0] if values and values[0] else None
