"""A scan at its addresses: as received, and in pieces for a closer look (IIIF Image API 3.0, level 0)."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from archive.editions.reading import read_standing
from archive.exchange.tiles import IMAGES, Busy, NoTiles, Tiles, stored_as, tiles_of
from archive.web.addresses import identifier
from archive.web.answers import REVALIDATE, Body, answer
from archive.web.iiif import info
from archive.web.pages import absolute
from archive.web.refusals import Refusal, not_found, reading
from archive.web.views.records import open_known

#: A piece never changes, and is its reader's own: what stands in caches that others share, this
#: archive could not withhold any more.
_FOR_THIS_READER = "private, max-age=31536000, immutable"
#: So that viewers of other sites can show it; what is public is so without a cookie.
_ANYWHERE = (("Access-Control-Allow-Origin", "*"),)


@reading
def scan(request: HttpRequest, record_id: str, number: str, sha256: str) -> HttpResponseBase:
    """A page image of an edition as received, by its digest; never one that is withheld."""
    return answer(request, _received(_shown(record_id, number, sha256)))


@reading
def picture(request: HttpRequest, record_id: str, number: str, sha256: str) -> HttpResponseBase:
    """``…/picture``: the whole page at a size to read it beside its text; as received where it
    cannot be cut, or not yet, so that a page without scripts always has a picture."""
    name = _shown(record_id, number, sha256)
    try:
        made = Body(tiles_of(sha256).picture, "image/jpeg")
    except (NoTiles, Busy):
        return answer(request, _received(name))
    return answer(request, made, cache=_FOR_THIS_READER)


@reading
def information(request: HttpRequest, record_id: str, number: str, sha256: str) -> HttpResponseBase:
    """``…/info.json``: the sizes and tiles that there are of a scan."""
    found = _pieces(record_id, number, sha256)
    address = reverse("web:scan", args=[identifier(record_id), number, sha256])
    body = info(found.pyramid, absolute(address.rstrip("/")))
    return answer(request, Body(body, "application/json", headers=_ANYWHERE), cache=REVALIDATE)


@reading
def piece(
    request: HttpRequest, record_id: str, number: str, sha256: str, region: str, size: str
) -> HttpResponseBase:
    """``…/<region>/<size>/0/default.jpg``: a tile, or the whole image at a smaller size."""
    image = _pieces(record_id, number, sha256).piece(region, size)
    if image is None:
        raise not_found(
            "This scan is not kept in such a piece.", "Those that there are stand in info.json."
        )
    made = Body(image, "image/jpeg", headers=_ANYWHERE)
    return answer(request, made, cache=_FOR_THIS_READER)


def _received(name: str) -> Body:
    with default_storage.open(name) as image:
        return Body(image.read(), IMAGES[name.rpartition(".")[2]])


def _shown(record_id: str, number: str, sha256: str) -> str:
    """The name in storage of a scan that this edition shows today, or the refusal."""
    standing = open_known(identifier(record_id), int(number)).standing
    shown = {scan.sha256 for scan in read_standing(standing).content.record.scans}
    name = stored_as(sha256) if sha256 in shown else None
    if name is None:
        raise not_found(f"Edition {standing.number} of this record shows no such scan.")
    return name


def _pieces(record_id: str, number: str, sha256: str) -> Tiles:
    _shown(record_id, number, sha256)
    try:
        return tiles_of(sha256)
    except NoTiles as refusal:
        message = f"This scan cannot be shown closely: {refusal}."
        raise not_found(message, "The scan itself can be opened from its record.") from None
    except Busy:
        raise Refusal(
            503,
            "This scan is being made ready",
            "Scans are cut into pieces when they are first looked at closely.",
            "Ask again in a moment.",
            headers=(("Retry-After", "2"),),
        ) from None
