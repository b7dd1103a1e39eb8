"""Where a reader's list is kept: a row that a random name in a session cookie leads to.

The cookie comes with the first thing that is added and goes when the browser is closed. The row has
the name's digest, so that whoever reads the table cannot open a list, and nothing of the reader.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from archive.web.lists.value import CitationList, decode, encode
from archive.web.models import ReaderList
from archive.web.refusals import Refusal

#: The name of the list, and how many citations it holds, which a script may read.
NAME, COUNT = "list", "listed"
#: A list that nobody has changed for so long is forgotten.
KEPT_FOR = timedelta(days=60)
#: Lists begun in an hour, by everybody.
MOST_BEGUN = 3_000
_NAME = re.compile(r"[\w-]{32}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kept:
    """A list and the name under which it is kept; empty where it is not kept."""

    name: str
    list: CitationList


def kept(request: HttpRequest) -> Kept:
    """The reader's list; an empty one where there is none. One query, none without a cookie."""
    name = _name(request)
    row = ReaderList.objects.filter(pk=_digest(name)).first() if name else None
    return Kept(name, decode(row.state)) if row else Kept("", CitationList())


def change(request: HttpRequest, verb: Callable[[CitationList], CitationList]) -> Kept:
    """Do that to the reader's list, alone among all who may be at it, and keep what comes of it.

    A reader without a list gets one where there is something to keep. What the verb raises leaves
    the list as it was; 429 where more lists are begun than anybody would.
    """
    name = _name(request)
    with transaction.atomic():
        rows = ReaderList.objects.select_for_update()
        row = rows.filter(pk=_digest(name)).first() if name else None
        before = decode(row.state) if row else CitationList()
        after = verb(before)
        if row is None:
            return _begun(after) if after.items else Kept("", after)
        if after != before:
            row.state, row.changed_at = encode(after), timezone.now()
            row.save(update_fields=["state", "changed_at"])
    return Kept(name, after)


def remember(response: HttpResponse, kept: Kept) -> HttpResponse:
    """The answer with the cookies that lead back to the list. They end with the browser's session."""
    if kept.name:
        secure, count = settings.SESSION_COOKIE_SECURE, str(len(kept.list.items))
        response.set_cookie(NAME, kept.name, httponly=True, samesite="Lax", secure=secure)
        response.set_cookie(COUNT, count, samesite="Lax", secure=secure)
    return response


def _begun(list: CitationList) -> Kept:
    now = timezone.now()
    ReaderList.objects.filter(changed_at__lt=now - KEPT_FOR).delete()
    if ReaderList.objects.filter(begun_at__gt=now - timedelta(hours=1)).count() >= MOST_BEGUN:
        raise Refusal(
            429,
            "No list can be begun now",
            "More lists were begun in this hour than the archive keeps.",
            "Try again in an hour. Every record can be cited from its own page.",
            headers=(("Retry-After", "3600"),),
        )
    name = secrets.token_urlsafe(24)
    ReaderList.objects.create(
        digest=_digest(name), state=encode(list), begun_at=now, changed_at=now
    )
    return Kept(name, list)


def _name(request: HttpRequest) -> str:
    given = request.COOKIES.get(NAME, "")
    return given if _NAME.fullmatch(given) else ""


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
