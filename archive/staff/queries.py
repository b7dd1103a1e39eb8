"""What staff look for: drafts, changes not yet published, embargoes, withdrawals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import F, Q, QuerySet

from archive.records.models import Record


class State(StrEnum):
    """How a draft stands to its editions; a record may be in several."""

    DRAFT = "never published"
    CHANGED = "changed since"
    PUBLISHED = "published"
    EMBARGOED = "under embargo"
    WITHDRAWN = "withdrawn"


def in_state(records: QuerySet[Record], state: State, today: date) -> QuerySet[Record]:
    """Those records that are in a state."""
    open_now = Q(availability__isnull=False, availability__withdrawn_at__isnull=True)
    match state:
        case State.DRAFT:
            return records.filter(availability__isnull=True)
        case State.CHANGED:
            return records.filter(changed_at__gt=F("availability__newest__published_at"))
        case State.PUBLISHED:
            return records.filter(open_now)
        case State.EMBARGOED:
            return records.filter(open_now & _embargoed(today))
        case State.WITHDRAWN:
            return records.filter(availability__withdrawn_at__isnull=False)


def _embargoed(today: date) -> Q:
    """Withheld as a whole, or in one of its texts or scans, today."""
    return Q(availability__closed_until__gt=today)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A few records of one state, the last changed first, and how many there are."""

    state: State
    title: str
    records: tuple[Record, ...]
    count: int


_SHELVES = (
    (State.DRAFT, "Drafts, never published"),
    (State.CHANGED, "Changed since they were published"),
    (State.EMBARGOED, "Under embargo"),
    (State.WITHDRAWN, "Withdrawn"),
)


def shelves(today: date, limit: int = 6) -> tuple[Shelf, ...]:
    """What waits for staff; a query or two for each of the four."""
    found = []
    for state, title in _SHELVES:
        records = in_state(Record.objects.order_by("-changed_at"), state, today)
        first = tuple(records.only("id", "title", "kind", "date", "changed_at")[: limit + 1])
        count = len(first) if len(first) <= limit else records.count()
        found.append(Shelf(state, title, first[:limit], count))
    return tuple(found)
