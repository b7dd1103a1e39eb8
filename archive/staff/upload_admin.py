"""Uploads in the admin: choose a file, see what would happen, accept, publish."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from archive.exchange.ingest import csv_columns
from archive.exchange.models import Upload
from archive.exchange.uploads import (
    ENDINGS,
    MOST_BYTES,
    UploadRefused,
    UploadReport,
    is_running,
    lines_csv,
    receive,
    report_of,
    start,
)
from archive.staff.generic import ModelAdmin, moment
from archive.staff.record_actions import may_publish, name_of
from archive.staff.standing_forms import NoteForm
from archive.staff.upload_example import EXAMPLE

#: Seconds after which the page of a running step asks again.
_REFRESH = "2"
#: Refused lines that a page shows; the CSV has them all.
_SHOWN = 100


class _SeveralFiles(forms.FileField):
    """Any number of files."""

    class Widget(forms.ClearableFileInput):
        allow_multiple_selected = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=self.Widget(), required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(_SeveralFiles, self).clean(file, initial) for file in data or []]


class UploadForm(forms.Form):
    """A file of records, and the scans that it speaks of."""

    file = forms.FileField(
        label="File of records",
        allow_empty_file=True,
        help_text=f"{', '.join(ENDINGS)}, at most {MOST_BYTES // 2**20} MiB.",
        widget=forms.FileInput(attrs={"accept": ".jsonl,.gz,.xz,.csv"}),
        error_messages={"required": "Choose the file of records."},
    )
    scans = _SeveralFiles(
        label="Scans",
        allow_empty_file=True,
        help_text="The images that the file names, if there are any. Several may be chosen.",
    )


@admin.register(Upload)
class UploadAdmin(ModelAdmin[Upload]):
    """Files brought in, and how far each has come."""

    list_display = ("name", moment("uploaded_at", "uploaded"), "uploaded_by", "state", "outcome")
    search_fields = ("name", "uploaded_by")
    list_filter = ("state",)
    actions = None
    show_full_result_count = False

    @admin.display(description="last step")
    def outcome(self, upload: Upload) -> str:
        report = report_of(upload)
        counts = ", ".join(f"{count:,} {word}" for word, count in sorted(report.counts.items()))
        none = "not checked yet" if upload.file else "came with the program"
        return report.error[:120] or counts or none

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was uploaded is run or deleted, never edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not of what came with the program: its row says that it was loaded once."""
        return super().has_delete_permission(request, obj) and (obj is None or bool(obj.file))

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        own = [
            path("example.csv", guard(_example), name="exchange_upload_example"),
            path("<int:pk>/run/", guard(self._run), name="exchange_upload_run"),
            path("<int:pk>/refused.csv", guard(self._refused), name="exchange_upload_refused"),
            path("<int:pk>/warnings.csv", guard(self._warned), name="exchange_upload_warnings"),
        ]
        return [*own, *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Receive the file and begin the dry run."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            upload = self._received(request, form)
            if upload is not None:
                return HttpResponseRedirect(_address("change", upload.pk))
        context = {**self._frame(request), "form": form, "title": "Upload a file of records"}
        return TemplateResponse(
            request, "admin/exchange/upload/add.html", {**context, **_column_names()}
        )

    def _received(self, request: HttpRequest, form: UploadForm) -> Upload | None:
        cleaned = form.cleaned_data
        try:
            upload = receive(cleaned["file"], cleaned["scans"], by=name_of(request))
        except UploadRefused as refusal:
            form.add_error("file", str(refusal))
            return None
        self.log_addition(request, upload, [{"added": {}}])
        start(upload, "check", by=name_of(request))
        return upload

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """How far the upload has come, and what may be done next."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        pk = int(object_id) if object_id.isascii() and object_id.isdigit() else 0
        upload = get_object_or_404(Upload, pk=min(pk, 2**62))
        running = is_running(upload)
        upload.refresh_from_db()
        report = report_of(upload)
        context = {
            **self._frame(request),
            "title": upload.name,
            "original": upload,
            "report": report,
            "running": running,
            "interrupted": report.state == "running" and not running,
            "shown": report.refused[:_SHOWN],
            "warned": report.warned[:_SHOWN],
            "note_form": NoteForm(),
            "may_publish": may_publish(request),
            "counts": sorted(report.counts.items()),
        }
        response = TemplateResponse(request, "admin/exchange/upload/progress.html", context)
        if running:
            response["Refresh"] = _REFRESH
        return response

    def _run(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Begin a step: POST only, with the step's name."""
        upload = get_object_or_404(Upload, pk=min(pk, 2**62))
        step = request.POST.get("step", "")
        if not self.has_add_permission(request) or (step == "publish" and not may_publish(request)):
            raise PermissionDenied
        note = NoteForm(request.POST)
        if not note.is_valid():
            messages.error(request, f"Note: {' '.join(map(str, note.errors['note']))}")
        elif step in ("check", "accept", "publish"):
            start(upload, step, by=name_of(request), note=note.cleaned_data["note"])  # type: ignore[arg-type]
        else:
            messages.error(request, "Say which step to run: check, accept or publish.")
        return HttpResponseRedirect(_address("change", upload.pk))

    def _refused(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = self._report(request, pk)
        return _download("\ufeff" + lines_csv(report.refused), f"refused-{pk}.csv")

    def _warned(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = self._report(request, pk)
        return _download("\ufeff" + lines_csv(report.warned), f"warnings-{pk}.csv")

    def _report(self, request: HttpRequest, pk: int) -> UploadReport:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return report_of(get_object_or_404(Upload, pk=min(pk, 2**62)))

    def _frame(self, request: HttpRequest) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "opts": self.opts}


def _address(page: str, pk: int) -> str:
    return reverse(f"admin:exchange_upload_{page}", args=[pk])


def _example(request: HttpRequest) -> HttpResponse:
    return _download("\ufeff" + EXAMPLE, "records-example.csv")


def _download(body: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _column_names() -> dict[str, Any]:
    return {
        "columns": {
            "scalars": csv_columns.SCALARS,
            "lists": csv_columns.LISTS,
            "people": csv_columns.PEOPLE,
            "places": csv_columns.PLACES,
            "text": csv_columns.TEXT,
            "held": csv_columns.HELD,
            "rights": csv_columns.RIGHTS,
            "links": csv_columns.LINKS,
            "scan": csv_columns.SCAN,
        }
    }
