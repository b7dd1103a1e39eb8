"""Paths of this site, as the contract fixes them, and the reading of what stands in them."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest

from archive.records.identifiers import IdentifierRefused, check, is_well_formed, normalise
from archive.web.paths import path_to
from archive.web.refusals import bad_parameter, not_found


def record_path(record_id: str, number: int | None = None) -> str:
    """``/records/<id>/`` or ``/records/<id>/v<n>/``."""
    if number is None:
        return path_to("web:record", record_id)
    return path_to("web:edition", record_id, number)


def text_path(record_id: str, number: int, key: str) -> str:
    """``/records/<id>/v<n>/<text>/``: the address that a citation prints."""
    return path_to("web:text", record_id, number, key)


@lru_cache(maxsize=4096)
def search_path(**parameters: str) -> str:
    """The search that these parameters ask for, in the order given."""
    return f"{path_to('web:search')}?{urlencode(parameters)}"


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
