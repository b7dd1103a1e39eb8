"""A record at its addresses: the page, an edition, one text, the history, data, the ARK."""

from __future__ import annotations

from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from archive.web.addresses import identifier, record_path, single, text_path
from archive.web.answers import answer
from archive.web.changes_page import changes_page
from archive.web.downloads import What, made_as
from archive.web.keeping import shelf
from archive.web.kept_pages import Found, find, page_of
from archive.web.record_page import Asked
from archive.web.refusals import Refusal, bad_parameter, not_found, reading
from archive.web.standings import Known, known


@reading
def record(request: HttpRequest, record_id: str, number: str | None = None) -> HttpResponseBase:
    """``/records/<id>/`` and ``/records/<id>/v<n>/``: two texts on facing pages."""
    record_name = identifier(record_id)
    if record_name != record_id:
        return HttpResponsePermanentRedirect(record_path(record_name, _edition(number)))
    return _shown(request, asked(request, record_name, _edition(number)))


@reading
def text(request: HttpRequest, record_id: str, number: str, key: str) -> HttpResponseBase:
    """``/records/<id>/v<n>/<text>/``: one text of one edition, as a citation names it."""
    name = identifier(record_id)
    if name != record_id:
        return HttpResponsePermanentRedirect(text_path(name, int(number), key))
    return _shown(request, Asked(name, int(number), key=key, **_citing(request)))


@reading
def ark(request: HttpRequest, naan: str, record_id: str) -> HttpResponseBase:
    """Both spellings of the ARK lead to the record's page."""
    if naan != settings.NAAN:
        raise not_found(f"This archive's naming authority is {settings.NAAN}, not {naan[:20]}.")
    name = identifier(record_id)
    known_of(name)
    return HttpResponsePermanentRedirect(record_path(name))


@reading
def changes(request: HttpRequest, record_id: str) -> HttpResponseBase:
    """``/records/<id>/changes/``: its editions, and what the newest (or ``?edition=``) changed."""
    found = open_known(identifier(record_id))
    number = chosen_edition(single(request, "edition"), found.standing.newest)
    key = ("changes", number, found.fingerprint)
    return answer(request, shelf.get(key, lambda: changes_page(found.standing, number)))


@reading
def download(
    request: HttpRequest, record_id: str, ending: str, number: str | None = None
) -> HttpResponseBase:
    """``/records/<id>.<format>`` and ``/records/<id>/v<n>.<format>``; ``?text=``, ``?passage=`` and
    ``?cite=`` say what it cites."""
    found = open_known(identifier(record_id), _edition(number))
    asked = single(request, "cite") or "text"
    what = What(single(request, "text"), single(request, "passage"), asked)
    key = ("download", ending, what, found.fingerprint)
    return answer(request, shelf.get(key, lambda: made_as(found.standing, ending, what)))


def open_known(record_id: str, number: int | None = None) -> Known:
    """As ``known_of``, but a withdrawn record is refused with its reason."""
    found = known_of(record_id, number)
    if found.standing.withdrawn:
        raise Refusal(
            410,
            "This record was withdrawn",
            found.standing.withdrawn_reason,
            f"Its description stays at {record_path(record_id)}.",
        )
    return found


def chosen_edition(given: str | None, newest: int) -> int:
    """The edition that the parameter ``edition`` names, the newest where there is none."""
    if given is None:
        return newest
    if not given.isascii() or not given.isdigit() or not 1 <= int(given[:9]) <= newest:
        remedy = "Choose one from the list, or leave the parameter out."
        raise bad_parameter("edition", given, f"The editions are 1 to {newest}.", remedy)
    return int(given[:9])


def known_of(record_id: str, number: int | None = None) -> Known:
    """How that edition stands today, or the 404 that says what there is not. At most one query."""
    found = known(record_id, number)
    if found is None and number is not None and (newest := known_of(record_id).standing):
        raise not_found(
            f"Record {record_id} has no edition {number}.",
            f"Its newest edition is {newest.newest}, at {record_path(record_id)}.",
        )
    if found is None:
        raise not_found(
            f"No record {record_id} is published here. Its identifier is well formed, but unknown."
        )
    return found


def asked(request: HttpRequest, record_id: str, number: int | None) -> Asked:
    """What the parameters of a record's page ask for."""
    if not request.META.get("QUERY_STRING"):
        return Asked(record_id, number)
    left, right = single(request, "left"), single(request, "right")
    rows, scans = single(request, "rows"), single(request, "scans")
    if scans not in (None, "beside"):
        remedy = "Write beside, or leave the parameter out."
        raise bad_parameter("scans", scans, "Scans stand beside the texts or nowhere.", remedy)
    if rows not in (None, "passages", "sentences"):
        remedy = "Write sentences, or leave the parameter out."
        raise bad_parameter("rows", rows, "Rows are made of passages or of sentences.", remedy)
    return Asked(
        record_id,
        number,
        left,
        right,
        also=tuple(dict.fromkeys(key for key in request.GET.getlist("also") if key)),
        grain="sentences" if rows == "sentences" else "passages",
        scans=scans is not None,
        **_citing(request),
    )


class _Citing(TypedDict):
    cite: str | None
    passage: str | None
    style: str | None
    variants: bool


def _citing(request: HttpRequest) -> _Citing:
    """What the parameters ask of the citation panel."""
    variants = single(request, "variants")
    if variants not in (None, "1"):
        remedy = "Write 1, or leave the parameter out."
        raise bad_parameter("variants", variants, "A footnote has variants or not.", remedy)
    return {
        "cite": single(request, "cite"),
        "passage": single(request, "passage"),
        "style": single(request, "style"),
        "variants": variants is not None,
    }


def _edition(number: str | None) -> int | None:
    return None if number is None else int(number)


def _shown(request: HttpRequest, asked: Asked) -> HttpResponseBase:
    found = find(asked) or Found(known_of(asked.record_id, asked.number), None)
    key = (asked, found.known.fingerprint)
    return answer(request, shelf.get(key, lambda: page_of(found, asked)))
