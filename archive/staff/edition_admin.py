"""What was published, to look at: nothing here is edited."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from archive.editions.models import Apparatus, Availability, Change, Edition
from archive.staff.generic import ModelAdmin, moment


class ReadOnlyAdmin(ModelAdmin[Any]):
    """Shown to whoever may view it; changed by publishing and withholding alone."""

    actions = None
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    """Editions: frozen for ever."""

    list_display = ("title", "number", moment("published_at", "published"), "published_by", "note")
    search_fields = ("title", "=record__id", "note", "published_by")
    fields = ("record", "number", "title", "published_at", "published_by", "note", "sha256")


@admin.register(Apparatus)
class ApparatusAdmin(ReadOnlyAdmin):
    """Rows and differences beside each edition."""

    list_display = ("edition", "revision", moment("made_at", "made"))
    list_select_related = ("edition",)
    fields = ("edition", "revision", "made_at", "stored")


@admin.register(Availability)
class AvailabilityAdmin(ReadOnlyAdmin):
    """Whether each published record may be shown."""

    list_display = ("record", "newest", "withdrawn_at", "embargo_until", "composed")
    list_select_related = ("record", "newest")
    search_fields = ("=record__id", "record__title")
    fields = (
        "record",
        "newest",
        "composed",
        "withdrawn_at",
        "withdrawn_by",
        "withdrawn_reason",
        "embargo_until",
        "text_embargoes",
        "scan_embargoes",
    )


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    """The change log, from which the index follows."""

    list_display = ("record_id", "kind", moment("at", "when"))
    list_filter = ("kind",)
    ordering = ("-id",)
    search_fields = ("=record_id",)
    fields = ("record_id", "kind", "at", "transaction")
