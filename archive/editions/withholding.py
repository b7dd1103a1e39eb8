"""Whether a published record may be shown: withdrawal, release, embargo."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from archive.editions.document import RecordDocument
from archive.editions.models import Availability, Change
from archive.records.models import Record


class NotPublished(ValueError):
    """Only what has been published can be withdrawn, released or embargoed."""


@transaction.atomic
def withdraw(record: Record, *, by: str, reason: str) -> None:
    """Take every edition of a record out of the readers' sight. ``reason`` is shown to them.

    Raises ``ValueError`` without a reason, ``NotPublished`` where there is no edition.
    """
    if not reason.strip():
        raise ValueError("A withdrawal needs a reason: readers are shown it.")
    standing = _standing(record)
    standing.withdrawn_at = timezone.now()
    standing.withdrawn_by = by
    standing.withdrawn_reason = reason.strip()
    standing.save()
    Change.objects.create(record_id=record.pk, kind="withdrawn")


@transaction.atomic
def release(record: Record) -> None:
    """Show a withdrawn record again, subject to its embargoes."""
    standing = _standing(record)
    standing.withdrawn_at = None
    standing.withdrawn_by = standing.withdrawn_reason = ""
    standing.save()
    Change.objects.create(record_id=record.pk, kind="released")


@transaction.atomic
def embargo(record: Record, until: date | None) -> None:
    """Withhold the wording of every edition until that day; None lifts the record's embargo.

    It holds at once, without a new edition; the next edition brings the draft's own rights.
    """
    standing = _standing(record)
    standing.embargo_until = until
    days = [*standing.text_embargoes.values(), *standing.scan_embargoes.values()]
    standing.closed_until = max([*filter(None, [until]), *map(_day, days)], default=None)
    standing.save()
    Change.objects.create(record_id=record.pk, kind="embargoed")


def embargoes(document: RecordDocument) -> dict[str, Any]:
    """The fields of ``Availability`` that a record's own rights call for."""
    record = document.rights.embargo_until
    texts = {t.key: day for t in document.texts if (day := t.rights.embargo_until)}
    scans = {s.sha256: day for s in document.scans if (day := s.rights.embargo_until)}
    days = [*filter(None, [record]), *texts.values(), *scans.values()]
    return {
        "embargo_until": _day(record) if record else None,
        "text_embargoes": texts,
        "scan_embargoes": scans,
        "closed_until": max(map(_day, days), default=None),
    }


def _day(value: str) -> date:
    return date.fromisoformat(value)


def _standing(record: Record) -> Availability:
    standing = Availability.objects.select_for_update().filter(record=record).first()
    if standing is None:
        raise NotPublished("This record has no edition yet: publish it first, or leave it a draft.")
    return standing
