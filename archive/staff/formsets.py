"""The rows beneath a record: in the order set, saved without half measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from archive.editions.check import Problem
from archive.exchange.ingest.decode import Refused
from archive.exchange.ingest.scans import MOST_BYTES, image_format
from archive.staff.checking import PageCheck
from archive.staff.forms import RowForm, TextForm
from archive.staff.generic import BaseInlineFormSet
from archive.staff.holding_forms import HoldingForm, ScanForm
from archive.staff.saving import save_holding, save_scan, save_text
from archive.texts.models import Text

_LAST = 1_000_000


class RowFormSet(BaseInlineFormSet[Any, Any, Any]):
    """Rows of one kind. A row that somebody else removed meanwhile is saved as a new one."""

    page: PageCheck | None = None
    _cleaned = False

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        if self.is_bound and i < self.initial_form_count():
            self._forget_vanished(f"{self.add_prefix(i)}-id")
        form: Any = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        if form.instance._state.adding:
            form.fields["id"].required = False
        return form

    def _forget_vanished(self, name: str) -> None:
        stored = {str(row.pk) for row in self.get_queryset()}
        if self.data.get(name, "") not in stored:
            sent: Any = self.data
            self.data = sent.copy()
            self.data[name] = ""  # type: ignore[index]

    def full_clean(self) -> None:
        """As Django's, which asks ``is_valid`` in its middle."""
        super().full_clean()
        self._cleaned = True

    def is_valid(self) -> bool:
        """Also by the rules that speak of several rows at once."""
        super().is_valid()
        if self.page is not None and self._cleaned:
            self.page.run()
        return super().is_valid()

    def rows(self) -> list[Any]:
        """The forms to be kept, in their final order, their fields cleaned."""
        assert self.errors is not None
        kept = [
            (form.cleaned_data.get("order") or _LAST, place, form)
            for place, form in enumerate(self.forms)
            if self._is_kept(form)
        ]
        return [form for _, _, form in sorted(kept, key=lambda row: row[:2])]

    def _is_kept(self, form: Any) -> bool:
        if not hasattr(form, "cleaned_data") or self._should_delete_form(form):  # type: ignore[attr-defined]
            return False
        return bool(form.instance.pk or form.has_changed())

    def save(self, commit: bool = True) -> list[Model]:
        """Delete what is marked, save what changed, and number all that stays."""
        self.new_objects: list[Any] = []
        self.changed_objects: list[Any] = []
        self.deleted_objects: list[Any] = []
        for form in self.deleted_forms:
            if form.instance.pk:
                self.deleted_objects.append(form.instance)
                form.instance.delete()
        for position, form in enumerate(self.rows()):
            self._save_row(position, form)
        return [*self.new_objects, *(row for row, _ in self.changed_objects)]

    def _save_row(self, position: int, form: Any) -> None:
        row, new = form.instance, form.instance._state.adding
        moved = row.position != position
        row.position = position
        setattr(row, self.fk.name, self.instance)
        if new or form.has_changed():
            self.keep(form)
            if new:
                self.new_objects.append(row)
            else:
                self.changed_objects.append((row, form.changed_data))
        elif moved:
            type(row)._default_manager.filter(pk=row.pk).update(position=position)

    def keep(self, form: Any) -> None:
        """Save one row, new or changed."""
        form.instance.save()


class NamedFormSet(RowFormSet):
    """Rows that point at an entry and hold the name as it was given; another entry, no name."""

    entry = "person"
    nameless: Any = None

    def keep(self, form: Any) -> None:
        if self.entry in form.changed_data:
            form.instance.as_given = self.nameless
        super().keep(form)


class PlaceFormSet(NamedFormSet):
    """Places and their parts in the document."""

    entry = "place"
    nameless = ""


