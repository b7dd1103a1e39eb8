"""Pages about one record beside its form: preview, withdraw, release, embargo, history."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.safestring import mark_safe

from archive.desk.page import Grain, NoSuchText
from archive.editions.models import Availability
from archive.editions.publishing import NotPublishable, publish
from archive.editions.queries import history
from archive.editions.withholding import NotPublished, release, withdraw
from archive.records.models import Record
from archive.staff.alignment.views import show_alignment
from archive.staff.cited_as import cited_as
from archive.staff.decision_log import decided
from archive.staff.difference_views import show_differences
from archive.staff.preview import Preview, desk_context, preview
from archive.staff.record_actions import may_publish, may_withhold, name_of
from archive.staff.saving import withhold
from archive.staff.standing_forms import EmbargoForm, NoteForm, ReasonForm
from archive.staff.variance_views import do_write, show_take_back


def addresses(model_admin: Any) -> list[URLPattern]:
    """The addresses below ``records/record/<id>/``, for signed-in staff."""
    guard = model_admin.admin_site.admin_view
    views = {
        "preview": _Page(model_admin, show_preview),
        "publish": _Page(model_admin, _sent(do_publish, "preview")),
        "withdraw": _Page(model_admin, show_withdraw),
        "release": _Page(model_admin, _sent(do_release, "withdraw")),
        "embargo": _Page(model_admin, _sent(do_embargo, "withdraw")),
        "alignment": _Page(model_admin, show_alignment),
        "differences": _Page(model_admin, show_differences),
        "variance": _Page(model_admin, _sent(do_write, "differences")),
    }
    taken_back = guard(_Page(model_admin, show_take_back))
    return [
        path(f"<str:record_id>/{name}/", guard(view), name=f"records_record_{name}")
        for name, view in views.items()
    ] + [
        path(
            "<str:record_id>/variance/<int:number>/take-back/",
            taken_back,
            name="records_record_take_back",
        )
    ]


def _sent(view: Any, screen: str) -> Any:
    """A view that takes a form. Who comes without one, as after signing in again in the middle of
    it, is led to the screen that holds the form."""

    def taken(
        request: HttpRequest, record: Record, frame: dict[str, Any], **where: Any
    ) -> HttpResponseBase:
        if request.method != "POST":
            return HttpResponseRedirect(reverse(f"admin:records_record_{screen}", args=[record.pk]))
        answer: HttpResponseBase = view(request, record, frame, **where)
        return answer

    return taken


class _Page:
    """A view of one record that the member of staff may see."""

    def __init__(self, model_admin: Any, view: Any) -> None:
        self.model_admin, self.view = model_admin, view

    def __call__(self, request: HttpRequest, record_id: str, **where: Any) -> HttpResponseBase:
        if not self.model_admin.has_view_or_change_permission(request):
            raise PermissionDenied
        record = None if "\0" in record_id else Record.objects.filter(pk=record_id).first()
        if record is None:
            raise Http404("There is no record of this id.")
        frame = {
            **self.model_admin.admin_site.each_context(request),
            "opts": self.model_admin.opts,
            "record": record,
            "standing": Availability.objects.filter(record=record).select_related("newest").first(),
            "may_publish": may_publish(request),
            "may_withhold": may_withhold(request),
        }
        answer: HttpResponseBase = self.view(request, record, frame, **where)
        return answer


def show_preview(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponseBase:
    """The draft on facing pages, what it lacks, and the button that publishes it."""
    return _preview_page(request, record, frame, NoteForm())


def _preview_page(
    request: HttpRequest, record: Record, frame: dict[str, Any], form: NoteForm
) -> HttpResponseBase:
    shown = preview(record.pk)
    context = {
        **frame,
        "title": "Preview",
        "preview": shown,
        "cited_as": tuple(cited_as(shown.reading, shown.number)) if shown.reading else (),
        "desk": mark_safe(_desk(request, shown)),  # noqa: S308 (rendered by a template)
        "note_form": form,
    }
    return TemplateResponse(request, "admin/records/record/preview.html", context)


def _desk(request: HttpRequest, shown: Preview) -> str:
    if shown.reading is None:
        return ""
    asked = request.GET
    grain: Grain = "sentences" if asked.get("rows") == "sentences" else "passages"
    left, right, also = asked.get("left"), asked.get("right"), asked.getlist("also")
    try:
        context = desk_context(shown.reading, left, right, also, grain)
    except NoSuchText:
        context = desk_context(shown.reading)
    return get_template("records/desk.html", using="reading").render(context)


def do_publish(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponseBase:
    """Publish, or say why not."""
    if not frame["may_publish"]:
        raise PermissionDenied
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _preview_page(request, record, frame, form)
    try:
        edition = publish(record, by=name_of(request), note=form.cleaned_data["note"])
    except NotPublishable as refusal:
        messages.error(request, f"Not published. {refusal}")
        return _back(record, "preview")
    messages.success(request, f"Edition {edition.number} of “{record.title}” is published.")
    return _back(record, "change")


def show_withdraw(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponseBase:
    """Ask for the reason and say what will happen; then withdraw."""
    if not frame["may_withhold"]:
        raise PermissionDenied
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(record, by=name_of(request), reason=form.cleaned_data["reason"])
        except NotPublished as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"“{record.title}” is withdrawn.")
        return _back(record, "change")
    context = {**frame, "title": "Withdraw", "form": form, "embargo_form": EmbargoForm()}
    return TemplateResponse(request, "admin/records/record/withdraw.html", context)


def do_release(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponse:
    """Show a withdrawn record again."""
    if not frame["may_withhold"]:
        raise PermissionDenied
    try:
        release(record)
    except NotPublished as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"“{record.title}” is shown again.")
    return _back(record, "change")


def do_embargo(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponseBase:
    """Withhold the wording from now until a day, or no longer."""
    if not frame["may_withhold"]:
        raise PermissionDenied
    form = EmbargoForm(request.POST)
    if not form.is_valid():
        context = {**frame, "title": "Withdraw", "form": ReasonForm(), "embargo_form": form}
        return TemplateResponse(request, "admin/records/record/withdraw.html", context)
    until = form.cleaned_data["until"]
    try:
        withhold(record, until)
    except NotPublished as refusal:
        messages.error(request, str(refusal))
        return _back(record, "change")
    words = f"withheld until {until:%-d %B %Y}" if until else "open"
    messages.success(request, f"The wording of “{record.title}” is {words}.")
    return _back(record, "change")


def _back(record: Record, page: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"admin:records_record_{page}", args=[record.pk]))


def refuse_deletion(request: HttpRequest, record_id: str) -> HttpResponse | None:
    """Of a published record: to the page that withdraws it. None: it may be deleted."""
    standing = Availability.objects.filter(record_id=record_id).exists() if record_id else False
    if not standing:
        return None
    messages.error(
        request,
        "A published record is cited, so it is never deleted. Withdraw it instead: readers then "
        "see its title, its date and your reason, and none of its wording.",
    )
    return HttpResponseRedirect(reverse("admin:records_record_withdraw", args=[record_id]))


def editions_of(record_id: str) -> dict[str, Any]:
    """A record's editions and what was decided on its texts, for its history."""
    said = decided(record_id)
    return {"editions": history(record_id), "decided": said, "record_id": record_id}
