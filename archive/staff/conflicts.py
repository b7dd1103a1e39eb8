"""Two of the staff at one record: who saved it while the other was writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import formats, timezone

from archive.records.models import Record

#: A save logs itself in its own transaction, so its log entry is about as old as the save.
_SAME_SAVE = timedelta(minutes=1)
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Conflict:
    """``revision`` is the one now stored; ``saves`` are those made meanwhile, newest first."""

    revision: int
    saves: tuple[str, ...]

    @property
    def message(self) -> str:
        """What is said above the page."""
        return (
            "This record was saved by somebody else after you had opened it, so yours was not "
            "saved. Everything you typed is still on this page."
        )


def conflict(record: Record, seen: int | None) -> Conflict:
    """Who saved a record since its revision ``seen`` (None: unknown, only the last save)."""
    meanwhile = max(1, record.revision - seen) if seen is not None else 1
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Record), object_id=record.pk
    ).select_related("user")[: min(meanwhile, _MOST_SHOWN)]
    saves = [
        f"{entry.user.get_username()}, {_moment(entry)}: {entry.get_change_message()}"
        for entry in entries
    ]
    logged = [entry.action_time for entry in entries]
    if not logged or record.changed_at - logged[0] > _SAME_SAVE:
        when = formats.date_format(timezone.localtime(record.changed_at), "j F Y, H:i")
        saves.insert(0, f"an import or an upload, {when}")
    return Conflict(record.revision, tuple(saves))


def _moment(entry: LogEntry) -> str:
    return formats.date_format(timezone.localtime(entry.action_time), "j F Y, H:i")
