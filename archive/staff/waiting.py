"""What waits for the staff, each with the page on which it is done: the first page's first part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db.models import Count, Min
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from archive.editions.models import Report
from archive.exchange.models import Upload
from archive.records.models import Record
from archive.staff.board import standing_differences
from archive.staff.queries import SOON, Shelf, State, in_state


@dataclass(frozen=True, slots=True)
class Task:
    """``count`` things of one kind that wait, at least one; ``detail`` may be empty."""

    count: int
    words: str
    detail: str
    href: str
    urgent: bool = False


def tasks(
    user: PermissionsMixin | AnonymousUser, today: date, held: Sequence[Shelf]
) -> tuple[Task, ...]:
    """Everything that waits for whoever may do it; the shelves were asked for already. At most
    four queries."""
    found: list[Task] = []
    if user.has_perm("editions.view_report"):
        found += _reports()
    if user.has_perm("records.view_record"):
        found += _differences()
    if user.has_perm("exchange.view_upload"):
        found += _uploads()
    if user.has_perm("records.view_record"):
        found += _drafts(held)
        found += _opening(today)
    return tuple(found)


def _reports() -> Iterator[Task]:
    """Readers who wait for an answer."""
    waiting = Report.objects.filter(state="open").aggregate(count=Count("pk"), first=Min("sent_at"))
    if waiting["count"]:
        since = date_format(localtime(waiting["first"]), "j F Y")
        yield Task(
            count=waiting["count"],
            words=_said(
                waiting["count"], "report of a reader is open", "reports of readers are open"
            ),
            detail=f"The oldest since {since}.",
            href=f"{reverse('admin:editions_report_changelist')}?state__exact=open",
            urgent=True,
        )


def _differences() -> Iterator[Task]:
    """Flags and notes that nobody has judged."""
    rows = standing_differences().filter(state="open").order_by("severity")
    names = {"flag": ("flag is open", "flags are open"), "note": ("note is open", "notes are open")}
    for severity, count in rows.values_list("severity").annotate(count=Count("pk")):
        yield Task(
            count=count,
            words=_said(count, *names[severity]),
            detail="Texts that the program found to disagree."
            if severity == "flag"
            else "Lesser differences between texts.",
            href=f"{reverse('admin:differences')}?{urlencode({'severity': severity})}",
            urgent=severity == "flag",
        )


_STEPS = {
    Upload.CHECKED: ("upload is checked", "uploads are checked", "To be accepted as drafts."),
    Upload.ACCEPTED: ("upload is accepted", "uploads are accepted", "To be published."),
}


def _uploads() -> Iterator[Task]:
    """Those that stand between two steps."""
    taken = Upload.objects.exclude(file="").filter(
        report__state="done", report__counts__has_any_keys=["new", "changed", "same"]
    )
    waiting = list(taken.filter(state__in=_STEPS).values_list("state", "pk"))
    for state, (one, many, detail) in _STEPS.items():
        keys = [pk for of, pk in waiting if of == state]
        if len(keys) == 1:
            href = reverse("admin:exchange_upload_change", args=keys)
        else:
            href = f"{reverse('admin:exchange_upload_changelist')}?state__exact={state}"
        if keys:
            yield Task(len(keys), _said(len(keys), one, many), detail, href)


def _drafts(held: Sequence[Shelf]) -> Iterator[Task]:
    """Work that no reader sees yet."""
    words = {
        State.DRAFT: ("draft was never published", "drafts were never published"),
        State.CHANGED: (
            "record was edited since it was published",
            "records were edited since they were published",
        ),
    }
    for shelf in held:
        if shelf.state in words and shelf.count:
            said = _said(shelf.count, *words[shelf.state])
            yield Task(shelf.count, said, "", records_in(shelf.state))


def _opening(today: date) -> Iterator[Task]:
    """Embargoes that end by themselves before long."""
    count = in_state(Record.objects.all(), State.OPENING, today).count()
    if count:
        said = _said(count, "record opens soon", "records open soon")
        detail = f"An embargo ends within {SOON} days."
        yield Task(count, said, detail, records_in(State.OPENING))


def records_in(state: State) -> str:
    """The list of records in a state."""
    return f"{reverse('admin:records_record_changelist')}?{urlencode({'state': state.value})}"


def _said(count: int, one: str, many: str) -> str:
    return one if count == 1 else many
