"""Readers' reports of errors, and what became of them."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from archive.editions.apparatus import OutcomeContent
from archive.editions.models import Edition, Report
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


def answer(sent: Report, *, outcome: str, by: str) -> None:
    """Answer a report for all to read. Raises ``ValueError`` without an outcome."""
    if not outcome.strip():
        raise ValueError("An answer says what became of the report: readers are shown it.")
    sent.state, sent.outcome = "answered", outcome.strip()
    sent.answered_by, sent.answered_at = by, timezone.now()
    sent.save()


def set_aside(sent: Report, *, by: str) -> None:
    """Close a report that needs no answer, such as an advertisement; readers see nothing."""
    sent.state, sent.outcome = "set aside", ""
    sent.answered_by, sent.answered_at = by, timezone.now()
    sent.save()


def outcomes(record: Record) -> tuple[OutcomeContent, ...]:
    """The answered reports on every edition of a record, as readers see them. One query."""
    answered = Report.objects.filter(edition__record=record, state="answered")
    return tuple(
        OutcomeContent(
            number=sent.number,
            edition=sent.edition.number,
            passage=sent.passage,
            outcome=sent.outcome,
            by=sent.answered_by,
            at=sent.answered_at.date().isoformat() if sent.answered_at else "",
        )
        for sent in answered.select_related("edition").order_by("number")
    )
