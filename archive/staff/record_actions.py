"""What may be done with several records of the list at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse

from archive.editions.document import line
from archive.editions.draft import describe, drafts
from archive.editions.publishing import NotPublishable, publish
from archive.editions.withholding import NotPublished, withdraw
from archive.records.models import Record

_MOST_SHOWN = 10
_BATCH = 200


def may_publish(request: HttpRequest) -> bool:
    """Whether this member of staff may make editions."""
    return bool(request.user.has_perm("editions.add_edition"))


def may_withhold(request: HttpRequest) -> bool:
    """Whether this member of staff may withdraw, release and embargo."""
    return bool(request.user.has_perm("editions.change_availability"))


@admin.action(description="Publish the selected records")
def publish_selected(model_admin: Any, request: HttpRequest, records: QuerySet[Record]) -> None:
    """Each is published by itself: one that cannot be holds up no other."""
    if not may_publish(request):
        messages.error(request, "You may not publish. Ask whoever looks after staff accounts.")
        return
    done, refused = 0, []
    for record in records:
        try:
            publish(record, by=name_of(request))
            done += 1
        except NotPublishable as refusal:
            refused.append(f"{record.title}: {refusal}")
    messages.success(request, f"{done} published; those unchanged keep their edition.")
    for refusal_words in refused[:_MOST_SHOWN]:
        messages.error(request, refusal_words)


@admin.action(description="Withdraw the selected records")
def withdraw_selected(
    model_admin: Any, request: HttpRequest, records: QuerySet[Record]
) -> HttpResponseBase | None:
    """Asks for the reason first, on a page of its own."""
    if not may_withhold(request):
        messages.error(request, "You may not withdraw. Ask whoever looks after staff accounts.")
        return None
    reason = request.POST.get("reason", "")
    if "confirmed" in request.POST and reason.strip() and "\0" not in reason:
        _withdraw_all(request, records, reason)
        return None
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Withdraw records",
        "opts": model_admin.opts,
        "records": records,
        "asked": "confirmed" in request.POST,
    }
    return TemplateResponse(request, "admin/records/record/withdraw_selected.html", context)


def _withdraw_all(request: HttpRequest, records: QuerySet[Record], reason: str) -> None:
    done = drafts_left = 0
    for record in records:
        try:
            withdraw(record, by=name_of(request), reason=reason)
            done += 1
        except NotPublished:
            drafts_left += 1
    messages.success(request, f"{done} withdrawn.")
    if drafts_left:
        messages.info(request, f"{drafts_left} were never published, so nothing was withdrawn.")


@admin.action(description="Export the selected drafts (JSONL)")
def export_selected(
    model_admin: Any, request: HttpRequest, records: QuerySet[Record]
) -> HttpResponseBase:
    """The drafts as they stand, internal notes included."""
    ids = sorted(records.values_list("pk", flat=True))
    response = StreamingHttpResponse(_lines(ids), content_type="application/jsonl")
    response["Content-Disposition"] = 'attachment; filename="records.jsonl"'
    return response


def _lines(ids: list[str]) -> Iterator[bytes]:
    for start in range(0, len(ids), _BATCH):
        chosen = Record.objects.filter(pk__in=ids[start : start + _BATCH]).order_by("pk")
        for record in drafts(chosen):
            yield line(describe(record))


def name_of(request: HttpRequest) -> str:
    """The name under which a member of staff publishes."""
    user: Any = request.user
    return str(user.get_full_name() or user.get_username())


ACTIONS = (publish_selected, withdraw_selected, export_selected)
