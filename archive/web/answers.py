"""An answer as the contract wants it: a strong validator over every byte, 304 where the reader
has it already, compressed where the browser takes it, no cookie."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

HTML = "text/html; charset=utf-8"
JSON = "application/json"
REVALIDATE = "public, max-age=0, must-revalidate"
NEVER_KEPT = "no-store"
FOR_EVER = "public, max-age=31536000, immutable"
_WORTH_COMPRESSING = 600

#: Levels of brotli. 1 packs a page of 18 KB in half the time of 3, into a twelfth more, and in a
#: sixth of that of 5, into a quarter more; 5 is within 5 % of the size of 9 for a tenth of its time.
ONCE, KEPT = 1, 5
#: Bytes from which a body is packed as if it were kept: a page of 390 KB, which takes twenty times
#: as long to make as to pack, would be a quarter larger.
_LONG = 100_000


@dataclass(frozen=True)
class Body:
    """A whole answer's bytes, kept with its hash and its compressed forms once made. ``effort``:
    how hard it is packed, ``KEPT`` where it is kept for others than who asked first."""

    content: bytes
    type: str = HTML
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    effort: int = ONCE

    @cached_property
    def digest(self) -> str:
        """What the validator is made of: the bytes and the headers that say more of them."""
        seen = hashlib.sha256(self.content)
        seen.update(repr((self.type, self.headers)).encode())
        return seen.hexdigest()[:32]

    @cached_property
    def brotli(self) -> bytes:
        """By its effort. The text mode and a wider window cost a quarter more time and save nothing
        on pages of 20 KB."""
        quality = self.effort if len(self.content) < _LONG else KEPT
        return bytes(brotli.compress(self.content, quality=quality, lgwin=18))

    @cached_property
    def gzip(self) -> bytes:
        """Without a time, so that the same page is the same bytes."""
        return gzip.compress(self.content, compresslevel=6, mtime=0)

    @property
    def weight(self) -> int:
        """Bytes that keeping it costs, its compressed forms included."""
        return 2 * len(self.content)

    @property
    def worth_packing(self) -> bool:
        """Whether it is long enough to gain by being packed; images are packed already."""
        return len(self.content) >= _WORTH_COMPRESSING and not self.type.startswith("image/")


class KeptBody(Body):
    """A page that was kept with its hash and its brotli form, neither of which is made again. It is
    unpacked when somebody asks who takes no brotli."""

    def __init__(self, packed: bytes, *, digest: str, status: int) -> None:
        self.__dict__.update(
            brotli=packed, digest=digest, status=status, type=HTML, headers=(), effort=KEPT
        )

    @cached_property
    def content(self) -> bytes:
        """The page itself."""
        return bytes(brotli.decompress(self.brotli))

    @property
    def weight(self) -> int:
        """As if it were unpacked already: most pages are four times their packed form."""
        return 6 * len(self.brotli)

    @property
    def worth_packing(self) -> bool:
        """It was."""
        return True


def encoding(request: HttpRequest, body: Body) -> str:
    """``br``, ``gzip`` or empty: the best that the browser takes."""
    if not body.worth_packing:
        return ""
    accepted = _accepted(request.headers.get("Accept-Encoding", ""))
    return next((name for name in ("br", "gzip") if name in accepted), "")


def _accepted(header: str) -> set[str]:
    offers = (offer.strip().partition(";") for offer in header.lower().split(","))
    return {name.strip() for name, _, weight in offers if weight.replace(" ", "") not in _NEVER}


_NEVER = {"q=0", "q=0.0", "q=0.00", "q=0.000"}


def answer(request: HttpRequest, body: Body, *, cache: str = REVALIDATE) -> HttpResponseBase:
    """The body, or 304. Each encoding has a validator of its own, as RFC 9110 8.8.3.3 asks."""
    packed = encoding(request, body)
    content = {"br": lambda: body.brotli, "gzip": lambda: body.gzip}.get(packed)
    etag = f'"{body.digest}-{packed}"' if packed else f'"{body.digest}"'
    # A refusal is a page or problem details, as the request prefers.
    named = dict(body.headers)
    parts = [named.get("Vary", ""), "Accept" if body.status >= 400 else "", "Accept-Encoding"]
    vary = ", ".join(part for part in parts if part)
    headers = {**named, "Cache-Control": cache, "Vary": vary}
    if packed:
        headers["Content-Encoding"] = packed
    if body.status == 200 and _has_it(request, etag):
        return _dressed(HttpResponse(status=304), etag, headers)
    response = HttpResponse(
        content() if content else body.content, content_type=body.type, status=body.status
    )
    return _dressed(response, etag, headers)


def _has_it(request: HttpRequest, etag: str) -> bool:
    if "If-None-Match" not in request.headers:
        return False
    found = get_conditional_response(request, etag=etag)
    return found is not None and found.status_code == 304


def _dressed(response: HttpResponse, etag: str, headers: dict[str, str]) -> HttpResponse:
    if response.status_code == 304:
        headers.pop("Content-Encoding", None)
        response.headers.pop("Content-Type", None)
    for name, value in headers.items():
        response.headers[name] = value
    if response.status_code in {200, 304}:
        response.headers["ETag"] = etag
    return response