class TextFormSet(RowFormSet):
    """The wordings. ``holdings`` are the holdings of the same page."""

    holdings: HoldingFormSet | None = None

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        assert isinstance(form, TextForm)
        form.offer_holdings(self.holdings.names() if self.holdings else [])

    def validate_unique(self) -> None:
        """Keys are compared by ``clean``, which says which key stands twice."""

    def clean(self) -> None:
        """Give each text its key, and refuse one that stands twice."""
        super().clean()
        taken: set[str] = {form.cleaned_data["key"] for form in self.rows() if _has_key(form)}
        seen: set[str] = set()
        for form in self.rows():
            if not _has_key(form) and "key" not in form.errors:
                key = _free_key(form.cleaned_data.get("language") or "text", taken)
                form.cleaned_data["key"] = form.instance.key = key
                taken.add(key)
            key = form.cleaned_data.get("key", "")
            if key in seen:
                form.add_error("key", f"Another text on this page has the key “{key}” too.")
            seen.add(key)

    def is_valid(self) -> bool:
        """Also that no text was translated from a holding that goes."""
        super().is_valid()
        for form in self.rows() if self._cleaned else ():
            chosen = form.cleaned_data.get("translated_from_holding")
            if chosen is not None and self._final_place(chosen) is None:
                name = "translated_from_holding"
                if name not in form.errors:
                    form.add_error(name, "This holding is removed on this page. Choose another.")
        return super().is_valid()

    def _final_place(self, shown: int) -> int | None:
        return self.holdings.final_place(shown) if self.holdings else shown

    def save(self, commit: bool = True) -> list[Model]:
        """As any rows; texts whose keys change first make way for each other."""
        for form in self.rows():
            if form.instance.pk and "key" in form.changed_data:
                Text.objects.filter(pk=form.instance.pk).update(key=f"z-{form.instance.pk}")
        return super().save(commit)

    def _save_row(self, position: int, form: Any) -> None:
        text, chosen = form.instance, form.cleaned_data.get("translated_from_holding")
        if chosen is not None:
            text.translated_from_holding = self._final_place(chosen)
            if not text._state.adding:
                place = text.translated_from_holding
                Text.objects.filter(pk=text.pk).update(translated_from_holding=place)
        super()._save_row(position, form)

    def keep(self, form: Any) -> None:
        save_text(
            self.instance,
            form.instance,
            form.cleaned_data["translator_list"],
            hands_edited="hands" in form.changed_data,
        )


def _has_key(form: Any) -> bool:
    return bool(form.cleaned_data.get("key"))


def _free_key(language: str, taken: Iterable[str]) -> str:
    """``en``, or ``en-2`` where that is taken."""
    stem = language.split("-", maxsplit=1)[0].lower()[:20] or "text"
    numbered = (f"{stem}-{number}" for number in range(2, _LAST))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)


class HoldingFormSet(RowFormSet):
    """Where texts are kept or printed."""

    def names(self) -> list[tuple[int, str]]:
        """Each holding of the page by its place there, and how it is called."""
        named = []
        for place, form in enumerate(self.forms):
            assert isinstance(form, HoldingForm)
            named.append((place, form.called(place)))
        return named

    def final_place(self, shown: int) -> int | None:
        """Where the holding shown at that place ends up; None where it does not stay."""
        rows = self.rows()
        chosen = self.forms[shown] if shown < len(self.forms) else None
        return next((place for place, form in enumerate(rows) if form is chosen), None)

    def keep(self, form: Any) -> None:
        if "repository" in form.changed_data:
            form.instance.repository_given = None
        save_holding(form.instance, form.cleaned_data["editor_list"])


class ScanFormSet(RowFormSet):
    """Page images; what is no image is refused before anything is saved."""

    def clean(self) -> None:
        super().clean()
        for form in self.rows():
            assert isinstance(form, ScanForm)
            if upload := form.cleaned_data.get("upload"):
                _check_image(form, upload)

    def keep(self, form: Any) -> None:
        save_scan(form.instance, form.cleaned_data.get("upload"))


def _check_image(form: RowForm, upload: Any) -> None:
    if upload.size > MOST_BYTES:
        form.add_error("upload", f"{upload.name} is larger than {MOST_BYTES // 2**20} MiB.")
        return
    try:
        image_format(upload.read(), "scan")
    except Refused as refusal:
        messages = [_about(upload.name, problem) for problem in refusal.problems]
        form.add_error("upload", ValidationError(messages))
    upload.seek(0)


def _about(name: str, problem: Problem) -> str:
    return f"{name[:80]} {problem.message}"
