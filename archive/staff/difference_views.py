"""The page on which staff judge the differences of one published record."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.editions.deciding import DecisionRefused, judge
from archive.parallel.models import Verdict
from archive.records.models import Record
from archive.staff.board_views import Work
from archive.staff.decision_log import log
from archive.staff.mistakes import Mistake
from archive.staff.record_actions import name_of
from archive.staff.reviewing import Review, Reviewed, review
from archive.staff.variance_forms import VarianceForm
from archive.staff.verdict_forms import SEEN, Matter, VerdictForm

Forms = dict[str, VerdictForm]


def may_judge(request: HttpRequest) -> bool:
    """Whether this member of staff may say what a difference is, and write notes."""
    user = request.user
    return bool(user.has_perm("parallel.change_verdict") or user.has_perm("records.change_record"))


def show_differences(
    request: HttpRequest, record: Record, frame: dict[str, Any]
) -> HttpResponseBase:
    """Every difference of the newest edition with a form; on POST judge those that were edited."""
    if frame["standing"] is None:
        context = {**frame, "title": "Differences", "review": None}
        return TemplateResponse(request, "admin/records/record/differences.html", context)
    if request.method == "POST":
        return _judge(request, record, frame)
    return differences_page(request, frame)


def differences_page(
    request: HttpRequest,
    frame: dict[str, Any],
    *,
    kept: Forms | None = None,
    note_form: VarianceForm | None = None,
    status: int = 200,
) -> HttpResponseBase:
    """The page with forms ``kept`` as they were sent, and the form of a variance note if any."""
    found = review(frame["standing"])
    kept = kept or {}
    if note_form is None:
        note_form = VarianceForm.asked(request.GET, found)
    context = {
        **frame,
        "title": "Differences",
        "review": found,
        "judged": [(each, _form(each, kept)) for each in found.differences],
        "lost": [form for name, form in kept.items() if name not in _names(found)],
        "unsaved": [form for form in kept.values() if not form.errors],
        "seen": SEEN,
        "may_judge": may_judge(request),
        "note_form": note_form,
        "work": Work.of(request),
        "mistakes": (*_mistakes(found, kept), *(note_form.mistakes() if note_form else ())),
    }
    return TemplateResponse(
        request, "admin/records/record/differences.html", context, status=status
    )


def _form(each: Reviewed, kept: Forms) -> VerdictForm:
    said = each.difference
    return kept.get(said.name) or VerdictForm.of(Matter(said.kind, dict(said.words)), said.verdict)


def _names(found: Review) -> set[str]:
    return {each.difference.name for each in found.differences}


def _mistakes(found: Review, kept: Forms) -> list[Mistake]:
    """In the order of the page; each leads to its difference, or to the field in it."""
    order = [each.difference.name for each in found.differences]
    names = [*(name for name in order if name in kept), *(n for n in kept if n not in order)]
    return [
        Mistake(name if field != "note" else f"id_{name}-note", _called(kept[name]), str(message))
        for name in names
        for field, refusals in kept[name].errors.items()
        for message in refusals
    ]


def _called(form: VerdictForm) -> str:
    """A difference by its words."""
    matter = form.cleaned_data.get("matter")
    said = [words or "nothing" for words in matter.words.values()] if matter else ["A difference"]
    return " ≠ ".join(said)


def _judge(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponseBase:
    """All that was edited, or one alone; nothing at all where anything is refused."""
    if not may_judge(request):
        raise PermissionDenied
    sent = {name: VerdictForm.sent(request.POST, name) for name in _sent_names(request)}
    edited = {name: form for name, form in sent.items() if form.edited}
    one = request.POST.get("save", "")
    wanted = {one: edited[one]} if one in edited else {} if one in sent else edited
    with transaction.atomic():
        verdicts = _judge_each(request, record, list(wanted.values()))
        refused = any(form.errors for form in wanted.values())
        if refused:
            transaction.set_rollback(True)
    if refused:
        return differences_page(request, frame, kept=edited)
    _tell(request, verdicts)
    left = {name: form for name, form in edited.items() if name not in wanted}
    if left:
        return differences_page(request, frame, kept=left)
    return HttpResponseRedirect(_onwards(request, record, frame, one))


def _sent_names(request: HttpRequest) -> list[str]:
    return [name.removesuffix("-matter") for name in request.POST if name.endswith("-matter")]


def _judge_each(request: HttpRequest, record: Record, wanted: list[VerdictForm]) -> list[Verdict]:
    """The verdicts written. What is refused says so at its field."""
    Record.objects.select_for_update().get(pk=record.pk)
    stored = {
        Matter(verdict.kind, verdict.words).name: verdict
        for verdict in Verdict.objects.filter(record=record)
    }
    return [
        verdict
        for form in wanted
        if form.is_valid() and (verdict := _judge_one(request, record, form, stored))
    ]


def _judge_one(
    request: HttpRequest, record: Record, form: VerdictForm, stored: dict[str, Verdict]
) -> Verdict | None:
    before = stored.get(str(form.prefix))
    form.meets(before)
    if form.errors:
        return None
    cleaned = form.cleaned_data
    matter, state, note = cleaned["matter"], cleaned["state"], cleaned["note"]
    try:
        verdict = judge(
            record,
            kind=matter.kind,
            words=matter.words,
            state=state,
            note=note,
            by=name_of(request),
        )
    except DecisionRefused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None
    log(request, verdict, f"Judged {_called(form)}: {state}. {note}".strip(), new=before is None)
    return verdict


def _tell(request: HttpRequest, verdicts: list[Verdict]) -> None:
    if not verdicts:
        messages.info(request, "Nothing was changed, so nothing was saved.")
    elif len(verdicts) == 1:
        messages.success(request, f"Saved: {verdicts[0].state}. Readers see it from now on.")
    else:
        messages.success(request, f"{len(verdicts)} verdicts saved. Readers see them from now on.")


def _onwards(request: HttpRequest, record: Record, frame: dict[str, Any], one: str) -> str:
    """From ``one`` to the next that nobody has judged: of the board, where one came from there;
    else of this record, or to the top of them all."""
    work = Work.of(request)
    if work and one not in ("", "all"):
        return work.after(record.pk, one)
    found = review(frame["standing"]).differences
    names = [each.difference.name for each in found]
    after = found[names.index(one) + 1 :] if one in names else ()
    waiting = (each.difference.name for each in after if each.difference.state == "open")
    return f"{differences_address(record, work)}#{next(waiting, 'differences')}"


def differences_address(record: Record, work: Work | None) -> str:
    """Where a record's differences are judged, as part of that work on the board if any."""
    address = reverse("admin:records_record_differences", args=[record.pk])
    return f"{address}?{work.kept}" if work else address
