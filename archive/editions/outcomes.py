"""What became of readers' reports, as readers are told."""

from __future__ import annotations

from archive.editions.apparatus import OutcomeContent
from archive.editions.models import Report
from archive.records.models import Record


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
