"""A list under a code, as it was when it was shared; whoever shared it can take it back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from django.utils import timezone

from archive.records.identifiers import ALPHABET, check_character, is_well_formed, normalise
from archive.web.lists.value import CitationList, decode, encode
from archive.web.models import SharedList
from archive.web.refusals import Refusal, not_found

#: Characters of a code, the last one a check: 29 ** 11, twelve thousand million million, codes.
LENGTH = 12
#: Lists shared in an hour, by everybody; codes that one list may have.
MOST_SHARED = 200
MOST_CODES = 20


@dataclass(frozen=True, slots=True)
class Shared:
    """A list as it was shared then."""

    code: str
    list: CitationList
    shared_at: datetime


def share(given: CitationList) -> tuple[CitationList, str]:
    """The list with a code of its own, and that code; of a list that was shared as it is, the code
    that it has. Raises 400 for an empty list, 429 where more are shared than anybody would."""
    if not given.items:
        raise Refusal(400, "An empty list cannot be shared", "It holds no citation.", "Add one.")
    state = encode(CitationList(items=given.items, last=given.last, style=given.style))
    held = SharedList.objects.filter(pk__in=given.shared)
    same = held.filter(state=state).values_list("code", flat=True).first()
    if same is not None:
        return given, same
    _refuse_many(given)
    code = _minted()
    SharedList.objects.create(code=code, state=state)
    return msgspec.structs.replace(given, shared=(*given.shared, code)), code


def _refuse_many(given: CitationList) -> None:
    lately = SharedList.objects.filter(shared_at__gt=timezone.now() - timedelta(hours=1))
    if len(given.shared) >= MOST_CODES:
        raise Refusal(
            400,
            "This list has been shared often enough",
            f"It has {MOST_CODES} codes already, each for the list as it was.",
            "Take one back first.",
        )
    if lately.count() >= MOST_SHARED:
        raise Refusal(
            429,
            "No list can be shared now",
            "More lists were shared in this hour than the archive keeps.",
            "Try again in an hour; your list stays as it is.",
            headers=(("Retry-After", "3600"),),
        )


def take_back(given: CitationList, code: str) -> CitationList:
    """The list without that code, which nobody can open any more; as it is where it is not its."""
    if code not in given.shared:
        return given
    SharedList.objects.filter(pk=code).delete()
    return msgspec.structs.replace(given, shared=tuple(c for c in given.shared if c != code))


def opened(given: str) -> Shared:
    """The list of a code as typed. Raises the 404 that says what is wrong with it. One query."""
    code = normalise(given)
    if len(code) != LENGTH or not is_well_formed(code):
        raise not_found(
            "This is not the code of a list: it was mistyped, or cut off.",
            f"A code has {LENGTH} letters and digits. Compare it with the place it was copied from.",
        )
    row = SharedList.objects.filter(pk=code).first()
    if row is None:
        raise not_found(
            f"No list is shared under the code {code}. Whoever shared it may have taken it back.",
            "Ask them for it anew.",
        )
    return Shared(code, decode(row.state), row.shared_at)


def dates(given: CitationList) -> list[tuple[str, datetime]]:
    """The codes of a list and when each was given, the last first. One query."""
    rows = SharedList.objects.filter(pk__in=given.shared).order_by("-shared_at")
    return list(rows.values_list("code", "shared_at"))


def _minted() -> str:
    name = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return name + check_character(name)
