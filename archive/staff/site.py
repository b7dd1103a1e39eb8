"""The staff's front door."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBadRequest
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from archive.editions.queries import newly_published
from archive.records.models import Record
from archive.staff.board_views import board_addresses
from archive.staff.practice_views import show_remove_practice
from archive.staff.queries import shelves
from archive.staff.waiting import tasks


class StaffSite(AdminSite):
    """The admin in the archive's own look, with what needs doing on its first page."""

    index_title = "What needs doing"
    enable_nav_sidebar = False
    empty_value_display = "–"

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """As Django's, with the archive's name."""
        name = settings.SITE_NAME
        return {**super().each_context(request), "site_header": name, "site_title": name}

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As Django's; a NUL in the query, which no database holds, is refused in words."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if any("\0" in value for values in request.GET.lists() for value in values[1]):
                return HttpResponseBadRequest(
                    "The address holds a NUL character (%00), which is no text. Remove it.",
                    content_type="text/plain; charset=utf-8",
                )
            return inner(request, *args, **kwargs)

        return guarded

    def get_urls(self) -> list[Any]:
        """As Django's, and the page that removes the practice records."""

        def remove(request: HttpRequest) -> HttpResponse:
            return show_remove_practice(self, request)

        own = path("remove-practice/", self.admin_view(remove), name="remove_practice")
        return [own, *board_addresses(self), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """What waits for this member of staff, then records by their state, then everything."""
        today = timezone.localdate()
        held = shelves(today) if request.user.has_perm("records.view_record") else ()
        seen: dict[str, Any] = {"tasks": tasks(request.user, today, held)}
        if held:
            seen |= {
                "shelves": held,
                "published": newly_published(6),
                "empty": not Record.objects.filter(composed=False).exists(),
                "practice": Record.objects.filter(composed=True).count(),
            }
        return super().index(request, {**seen, **(extra_context or {})})
