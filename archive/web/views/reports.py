"""Readers' reports of errors: the form, without an account or a cookie, and what became of one."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from archive.editions.models import Report
from archive.editions.reading import Reading, read_standing
from archive.editions.standing import Standing
from archive.web import report_keeping, report_tokens
from archive.web.addresses import identifier, record_path, single
from archive.web.answers import NEVER_KEPT, answer
from archive.web.refusals import Refusal, bad_parameter, not_found, reading, taking_a_form
from archive.web.report_form import MOST_WORDS, Fault, Filled, checked, filled
from archive.web.report_pages import form_page, sent_page
from archive.web.views.records import chosen_edition, known_of, open_known


@taking_a_form
def form(request: HttpRequest, record_id: str) -> HttpResponseBase:
    """``/records/<id>/report/``: ``passage``, ``edition`` and ``words`` say what it is about."""
    newest = open_known(identifier(record_id)).standing
    if request.method == "POST":
        return _taken(request, newest)
    asked = _asked(request, newest)
    read = _read(newest, asked.edition)
    if asked.passage and read.content.passage(asked.passage) is None:
        raise bad_parameter(
            "passage",
            asked.passage,
            f"Edition {read.standing.number} of this record has no such passage that may be read.",
            "A passage is named as in its address: p17. Or leave the parameter out.",
        )
    return answer(request, form_page(read, asked), cache=NEVER_KEPT)


@reading
def sent(request: HttpRequest, record_id: str, number: str) -> HttpResponseBase:
    """``/records/<id>/reports/<n>/``: thanks, the report's number, and what became of it."""
    newest = open_known(identifier(record_id)).standing
    sent_to = Report.objects.select_related("edition").defer("edition__canonical")
    report = sent_to.filter(edition__record=newest.record_id, number=int(number)).first()
    if report is None:
        raise not_found(f"Record {newest.record_id} has no report {number}.", _back(newest))
    read = _read(newest, str(report.edition.number))
    return answer(request, sent_page(newest, read, report))


def _back(standing: Standing) -> str:
    return f"The record is at {record_path(standing.record_id)}."


def _asked(request: HttpRequest, newest: Standing) -> Filled:
    edition = chosen_edition(single(request, "edition"), newest.newest)
    return Filled(
        edition=str(edition),
        passage=single(request, "passage") or "",
        words=(single(request, "words") or "")[:MOST_WORDS],
        token=report_tokens.issue(newest.record_id),
    )


def _read(newest: Standing, edition: str) -> Reading:
    number = int(edition)
    if number == newest.number:
        return read_standing(newest)
    return read_standing(known_of(newest.record_id, number).standing)


def _taken(request: HttpRequest, newest: Standing) -> HttpResponseBase:
    """The report kept, or the form again with what is wrong and everything that was typed."""
    if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        message = "It was sent from a page of another site. Nothing was kept."
        raise Refusal(403, "This form was not taken", message, _back(newest))
    typed, faults = checked(filled(request.POST.dict()), newest.record_id)
    typed, read, misplaced = _placed(newest, typed)
    if faults or misplaced:
        return _again(request, read, typed, (*misplaced, *faults))
    number = report_keeping.already_kept(read.standing, typed)
    if number is None and report_keeping.too_many(newest.record_id):
        return _again(request, read, typed, (_TOO_MANY,), status=429)
    if number is None:
        number = report_keeping.keep(read.standing, typed)
    location = reverse("web:sent_report", args=[newest.record_id, number])
    return HttpResponse(status=303, headers={"Location": location, "Cache-Control": NEVER_KEPT})


_TOO_MANY = Fault(
    "send",
    "Sending",
    "More reports came in this hour than the archive takes. Keep this page open and send it "
    "again in an hour.",
)


def _again(
    request: HttpRequest, read: Reading, typed: Filled, faults: tuple[Fault, ...], status: int = 400
) -> HttpResponseBase:
    return answer(request, form_page(read, typed, faults, status), cache=NEVER_KEPT)


def _placed(newest: Standing, typed: Filled) -> tuple[Filled, Reading, tuple[Fault, ...]]:
    """The form with an edition and a passage that there are, and what had to be changed for it."""
    known = typed.edition.isascii() and typed.edition.isdecimal()
    if not known or not 1 <= int(typed.edition) <= newest.newest:
        message = (
            f"There is no such edition; it is now about edition {newest.number}. Send it again."
        )
        again = replace(typed, edition=str(newest.number), passage="")
        return again, read_standing(newest), (Fault("edition", "Edition", message),)
    read = _read(newest, typed.edition)
    if typed.passage and read.content.passage(typed.passage) is None:
        message = "That passage may not be read now; the report is now about the whole record."
        again = replace(typed, passage="")
        return again, read, (Fault("passage", "Passage", f"{message} Send it again."),)
    return typed, read, ()
