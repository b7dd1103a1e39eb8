"""What staff look for: drafts, changes not yet published, embargoes, withdrawals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import BooleanField, Count, F, Func, JSONField, Q, QuerySet, Value, Window

from archive.records.models import Record


class State(StrEnum):
    """How a draft stands to its editions; a record may be in several."""

    DRAFT = "never published"
    CHANGED = "changed since"
    PUBLISHED = "published"
    EMBARGOED = "under embargo"
    OPENING = "embargo ends soon"
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
        case State.OPENING:
            return records.filter(open_now & _opening(today))
        case State.WITHDRAWN:
            return records.filter(availability__withdrawn_at__isnull=False)


def _embargoed(today: date) -> Q:
    """Withheld as a whole, or in one of its texts or scans, today."""
    return Q(availability__closed_until__gt=today)


#: Days within which an embargo ends soon.
SOON = 30


def _opening(today: date) -> Q:
    """An embargo of the record, of a text or of a scan ends after today and soon."""
    last = today + timedelta(days=SOON)
    within = {"after": today.isoformat(), "last": last.isoformat()}
    whole = Q(availability__embargo_until__gt=today, availability__embargo_until__lte=last)
    parts = (_any_day(f"availability__{part}_embargoes", within) for part in ("text", "scan"))
    return whole | Q(*parts, _connector=Q.OR)


def _any_day(path: str, within: dict[str, str]) -> Func:
    """Whether any value of this object is a day (ISO) in those bounds."""
    return Func(
        F(path),
        Value("$.* ? (@ > $after && @ <= $last)"),
        Value(within, JSONField()),
        template="jsonb_path_exists(%(expressions)s)",
        arg_joiner=", ",
        output_field=BooleanField(),
    )


@dataclass(frozen=True, slots=True)
class Shelf:
    """A few records of one state, and how many there are: the last changed first, or the first
    that opens, which then have ``until``."""

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
    """What waits for staff; a query for each of the four."""
    return tuple(_shelf(state, title, today, limit) for state, title in _SHELVES)


def _shelf(state: State, title: str, today: date, limit: int) -> Shelf:
    records = in_state(Record.objects.all(), state, today).annotate(total=Window(Count("pk")))
    if state is State.EMBARGOED:
        records = records.annotate(until=F("availability__closed_until")).order_by("until", "pk")
    else:
        records = records.order_by("-changed_at", "pk")
    first = tuple(records.only("id", "title", "changed_at")[:limit])
    return Shelf(state, title, first, first[0].total if first else 0)
