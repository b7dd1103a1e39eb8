"""The screen of a record's rows. Every button is a submit button of one form, whose hidden field
carries the work; a script may ask for the changed rows alone instead of the page."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from archive.editions.content import Content
from archive.editions.deciding import DecisionRefused, draft_content
from archive.records.models import Record
from archive.staff.alignment import logbook
from archive.staff.alignment.drafts import (
    brought_over,
    chosen,
    fits,
    opened,
    shown_anew,
    stored_pins,
)
from archive.staff.alignment.page import Notice, Page, laid_out
from archive.staff.alignment.patches import patch
from archive.staff.alignment.saving import Meanwhile, save
from archive.staff.alignment.saying import said
from archive.staff.alignment.table import Decided, Refused
from archive.staff.alignment.work import Work, read, stepped, written

_TEMPLATES = "admin/records/record/alignment"
_MOST_MARKED = 60


def show_alignment(request: HttpRequest, record: Record, frame: dict[str, Any]) -> HttpResponseBase:
    """The rows of the draft; on POST, a step done to them, or all of it saved."""
    if not request.user.has_perm("records.change_record"):
        raise PermissionDenied
    try:
        content = draft_content(record)
    except DecisionRefused as refusal:
        context = {**frame, "title": "Rows", "refusal": str(refusal)}
        return TemplateResponse(request, f"{_TEMPLATES}.html", context)
    screen = _Screen(request, record, frame, content)
    return screen.answer() if request.method == "POST" else screen.open(request.GET)


class _Screen:
    """One request to the screen."""

    def __init__(
        self, request: HttpRequest, record: Record, frame: dict[str, Any], content: Content
    ) -> None:
        self.request, self.record, self.frame, self.content = request, record, frame, content

    def open(self, asked: QueryDict, notice: Notice | None = None) -> HttpResponseBase:
        """As it is saved."""
        texts = chosen(self.content, ",".join(asked.getlist("texts")).split(","))
        work = opened(self.content, texts, stored_pins(self.record), logbook.newest(self.record))
        moved = [pid for pid in asked.get("moved", "").split(".") if pid]
        at = moved[0] if moved else ""
        return self._page(work, laid_out(self.content, work, at=at, moved=moved), notice)

    def answer(self) -> HttpResponseBase:
        """To a button."""
        sent = self.request.POST
        try:
            work = read(sent.get("work", ""))
        except Refused as refusal:
            return self.open(self.request.GET, Notice("error", str(refusal)))
        if not fits(work, self.content):
            return self._brought_over(work)
        match sent.get("do", ""):
            case "save":
                return self._save(work)
            case "texts":
                texts = chosen(self.content, sent.getlist("texts"))
                return self._shown(shown_anew(self.content, work, texts))
            case step:
                return self._step(work, _step(step, sent))

    def _step(self, work: Work, step: str) -> HttpResponseBase:
        at = _passage(step, work) or self.request.POST.get("at", "")
        try:
            after = stepped(work, step)
        except Refused as refusal:
            return self._shown(work, at=at, notice=Notice("warning", str(refusal)), before=work)
        notice = Notice("info", said(work, after, step))
        return self._shown(after, at=at, notice=notice, before=work)

    def _save(self, work: Work) -> HttpResponseBase:
        try:
            saved = save(self.request, self.record, self.content, work)
        except Meanwhile:
            return self._brought_over(work)
        except DecisionRefused as refusal:
            return self._shown(work, notice=Notice("error", _with_rows(work, str(refusal))))
        messages.success(self.request, saved.message)
        address = reverse("admin:records_record_alignment", args=[self.record.pk])
        moved = ".".join(saved.moved[:_MOST_MARKED])
        asked = f"texts={','.join(work.start.texts)}" + (f"&moved={moved}" if moved else "")
        return HttpResponseRedirect(f"{address}?{asked}")

    def _brought_over(self, work: Work) -> HttpResponseBase:
        saves = logbook.saves_since(self.record, work.seen)
        stored, newest = stored_pins(self.record), logbook.newest(self.record)
        after, lost = brought_over(self.content, work, stored, newest)
        return self._shown(after, saves=saves, overruled=lost)

    def _shown(
        self,
        work: Work,
        *,
        at: str = "",
        notice: Notice | None = None,
        saves: tuple[str, ...] = (),
        overruled: tuple[Decided, ...] = (),
        before: Work | None = None,
    ) -> HttpResponseBase:
        page = laid_out(self.content, work, at=at, overruled=overruled)
        return self._page(work, page, notice, saves, before)

    def _page(
        self,
        work: Work,
        page: Page,
        notice: Notice | None,
        saves: tuple[str, ...] = (),
        before: Work | None = None,
    ) -> HttpResponseBase:
        context = {
            **self.frame,
            "title": "Rows",
            "page": page,
            "work": work,
            "written": written(work),
            "notice": notice,
            "saves": saves,
        }
        if before is not None and self.request.headers.get("X-Requested-With") == "fetch":
            context["patch"] = patch(before.now, work.now, page.rows)
            return TemplateResponse(self.request, f"{_TEMPLATES}_patch.html", context)
        return TemplateResponse(self.request, f"{_TEMPLATES}.html", context)


def _step(button: str, sent: QueryDict) -> str:
    """The step that a button means: some name their passage, the others mean the one chosen."""
    if button in ("move", "join"):
        return f"{button} {sent.get('at', '')} {sent.get('to', '')}"
    if " " in button or button in ("accept", "undo", "redo"):
        return button
    return f"{button} {sent.get('at', '')}"


def _passage(step: str, work: Work) -> str:
    """The passage that a step is about, where the page goes on."""
    if step == "undo" and work.done:
        step = work.done[-1]
    elif step == "redo" and work.undone:
        step = work.undone[-1]
    found = re.search(r" (p\d+)", step)
    return found[1] if found else ""


def _with_rows(work: Work, message: str) -> str:
    """The refusal of a decision, with the rows in which its passages stand."""
    rows = {pid: at for at, row in enumerate(work.now.rows, 1) for pid in row.passages}
    named = sorted({rows[pid] for pid in re.findall(r"\bp\d+\b", message) if pid in rows})
    where = f" Look at row {', '.join(map(str, named))}." if named else ""
    return f"Not saved, and nothing is lost. {message}{where}"
