"""Reads of editions and their availability, queryset in, queryset or value out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from archive.editions.judged import DISAGREEING
from archive.editions.models import Availability, Edition, FoundDifference


def shown() -> QuerySet[Availability]:
    """Every published record that is not withdrawn; embargoed ones keep their description."""
    return Availability.objects.filter(withdrawn_at__isnull=True)


def counted() -> QuerySet[Availability]:
    """What the archive counts as its own: shown, and not composed for demonstration."""
    return shown().filter(composed=False)


def newest_numbers(record_ids: Collection[str]) -> dict[str, int]:
    """The number of the newest edition of each that is published. One query, none for none."""
    if not record_ids:
        return {}
    rows = Availability.objects.filter(record_id__in=record_ids)
    return dict(rows.values_list("record_id", "newest__number"))


@dataclass(frozen=True, slots=True)
class EditionNote:
    """A line of a record's history."""

    number: int
    published_at: datetime
    published_by: str
    note: str


def history(record_id: str) -> list[EditionNote]:
    """A record's editions, the newest first. One query."""
    rows = Edition.objects.filter(record_id=record_id).order_by("-number")
    return [
        EditionNote(*row)
        for row in rows.values_list("number", "published_at", "published_by", "note")
    ]


@dataclass(frozen=True, slots=True)
class Published:
    """A record in a list of what is new."""

    record_id: str
    title: str
    number: int
    published_at: datetime


def newly_published(limit: int) -> list[Published]:
    """The editions published last, one a record, the newest first. One query."""
    rows = counted().order_by("-newest__published_at", "record_id")[:limit]
    return [
        Published(*row)
        for row in rows.values_list(
            "record_id", "newest__title", "newest__number", "newest__published_at"
        )
    ]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A record and two of its texts, by key, that disagree."""

    record_id: str
    left: str
    right: str


def newest_disagreement(today: date) -> Disagreement | None:
    """Of the records whose texts disagree and of which nothing is withheld, the one published
    last, with the first difference that stands (``judged``); None where there is none. One query.
    """
    standing = Q(record__availability__in=counted())
    nothing_withheld = Q(record__availability__closed_until__isnull=True) | Q(
        record__availability__closed_until__lte=today
    )
    found = FoundDifference.objects.filter(
        standing, nothing_withheld, severity="flag", state__in=DISAGREEING
    ).exclude(Q(left_words="") | Q(right_words=""))
    first = found.order_by("-record__availability__newest__published_at", "record_id", "position")
    row = first.values_list("record_id", "left_text", "right_text").first()
    return Disagreement(*row) if row else None
