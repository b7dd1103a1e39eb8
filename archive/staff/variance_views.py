"""Variance notes: written, looked at as readers see them, written anew, taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse

from archive.editions.deciding import DecisionRefused, take_back_variance, write_variance
from archive.parallel.models import VarianceNote
from archive.records.models import Record
from archive.staff.board_views import Work
from archive.staff.decision_log import log
from archive.staff.difference_views import differences_address, differences_page, may_judge
from archive.staff.record_actions import name_of
from archive.staff.reviewing import Said, named, review
from archive.staff.variance_forms import VarianceForm


def do_write(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponseBase:
    """Write a note, or with ``preview`` say only how it would look."""
    if not may_judge(request):
        raise PermissionDenied
    if frame["standing"] is None:
        raise Http404("Nothing of this record is published.")
    found = review(frame["standing"])
    form = VarianceForm(found, request.POST)
    only_look = "preview" in request.POST
    with transaction.atomic():
        written = _write(request, record, form) if form.is_valid() else None
        if written is None or only_look:
            transaction.set_rollback(True)
    if written is None:
        return differences_page(request, frame, note_form=form)
    if only_look:
        said = [Said(named(found.texts, key), words) for key, words in written.words.items()]
        shown = {**frame, "looked_at": written, "looked_at_words": said}
        return differences_page(request, shown, note_form=form)
    messages.success(request, f"Note {written.number} is written. Readers see it from now on.")
    return HttpResponseRedirect(f"{_back(request, record)}#note-{written.number}")


def _back(request: HttpRequest, record: Record) -> str:
    return differences_address(record, Work.of(request))


def _write(request: HttpRequest, record: Record, form: VarianceForm) -> VarianceNote | None:
    """The note written; None where it is refused, which the form then says."""
    decided = form.decision()
    Record.objects.select_for_update().get(pk=record.pk)
    held = VarianceNote.objects.filter(record=record, number=decided["number"] or 0).first()
    form.meets(held)
    if form.errors:
        return None
    before = f" Before: {held.note}" if held and held.note else ""
    try:
        written = write_variance(record, **decided, by=name_of(request))
    except DecisionRefused as refusal:
        form.refuse(refusal)
        return None
    message = f"Variance note {written.number}: {written.note}{before}"
    log(request, written, message, new=held is None)
    return written


def show_take_back(
    request: HttpRequest, record: Record, frame: dict[str, Any], *, number: int
) -> HttpResponseBase:
    """Say what taking a note back does; on POST do it, unless it was changed meanwhile."""
    if not may_judge(request):
        raise PermissionDenied
    with transaction.atomic():
        Record.objects.select_for_update().get(pk=record.pk)
        note = VarianceNote.objects.filter(record=record, number=number, taken_back=False).first()
        if note is None:
            raise Http404("There is no such note, or it was taken back already.")
        if request.POST.get("was") == note.at.isoformat():
            take_back_variance(record, number, by=name_of(request))
            log(request, note, f"Variance note {number} taken back. It said: {note.note}")
            messages.success(request, f"Note {number} is taken back.")
            return HttpResponseRedirect(f"{_back(request, record)}#notes")
    title = f"Take back note {number}"
    context = {**frame, "title": title, "note": note, "changed": request.method == "POST"}
    return TemplateResponse(request, "admin/records/record/take_back.html", context)
