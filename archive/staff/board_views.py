"""The pages of the board: the list of differences, and the way from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from archive.staff.board import PER_PAGE, Filters, board, next_open


def board_addresses(site: Any) -> list[URLPattern]:
    """``differences/`` and ``differences/next/``, for signed-in staff."""

    def shown(request: HttpRequest) -> HttpResponse:
        return show_board(site, request)

    return [
        path("differences/", site.admin_view(shown), name="differences"),
        path("differences/next/", site.admin_view(go_on), name="next_difference"),
    ]


def show_board(site: Any, request: HttpRequest) -> HttpResponse:
    """The differences that the filters let through, a page of them."""
    _check(request)
    asked = request.GET.get("page", "")
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    filters = Filters.of(request.GET)
    found = board(filters, page)
    context = {
        **site.each_context(request),
        "title": "Differences",
        "board": found,
        "first": (found.page - 1) * PER_PAGE + 1,
        "work": Work(filters),
        "onwards": f"{filters.query}&" if filters.query else "",
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "admin/differences.html", context)


def go_on(request: HttpRequest) -> HttpResponse:
    """To the next open difference after the one named by ``record`` and ``name``."""
    _check(request)
    filters = Filters.of(request.GET)
    found = next_open(filters, request.GET.get("record", ""), request.GET.get("name", ""))
    if found is None:
        messages.success(request, "No other difference of this choice is open.")
        return HttpResponseRedirect(f"{reverse('admin:differences')}?{filters.query}")
    address = reverse("admin:records_record_differences", args=[found.record_id])
    return HttpResponseRedirect(f"{address}?{Work(filters).kept}#{found.name}")


def _check(request: HttpRequest) -> None:
    if not request.user.has_perm("records.view_record"):
        raise PermissionDenied


@dataclass(frozen=True, slots=True)
class Work:
    """The choice of differences through which somebody works, as the pages of records carry it
    along: in the parameter ``board`` of their address."""

    filters: Filters

    @classmethod
    def of(cls, request: HttpRequest) -> Work | None:
        """None where the page was not come to from the board."""
        asked = request.GET.get("board")
        return None if asked is None else cls(Filters.of(QueryDict(asked[:1000])))

    @property
    def kept(self) -> str:
        """The query that a link to a record's page carries."""
        return urlencode({"board": self.filters.query})

    @property
    def back(self) -> str:
        """The board with this choice."""
        return f"{reverse('admin:differences')}?{self.filters.query}"

    @property
    def onwards(self) -> str:
        """The address that leads on, to which ``record`` and ``name`` are added."""
        query = self.filters.query
        return f"{reverse('admin:next_difference')}?{query}{'&' if query else ''}"

    def after(self, record: str, name: str) -> str:
        """The address that leads on from that difference."""
        return f"{self.onwards}{urlencode({'record': record, 'name': name})}"
