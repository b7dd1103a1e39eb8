"""Who saved what of a record's rows: the staff's log.

Written down as of the pins of a record, under the record's id: under the record itself it would
pass for a save of its form, and a pin that is replaced is gone.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import formats, timezone

from archive.parallel.models import Pin
from archive.records.models import Record

_MOST_SHOWN = 5


def log(user: Any, record: Record, message: str) -> None:
    """Write a save of rows down."""
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(Pin),
        object_id=record.pk,
        object_repr=record.title[:200],
        action_flag=CHANGE,
        change_message=message,
    )


def of_rows(record_id: str) -> Q:
    """The log entries about a record's rows."""
    return Q(content_type=ContentType.objects.get_for_model(Pin), object_id=record_id)


def newest(record: Record) -> int:
    """The last entry about a record or its rows; 0 where there is none."""
    return _entries(record).order_by("-pk").values_list("pk", flat=True).first() or 0


def saves_since(record: Record, seen: int) -> tuple[str, ...]:
    """Who saved the record or its rows after that entry, the latest first."""
    entries = _entries(record).filter(pk__gt=seen).order_by("-pk").select_related("user")
    return tuple(_words(entry) for entry in entries[:_MOST_SHOWN]) or ("an import or an upload",)


def _entries(record: Record) -> QuerySet[LogEntry]:
    of_record = Q(content_type=ContentType.objects.get_for_model(Record), object_id=str(record.pk))
    return LogEntry.objects.filter(of_record | of_rows(record.pk))


def _words(entry: LogEntry) -> str:
    moment = formats.date_format(timezone.localtime(entry.action_time), "j F Y, H:i")
    return f"{entry.user.get_username()}, {moment}: {entry.get_change_message()}"
