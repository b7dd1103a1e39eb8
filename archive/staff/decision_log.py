"""What staff decide of texts side by side, told in the history of the record."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from archive.editions.models import Report
from archive.parallel.models import VarianceNote, Verdict
from archive.staff.alignment.logbook import of_rows


def log(request: HttpRequest, decision: Model, message: str, *, new: bool = False) -> None:
    """Write it down under the decision itself: under the record it would pass for a save."""
    user: Any = request.user
    LogEntry.objects.log_actions(
        user.pk, [decision], ADDITION if new else CHANGE, message, single_object=True
    )


def decided(record_id: str) -> QuerySet[LogEntry]:
    """What was decided on a record's texts, the latest first."""
    found = of_rows(record_id)
    for model, path in ((Verdict, "record"), (VarianceNote, "record"), (Report, "edition__record")):
        keys = model._default_manager.filter(**{path: record_id}).values_list("pk", flat=True)
        kind = ContentType.objects.get_for_model(model)
        found |= Q(content_type=kind, object_id__in=[str(key) for key in keys])
    return LogEntry.objects.filter(found).select_related("user").order_by("-action_time")
