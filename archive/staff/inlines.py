"""The rows of the record page as the admin draws them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import ForeignKey, Model
from django.http import HttpRequest

from archive.records.models import Holding, Link, Participation, PlaceMention
from archive.staff.forms import (
    RIGHTS,
    LinkForm,
    ParticipationForm,
    PlaceMentionForm,
    TextForm,
)
from archive.staff.formsets import (
    HoldingFormSet,
    NamedFormSet,
    PlaceFormSet,
    RowFormSet,
    ScanFormSet,
    TextFormSet,
)
from archive.staff.generic import StackedInline, TabularInline
from archive.staff.holding_forms import HoldingForm, ScanForm
from archive.staff.widgets import EntryAutocomplete
from archive.texts.models import Scan, Text


class _EntryFields:
    """Foreign keys to the authority are found by typing."""

    admin_site: Any

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest | None, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, AutocompleteSelect):
            field.widget = EntryAutocomplete(db_field, admin.site)
        return field


class _OpenAtFirst:
    """On an empty form, so many rows stand open: a newcomer sees what is wanted."""

    open_at_first = 0

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj is not None else self.open_at_first


class _Rows(_OpenAtFirst, _EntryFields, TabularInline[Model, Model]):
    extra = 0
    can_delete = True
    formset = RowFormSet


class _Blocks(_OpenAtFirst, _EntryFields, StackedInline[Model, Model]):
    extra = 0
    can_delete = True
    formset = RowFormSet


class ParticipationInline(_Rows):
    """Who took part."""

    open_at_first = 2
    model = Participation
    form = ParticipationForm
    formset = NamedFormSet
    fields = ("person", "role", "uncertain", "order")
    autocomplete_fields = ("person",)
    verbose_name_plural = "People"


class PlaceInline(_Rows):
    """Where it went and of where it speaks."""

    model = PlaceMention
    form = PlaceMentionForm
    formset = PlaceFormSet
    fields = ("place", "role", "order")
    autocomplete_fields = ("place",)
    verbose_name_plural = "Places"


class TextInline(_Blocks):
    """The wordings."""

    open_at_first = 1
    model = Text
    form = TextForm
    formset = TextFormSet
    verbose_name_plural = "Texts"
    fieldsets = (
        (None, {"fields": (("language", "key", "kind", "order"), "title", "body")}),
        (
            "Where this wording comes from",
            {
                "fields": (
                    ("translated_from", "translated_from_holding"),
                    ("translator_list", "date"),
                    ("document_kind", "completeness", "status"),
                    "note",
                )
            },
        ),
        ("Other hands", {"fields": ("hands",), "classes": ("collapse",)}),
        (
            "Rights of this text, where they differ",
            {"fields": RIGHTS, "classes": ("collapse",)},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("translators__person")


class HoldingInline(_Blocks):
    """Where it is kept or printed."""

    model = Holding
    form = HoldingForm
    formset = HoldingFormSet
    verbose_name_plural = "Where it is held"
    autocomplete_fields = ("repository",)
    fieldsets = (
        (None, {"fields": (("type", "relation", "order"), "texts")}),
        (
            "In an archive",
            {"fields": ("repository", "reference", "as_given"), "classes": ("collapse",)},
        ),
        (
            "In print or on the web",
            {
                "fields": (
                    "citation",
                    "title",
                    "translated_title",
                    "editor_list",
                    ("volume", "volume_title"),
                    "series",
                    ("place", "publisher", "year", "pages"),
                    "url",
                ),
                "classes": ("collapse",),
            },
        ),
        (None, {"fields": ("note",)}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request).select_related("repository")
        return rows.prefetch_related("editors__person")


class LinkInline(_Rows):
    """Other records."""

    model = Link
    form = LinkForm
    fields = ("type", "to", "order")
    verbose_name_plural = "Links to other records"


class ScanInline(_Blocks):
    """Page images."""

    model = Scan
    form = ScanForm
    formset = ScanFormSet
    verbose_name_plural = "Scans"
    fieldsets = (
        (None, {"fields": (("upload", "text_key", "leaf", "order"), "credit")}),
        (
            "Rights of this scan, where they differ",
            {"fields": RIGHTS, "classes": ("collapse",)},
        ),
    )


INLINES = (ParticipationInline, PlaceInline, TextInline, ScanInline, HoldingInline, LinkInline)
