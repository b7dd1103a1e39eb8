"""The page that removes the records composed for demonstration."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.exchange.practice import remove_practice
from archive.records.models import Record


def show_remove_practice(site: Any, request: HttpRequest) -> HttpResponse:
    """Say what would go; on POST remove it, all or nothing."""
    if not request.user.has_perm("records.delete_record"):
        raise PermissionDenied
    if request.method == "POST":
        _remove(request)
        return HttpResponseRedirect(reverse("admin:index"))
    records = Record.objects.filter(composed=True).order_by("title")
    context = {**site.each_context(request), "title": "Remove practice records"}
    return TemplateResponse(
        request, "admin/remove_practice.html", {**context, "records": list(records)}
    )


def _remove(request: HttpRequest) -> None:
    try:
        count = remove_practice()
    except DatabaseError as refusal:
        reason = str(refusal).splitlines()[0]
        messages.error(request, f"Nothing was removed: {reason}")
    else:
        words = "1 practice record" if count == 1 else f"{count} practice records"
        messages.success(request, f"{words} removed, with all that only they used.")
