"""Records in the admin: the list, and one record with its texts and holdings on one page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime

from archive.editions.models import Availability
from archive.exchange.ingest.load import take_turns
from archive.records.models import Record
from archive.staff import mistakes, record_actions, record_views
from archive.staff.checking import PageCheck
from archive.staff.forms import RIGHTS, RecordForm
from archive.staff.formsets import HoldingFormSet, RowFormSet, ScanFormSet, TextFormSet
from archive.staff.generic import ModelAdmin
from archive.staff.inlines import INLINES
from archive.staff.queries import State, in_state
from archive.staff.saving import save_record
from archive.texts.languages import language_name

#: The order of the page: names of fieldsets, and of rows by the table they are in.
ORDER = (
    "What it is",
    "participations",
    "place_mentions",
    "What it is about",
    "texts",
    "scans",
    "holdings",
    "Source statement",
    "Rights",
    "Thanks",
    "links",
    "For staff",
)


class StateFilter(admin.SimpleListFilter):
    """Published or not, changed since, withheld, withdrawn."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(state.value, state.value.capitalize()) for state in State]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = next((state for state in State if state == self.value()), None)
        return in_state(queryset, chosen, timezone.localdate()) if chosen else queryset


class PracticeFilter(admin.BooleanFieldListFilter):
    """Composed for demonstration or real, under a short name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "practice record"


@admin.register(Record)
class RecordAdmin(ModelAdmin[Record]):
    """A record, all of it."""

    form = RecordForm
    inlines = INLINES
    list_display = ("title", "dated", "kind", "languages", "state", "changed")
    list_filter = (StateFilter, ("composed", PracticeFilter), "kind")
    list_select_related = ("availability__newest",)
    list_per_page = 50
    search_fields = ("title", "=id", "source_id", "participations__person__name")
    search_help_text = "Words of the title, a person, a record's id or its identifier at its source"
    ordering = ("-changed_at",)
    actions = record_actions.ACTIONS
    show_full_result_count = False
    change_form_template = "admin/records/record/change_form.html"
    fieldsets = (
        (
            "What it is",
            {
                "fields": (
                    "title",
                    ("kind", "number", "classification"),
                    ("date", "date_note"),
                    "summary",
                    ("source_id", "first_published"),
                )
            },
        ),
        ("What it is about", {"fields": ("subject_list", "collection_list")}),
        (
            "Source statement",
            {"fields": ("provenance_note",)},
        ),
        ("Rights", {"fields": RIGHTS}),
        ("Thanks", {"fields": ("supported_by", "supported_by_note")}),
        ("For staff", {"fields": ("internal_note", "composed")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Record]:
        """With the languages of its texts, for the list."""
        languages = ArrayAgg("texts__language", distinct=True, default=[])
        return super().get_queryset(request).annotate(text_languages=languages)

    @admin.display(description="date", ordering="earliest")
    def dated(self, record: Record) -> str:
        return record.date or "not recorded"

    @admin.display(description="changed", ordering="changed_at")
    def changed(self, record: Record) -> str:
        return date_format(localtime(record.changed_at), "j M Y, H:i")

    @admin.display(description="texts")
    def languages(self, record: Any) -> str:
        return ", ".join(language_name(tag) for tag in record.text_languages if tag) or "none"

    @admin.display(description="state", ordering="availability__newest__published_at")
    def state(self, record: Record) -> str:
        standing = standing_of(record)
        if standing is None:
            return "draft"
        words = f"edition {standing.newest.number}"
        if record.changed_at > standing.newest.published_at:
            words += ", changed since"
        return f"withdrawn ({words})" if standing.withdrawn_at else words

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Record | None:
        """Locked while it is being saved, so that of two savers the second sees the first.

        Who gives it another source_id may have to wait for an import that has just used that
        one, and that may want this very record next: the two take turns.
        """
        if request.method == "POST":
            known = Record.objects.filter(pk=object_id).values_list("source_id", flat=True)
            if request.POST.get("source_id", "") != (known.first() or ""):
                take_turns()
            Record.objects.select_for_update().filter(pk=object_id).first()
        return super().get_object(request, object_id, from_field)

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        tie(formsets)
        return formsets, inlines

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """The record with what was typed, not yet stored."""
        return form.instance

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        cleaned = form.cleaned_data
        save_record(obj, cleaned["subject_list"], cleaned["collection_list"])

    def save_related(
        self, request: HttpRequest, form: forms.BaseForm, formsets: Any, change: bool
    ) -> None:
        for formset in formsets:
            formset.save()

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kw: Any) -> Any:
        """In the order in which a newcomer thinks, with how the record stands."""
        context["sections"] = sections(context["adminform"], context["inline_admin_formsets"])
        context["conflict"] = getattr(context["adminform"].form, "conflict", None)
        context["mistakes"] = _mistakes(context["adminform"].form, context["sections"])
        context["errors"] = None if context["mistakes"] else context["errors"]
        record = context.get("original")
        context["standing"] = standing_of(record) if record else None
        context["changed_since"] = bool(
            context["standing"] and record.changed_at > context["standing"].newest.published_at
        )
        return super().render_change_form(request, context, *args, **kw)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kw: Any) -> HttpResponse:
        return self._to_preview(request, obj) or super().response_add(request, obj, *args, **kw)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._to_preview(request, obj) or super().response_change(request, obj)

    def _to_preview(self, request: HttpRequest, record: Record) -> HttpResponse | None:
        if "_preview" not in request.POST:
            return None
        return HttpResponseRedirect(reverse("admin:records_record_preview", args=[record.pk]))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only of what was never published: anything else is withdrawn instead."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or standing_of(obj) is None)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        refused = record_views.refuse_deletion(request, object_id)
        return refused or super().delete_view(request, object_id, extra_context)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        shown = {**record_views.editions_of(object_id), **(extra_context or {})}
        return super().history_view(request, object_id, shown)

    def get_urls(self) -> list[URLPattern]:
        return [*record_views.addresses(self), *super().get_urls()]


def standing_of(record: Record) -> Availability | None:
    """The record's availability; None where it was never published."""
    return getattr(record, "availability", None)


def tie(formsets: list[RowFormSet]) -> None:
    """Let the rows of one page know of each other."""
    texts = next((rows for rows in formsets if isinstance(rows, TextFormSet)), None)
    held = next((rows for rows in formsets if isinstance(rows, HoldingFormSet)), None)
    scans = next((rows for rows in formsets if isinstance(rows, ScanFormSet)), None)
    if texts is not None and held is not None and scans is not None:
        texts.holdings = held
        texts.page = held.page = scans.page = PageCheck(texts.rows, held.rows, scans.rows)


def _mistakes(form: Any, page: list[Any]) -> tuple[mistakes.Mistake, ...]:
    """What is to be put right, from the top of the page to its foot."""
    found = list(mistakes.of_whole(form))
    for kind, section in page:
        if kind == "fieldset":
            found += mistakes.in_fieldsets([section])
        else:
            found += mistakes.in_rows(section.formset, str(section.opts.verbose_name))
    return tuple(found)


def sections(adminform: Any, inline_formsets: Any) -> list[Any]:
    """Fieldsets and rows in the order of the page."""
    named = {fieldset.name: ("fieldset", fieldset) for fieldset in adminform}
    rows = {inline.formset.prefix: ("rows", inline) for inline in inline_formsets}
    known = {**named, **rows}
    return [known[name] for name in ORDER if name in known]
