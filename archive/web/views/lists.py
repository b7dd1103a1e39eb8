"""``/list/``: the reader's citation list, and lists that were shared under a code."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from archive.citation import csl
from archive.citation.styles import SLUGS
from archive.desk.columns import GRAINS
from archive.web.addresses import single
from archive.web.answers import JSON, NEVER_KEPT, Body, answer
from archive.web.lists import adding, form, keeping, sharing, value
from archive.web.lists.files import file
from archive.web.lists.keeping import Kept
from archive.web.lists.pack import Manner
from archive.web.lists.pack_page import pack_page
from archive.web.lists.page import my_page, shared_page
from archive.web.lists.shown import DEFAULT, held, in_order
from archive.web.lists.value import CitationList, ListRefused, Named
from archive.web.paths import path_to
from archive.web.refusals import Refusal, bad_parameter, reading, taking_a_form, wants_json
from archive.web.words import counted


@taking_a_form
def mine(request: HttpRequest) -> HttpResponseBase:
    """``/list/``: ``style`` is remembered with the list. Every form about the list is sent here."""
    if request.method == "POST":
        return _taken(request)
    kept = keeping.kept(request)
    style = _style(request, kept.list)
    if kept.name and style != (kept.list.style or DEFAULT):
        kept = keeping.change(request, lambda to: msgspec.structs.replace(to, style=style))
    codes = sharing.dates(kept.list)
    return answer(request, my_page(kept.list, style, codes, _back(request)), cache=NEVER_KEPT)


@reading
def my_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """``/list.<format>``: the reader's list as a file."""
    to = keeping.kept(request).list
    return answer(request, file(to, ending, _style(request, to), ""), cache=NEVER_KEPT)


@reading
def shared(request: HttpRequest, code: str) -> HttpResponseBase:
    """``/list/<code>/``: a list as it was shared."""
    opened = sharing.opened(code)
    return answer(request, shared_page(opened, _style(request, opened.list)))


@reading
def shared_file(request: HttpRequest, code: str, ending: str) -> HttpResponseBase:
    """``/list/<code>.<format>``: a shared list as a file."""
    opened = sharing.opened(code)
    style = _style(request, opened.list)
    return answer(request, file(opened.list, ending, style, opened.code))


@reading
def my_pack(request: HttpRequest) -> HttpResponseBase:
    """``/list/reading-pack/``: the passages of the reader's list, to be printed."""
    return answer(request, _pack(request, keeping.kept(request).list), cache=NEVER_KEPT)


@reading
def shared_pack(request: HttpRequest, code: str) -> HttpResponseBase:
    """``/list/<code>/reading-pack/``: those of a shared list."""
    return answer(request, _pack(request, sharing.opened(code).list))


def _pack(request: HttpRequest, of: CitationList) -> Body:
    """``beside`` a language, or none; ``rows`` of sentences or passages; ``part`` of a long one."""
    rows, part = single(request, "rows") or "sentences", single(request, "part") or "1"
    grain = next((each for each in GRAINS if each == rows), None)
    if grain is None:
        remedy = "Write passages, or leave the parameter out."
        raise bad_parameter("rows", rows, "Rows are made of sentences or of passages.", remedy)
    if not (part.isascii() and part.isdigit()):
        raise bad_parameter("part", part, "It is no number.", "Leave it out.")
    manner = Manner(single(request, "beside") or "", grain)
    return pack_page(of, request.path, manner, int(part[:9]), _style(request, of))


def _style(request: HttpRequest, of: CitationList) -> str:
    """The style asked for, else the list's own."""
    asked = single(request, "style")
    if asked is None:
        return of.style if _is_style(of.style) else DEFAULT
    if not _is_style(asked):
        raise bad_parameter("style", asked, "There is no such style.", f"Write {', '.join(SLUGS)}.")
    return asked


def _is_style(slug: str) -> bool:
    """Whether it is built in, or of the CSL repository as it is held now."""
    return slug in SLUGS or csl.is_known(slug)


def _back(request: HttpRequest) -> str:
    """The record or search that the reader came from; empty where they came from elsewhere."""
    came = urlsplit(request.headers.get("Referer", ""))
    here = came.netloc == request.get_host() and came.path.startswith(("/records/", "/search/"))
    return f"{came.path}?{came.query}" if here and came.query else came.path if here else ""


def _taken(request: HttpRequest) -> HttpResponseBase:
    form.refuse_foreign(request)
    try:
        for name, take in _TAKING.items():
            if name in request.POST:
                return take(request)
        return _changed(request)
    except ListRefused as refusal:
        raise Refusal(400, "Your list is as it was", refusal.what, refusal.remedy) from None


def _add(request: HttpRequest) -> HttpResponseBase:
    """What a record's page cites, one result, or all results of a page (``all``, as ``found``)."""
    sent = request.POST
    cite = sent.get("cite", "text")
    addresses = sent.getlist("found" if "all" in sent else "add")
    named = adding.named([adding.wanted(address, cite) for address in addresses])
    return _grown(request, named)


def _take(request: HttpRequest) -> HttpResponseBase:
    """All of a shared list, with its notes."""
    items = sharing.opened(request.POST["take"]).list.items
    named = [Named(*item.same, target=item.target) for item in items]
    return _grown(request, named, [item.note for item in items])


def _grown(
    request: HttpRequest, named: list[Named], notes: list[str] | None = None
) -> HttpResponseBase:
    counts = []

    def grow(to: CitationList) -> CitationList:
        grown = value.add(to, named, notes or [])
        counts.append(len(grown.items) - len(to.items))
        return grown

    kept = keeping.change(request, grow)
    if not wants_json(request):
        return _back_to(kept, "done")
    held_now = counted(len(kept.list.items), "citation", "citations")
    done = "Added." if counts[-1] else "It is there already."
    said = {"count": len(kept.list.items), "said": f"{done} Your list has {held_now}."}
    response = HttpResponse(msgspec.json.encode(said), content_type=JSON)
    return _never_kept(keeping.remember(response, kept))


def _share(request: HttpRequest) -> HttpResponseBase:
    return _back_to(keeping.change(request, lambda to: sharing.share(to)[0]), "shared")


def _withdraw(request: HttpRequest) -> HttpResponseBase:
    code = request.POST["withdraw"]
    return _back_to(keeping.change(request, lambda to: sharing.take_back(to, code)), "shared")


def _changed(request: HttpRequest) -> HttpResponseBase:
    """Moved, annotated, removed, sorted, emptied, or taken back."""

    def sort(to: CitationList) -> list[int]:
        return in_order(held(to.items), to.style or DEFAULT)

    kept = keeping.change(request, lambda to: form.changed(to, request.POST, sort))
    return _back_to(kept, form.pressed(request.POST))


_TAKING: dict[str, Callable[[HttpRequest], HttpResponseBase]] = {
    "all": _add,
    "add": _add,
    "take": _take,
    "share": _share,
    "withdraw": _withdraw,
}


def _back_to(kept: Kept, place: str) -> HttpResponse:
    """The list again, at that place of its page, where the reader goes on."""
    location = f"{path_to('web:list')}#{place}"
    return _never_kept(
        keeping.remember(HttpResponse(status=303, headers={"Location": location}), kept)
    )


def _never_kept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = NEVER_KEPT
    return response
