"""Readers' reports of errors, and what becomes of them: each verb leaves the record's page true."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from archive.editions.models import Edition, Report
from archive.editions.revising import restate
from archive.records.models import Record


@transaction.atomic
def report(edition: Edition, *, passage: str, message: str, words: str = "") -> Report:
    """Keep a reader's report. ``passage`` may be empty: then the whole record is meant."""
    Record.objects.select_for_update().get(pk=edition.record_id)
    sent = Report.objects.filter(edition__record=edition.record_id)
    last = sent.aggregate(last=Max("number"))["last"]
    return Report.objects.create(
        edition=edition, number=(last or 0) + 1, passage=passage, words=words, message=message
    )


@transaction.atomic
def answer(sent: Report, *, outcome: str, by: str) -> None:
    """Answer a report for all to read. Raises ``ValueError`` without an outcome."""
    if not outcome.strip():
        raise ValueError("An answer says what became of the report: readers are shown it.")
    _close(sent, "answered", outcome.strip(), by)


@transaction.atomic
def set_aside(sent: Report, *, by: str) -> None:
    """Close a report that needs no answer, such as an advertisement; readers see nothing."""
    _close(sent, "set aside", "", by)


def _close(sent: Report, state: str, outcome: str, by: str) -> None:
    sent.state, sent.outcome = state, outcome
    sent.answered_by, sent.answered_at = by, timezone.now()
    sent.save()
    restate(sent.edition.record)


@transaction.atomic
def reopen(sent: Report) -> None:
    """Let a report wait again: readers see its answer no longer, the staff keep the words."""
    sent.state = "open"
    sent.answered_by, sent.answered_at = "", None
    sent.save()
    restate(sent.edition.record)
