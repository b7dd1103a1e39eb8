"""Readers' reports: read beside the passage that is meant, then answered for all, or set aside."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from archive.editions.content import Content
from archive.editions.models import Report
from archive.editions.reporting import answer, set_aside
from archive.editions.revising import restate
from archive.staff.generic import ModelAdmin, ModelForm, moment
from archive.staff.record_actions import name_of


class ReportForm(ModelForm[Report]):
    """What became of a report: an answer that readers see, or nothing."""

    class Meta:
        model = Report
        fields = ("state", "outcome")
        help_texts = {
            "outcome": "Readers see this beside the record: “Corrected in edition 3.”",
            "state": "“Set aside” closes a report that needs no answer; readers see nothing.",
        }

    def clean(self) -> dict[str, Any]:
        """An answer has its words."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("state") == "answered" and not (given.get("outcome") or "").strip():
            self.add_error("outcome", "Say what became of the report: readers are shown it.")
        return given


@admin.register(Report)
class ReportAdmin(ModelAdmin[Report]):
    """The queue: open ones first, the oldest of them first. Reports come from readers alone."""

    form = ReportForm
    list_display = ("message", "edition", "passage", "state", moment("sent_at", "sent"))
    list_filter = ("state",)
    list_select_related = ("edition",)
    search_fields = ("message", "=edition__record__id", "edition__title")
    actions = None
    readonly_fields = ("edition", "passage", "words", "wording", "now", "message", "sent_at")
    fields = (*readonly_fields, "state", "outcome")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        """The open ones first, of all the oldest."""
        return (
            super()
            .get_queryset(request)
            .alias(waiting=Q(state="open"))
            .order_by("-waiting", "sent_at")
        )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ()

    @admin.display(description="What the reader saw")
    def wording(self, report: Report) -> str:
        """The passage in the edition that was read."""
        return wording_of(report, report.edition.content)

    @admin.display(description="The same passage now")
    def now(self, report: Report) -> str:
        """The passage in the newest edition."""
        newest = report.edition.record.editions.order_by("-number").first()
        return wording_of(report, (newest or report.edition).content)

    def save_model(self, request: HttpRequest, obj: Report, form: Any, change: bool) -> None:
        """Close it as was chosen, and bring the record's page up to date."""
        if obj.state == "answered":
            answer(obj, outcome=obj.outcome, by=name_of(request))
        elif obj.state == "set aside":
            set_aside(obj, by=name_of(request))
        else:
            obj.save()
        restate(obj.edition.record)


def wording_of(report: Report, content: Content) -> str:
    """The passage that a report names, as it stands there; a dash where there is none."""
    found = content.passage(report.passage) if report.passage else None
    text = content.record.text(found[0]) if found else None
    return text.body[found[1].start : found[1].end] if found and text else "–"
