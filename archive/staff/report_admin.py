"""Readers' reports: read beside the passage that is meant, then answered for all, or set aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from archive.editions.models import Report
from archive.editions.reporting import answer, reopen, set_aside
from archive.staff.generic import ModelAdmin, ModelForm, moment
from archive.staff.record_actions import name_of
from archive.staff.reported import reported
from archive.staff.verdict_forms import moment as when


class ReportForm(ModelForm[Report]):
    """What became of a report: an answer that readers see, or nothing. ``was`` says when the
    report was last closed, as the page showed it."""

    was = forms.CharField(required=False)

    class Meta:
        model = Report
        fields = ("state", "outcome")
        labels = {"outcome": "Your answer, for all to read"}
        help_texts = {
            "outcome": "It stands beside the record: “Corrected in edition 3.”",
        }
        widgets = {"outcome": forms.Textarea(attrs={"rows": 4})}

    @property
    def now(self) -> str:
        """When it was last closed, as stored; empty where it never was."""
        stored = Report.objects.filter(pk=self.instance.pk).values_list("answered_at", flat=True)
        closed = stored.first()
        return closed.isoformat() if closed else ""

    def clean(self) -> dict[str, Any]:
        """An answer has its words, and replaces no other that its writer has not seen."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("state") == "answered" and not (given.get("outcome") or "").strip():
            self.add_error("outcome", "Say what became of the report: readers are shown it.")
        if self.now != given.get("was", ""):
            self.add_error(None, self._meanwhile())
        return given

    def _meanwhile(self) -> str:
        stored = Report.objects.get(pk=self.instance.pk)
        if stored.state == "open":
            return (
                "Somebody else opened this report again while your page was open. "
                "Send yours again to close it."
            )
        at = f", {when(stored.answered_at)}" if stored.answered_at else ""
        said = f" “{stored.outcome}”" if stored.outcome else ""
        return (
            f"Somebody else closed this report while your page was open: {stored.answered_by}{at}: "
            f"{stored.state}.{said} Send yours again to put it in place of that."
        )


@admin.register(Report)
class ReportAdmin(ModelAdmin[Report]):
    """The queue: open ones first, the oldest of them first. Reports come from readers alone."""

    form = ReportForm
    change_form_template = "admin/editions/report/change_form.html"
    list_display = ("said", "about", "state", moment("sent_at", "sent"))
    list_filter = ("state",)
    list_select_related = ("edition",)
    list_per_page = 50
    show_facets = admin.ShowFacets.ALWAYS
    search_fields = ("message", "outcome", "=edition__record__id", "edition__title")
    search_help_text = "Words of a report or its answer, a record's title or its id"
    actions = None
    fields = ("state", "outcome", "was")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        """With whether each is open, for the order."""
        found = super().get_queryset(request).alias(waiting=Q(state="open"))
        return found.defer("edition__canonical").order_by(*self.get_ordering(request))

    def get_ordering(self, request: HttpRequest) -> tuple[Any, ...]:
        """The open ones first, of all the oldest."""
        return F("waiting").desc(), "sent_at", "pk"

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Report | None:
        """Locked while it is being answered, so that of two the second sees the first."""
        if request.method == "POST" and object_id.isdecimal():
            Report.objects.select_for_update().filter(pk=min(int(object_id), 2**62)).first()
        return super().get_object(request, object_id, from_field)

    @admin.display(description="report")
    def said(self, report: Report) -> str:
        return Truncator(report.message).chars(110)

    @admin.display(description="about")
    def about(self, report: Report) -> str:
        where = f"passage {report.passage}" if report.passage else "the record as a whole"
        return f"{report.edition.title}, edition {report.edition.number}, {where}"

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kw: Any) -> Any:
        """The report beside the texts that it is about."""
        context["reported"] = reported(context["original"])
        context["waiting"] = Report.objects.filter(state="open").count()
        return super().render_change_form(request, context, *args, **kw)

    def save_model(self, request: HttpRequest, obj: Report, form: Any, change: bool) -> None:
        """Close it as was chosen."""
        if obj.state == "answered":
            answer(obj, outcome=obj.outcome, by=name_of(request))
        elif obj.state == "set aside":
            set_aside(obj, by=name_of(request))
        else:
            reopen(obj)

    def response_change(self, request: HttpRequest, obj: Report) -> HttpResponse:
        """Say what readers see now, and go on to the next that is open."""
        messages.success(request, _told(obj))
        waiting = self.get_queryset(request).filter(state="open").exclude(pk=obj.pk).first()
        if waiting is None:
            return HttpResponseRedirect(reverse("admin:editions_report_changelist"))
        return HttpResponseRedirect(reverse("admin:editions_report_change", args=[waiting.pk]))


def _told(report: Report) -> str:
    name = f"Report {report.number} on “{report.edition.title}”"
    if report.state == "open":
        return f"{name} is open again."
    if report.state == "set aside":
        return f"{name} is set aside. Readers see nothing of it."
    address = f"/records/{report.edition.record_id}/reports/{report.number}/"
    return format_html("{} is answered: <a href='{}'>what readers see</a>.", name, address)
