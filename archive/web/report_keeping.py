"""Keeping a reader's report: not twice, and not more than people would send."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from archive.editions.models import Edition, Report
from archive.editions.reporting import report
from archive.editions.standing import Standing
from archive.web.report_form import Filled

#: Reports taken in an hour: on one record, and on all. A class of students stays below them.
MOST_ON_A_RECORD = 20
MOST_IN_ALL = 300


def too_many(record_id: str) -> bool:
    """Whether the last hour has brought all that is taken in an hour. One query."""
    since = timezone.now() - timedelta(hours=1)
    counted = Report.objects.filter(sent_at__gt=since).aggregate(
        all=Count("pk"), here=Count("pk", filter=Q(edition__record=record_id))
    )
    return bool(counted["here"] >= MOST_ON_A_RECORD or counted["all"] >= MOST_IN_ALL)


def already_kept(standing: Standing, sent: Filled) -> int | None:
    """The number of the same report, still open: a form sent twice is one report. One query."""
    same = Report.objects.filter(
        edition=standing.edition_id,
        passage=sent.passage,
        words=sent.words,
        message=sent.message,
        state="open",
    )
    return same.values_list("number", flat=True).first()


def keep(standing: Standing, sent: Filled) -> int:
    """Keep the report; its number."""
    edition = Edition.objects.defer("canonical").get(pk=standing.edition_id)
    return report(edition, passage=sent.passage, message=sent.message, words=sent.words).number
