"""The forms of the record page: one record, and each kind of row beneath it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from archive.editions.check import problems
from archive.editions.document import RecordDocument, Rights
from archive.records import kinds, rights
from archive.records.models import (
    CollectionMembership,
    Link,
    Participation,
    PlaceMention,
    Record,
    SubjectAssignment,
)
from archive.staff.conflicts import Conflict, conflict
from archive.staff.fields import (
    COMMON_LANGUAGES,
    HandsField,
    KeysField,
    LinesField,
    ShelfmarkField,
    check_date,
    check_language,
    ordered_entries,
)
from archive.staff.generic import ModelForm
from archive.staff.slips import slips, slips_help
from archive.staff.widgets import Suggesting
from archive.texts.languages import direction
from archive.texts.models import Text, Translator

Day = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
STATEMENTS = tuple((statement.uri, statement.label) for statement in rights.STATEMENTS)
_KINDS = tuple((kind.name, kind.label) for kind in kinds.KINDS)
RIGHTS = ("rights_statement", "rights_note", "rights_holder", "rights_contact", "embargo_until")


def as_shown(value: Any, *, one_line: bool) -> str:
    """A stored string as a browser sends it back: its line ends, and in an input no line ends
    and no spaces around it."""
    text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n", "").strip() if one_line else text


class KeepingForm(ModelForm[Any]):
    """A form that changes nothing that was not edited.

    Browsers rewrite line ends and drop those of a single line; what comes back as it was shown
    keeps the stored value to the character.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea) and isinstance(field, forms.CharField):
                field.strip = False

    @cached_property
    def changed_data(self) -> list[str]:
        """The fields edited: what came back as it was shown is not."""
        return [name for name in super().changed_data if not self._came_back(name)]

    def _came_back(self, name: str) -> bool:
        field = self.fields[name]
        if type(field) is not forms.CharField:
            return False
        one_line = not isinstance(field.widget, forms.Textarea)
        sent, was = self[name].data, self.initial.get(name, field.initial)
        return as_shown(sent, one_line=one_line) == as_shown(was, one_line=one_line)

    def _post_clean(self) -> None:
        for name in list(self.cleaned_data):
            kept = isinstance(self.fields[name], forms.CharField | HandsField)
            if kept and hasattr(self.instance, name):
                self.cleaned_data[name] = self._kept(name)
        super()._post_clean()  # type: ignore[misc]

    def _kept(self, name: str) -> Any:
        field, cleaned = self.fields[name], self.cleaned_data[name]
        stored = getattr(self.instance, name)
        if isinstance(field, LinesField | KeysField | ShelfmarkField | HandsField):
            raw = self[name].data
            return cleaned if field.has_changed(stored, raw) else stored
        if not isinstance(cleaned, str):
            return cleaned
        one_line = not isinstance(field.widget, forms.Textarea)
        shown = as_shown(cleaned, one_line=one_line)
        return stored if shown and shown == as_shown(stored, one_line=one_line) else shown


class RowForm(KeepingForm):
    """A row whose place among its fellows may be set; empty: after those that have one."""

    order = forms.IntegerField(
        label="Order",
        required=False,
        min_value=1,
        max_value=9999,
        widget=forms.NumberInput(attrs={"class": "order", "title": "1 comes first, empty last"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.initial["order"] = self.instance.position + 1


def styled(widgets: dict[str, int]) -> dict[str, forms.Widget]:
    """Several lines for these fields, by how many."""
    return {name: forms.Textarea(attrs={"rows": rows}) for name, rows in widgets.items()}


class RecordForm(KeepingForm):
    """The record itself. ``revision`` is that of the record as the page showed it.

    Where somebody else has saved it meanwhile, ``conflict`` says who, and the page is refused
    unless ``overwrite`` is the revision that its sender has since compared with.
    """

    conflict: Conflict | None = None

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    overwrite = forms.IntegerField(required=False, widget=forms.HiddenInput)
    supported_by = LinesField(
        label="Supported by", help_text="Funders, one a line: Leon Levy Foundation"
    )
    subject_list = ordered_entries(
        SubjectAssignment._meta.get_field("subject"), "Subjects", "Korean War, Sino-Soviet talks"
    )
    collection_list = ordered_entries(
        CollectionMembership._meta.get_field("collection"), "Collections", "Type to find one."
    )

    class Meta:
        model = Record
        fields = (
            "title",
            "kind",
            "number",
            "date",
            "date_note",
            "classification",
            "summary",
            "source_id",
            "first_published",
            "provenance_note",
            *RIGHTS,
            "supported_by",
            "supported_by_note",
            "internal_note",
            "composed",
        )
        labels = {
            "number": "Number",
            "date": "Date of the document",
            "date_note": "How the date is known",
            "classification": "Classification",
            "internal_note": "Internal note",
            "embargo_until": "Withheld until",
        }
        widgets = {
            "title": forms.TextInput(attrs={"class": "wide"}),
            "kind": Suggesting(_KINDS),
            "date": forms.TextInput(attrs={"placeholder": "1950-01-22"}),
            "first_published": Day,
            "embargo_until": Day,
            "rights_statement": Suggesting(STATEMENTS, {"class": "wide"}),
            **styled(
                {
                    "date_note": 2,
                    "summary": 4,
                    "provenance_note": 3,
                    "rights_note": 4,
                    "supported_by_note": 2,
                    "internal_note": 3,
                }
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        record = self.instance
        self.fields["supported_by"].widget.attrs["rows"] = 2
        self.fields["kind"].required = False
        if not record._state.adding:
            self.initial["revision"] = record.revision
            self.initial["subject_list"] = [
                a.subject_id for a in record.subjectassignment_set.all()
            ]
            self.initial["collection_list"] = [
                m.collection_id for m in record.collectionmembership_set.all()
            ]

    def clean_date(self) -> str:
        value: str = self.cleaned_data["date"]
        check_date(value)
        return value

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or "cable"

    def clean_rights_statement(self) -> str:
        value: str = self.cleaned_data["rights_statement"]
        given = RecordDocument(title="-", rights=Rights(statement=value or None))
        if found := problems(given):
            raise ValidationError([problem.message for problem in found])
        return value

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        record = self.instance
        seen = (cleaned.get("revision"), cleaned.get("overwrite"))
        if not record._state.adding and record.revision not in seen:
            self.conflict = conflict(record, seen[0])
            raise ValidationError(self.conflict.message)
        return cleaned


class ParticipationForm(RowForm):
    class Meta:
        model = Participation
        fields = ("person", "role", "uncertain")


class PlaceMentionForm(RowForm):
    class Meta:
        model = PlaceMention
        fields = ("place", "role")


class LinkForm(RowForm):
    class Meta:
        model = Link
        fields = ("type", "to")


class TextForm(RowForm):
    """One wording of the record."""

    translator_list = ordered_entries(
        Translator._meta.get_field("person"), "Translators", "In the order in which they sign."
    )
    translated_from_holding = forms.TypedChoiceField(
        label="Translated from the copy in",
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs={"data-holdings": ""}),
        help_text="The very book or file that was translated, of those under “Where it is held”.",
    )
    hands = HandsField(
        label="In another hand",
        help_text="An annotation, resolution or minute with its own author. Paragraphs are "
        "counted from 1: every block between empty lines is one.",
    )

    class Meta:
        model = Text
        fields = (
            "language",
            "key",
            "kind",
            "title",
            "body",
            "translated_from",
            "translated_from_holding",
            "date",
            "completeness",
            "status",
            "document_kind",
            "note",
            "hands",
            *RIGHTS,
        )
        labels = {"date": "Made in", "key": "Key", "embargo_until": "Withheld until"}
        help_texts = {
            "key": "Its short name in addresses: en, ru, en-2. Left empty, it is made from the "
            "language.",
        }
        widgets = {
            "language": Suggesting(COMMON_LANGUAGES, {"placeholder": "en, ru, zh …"}),
            "key": forms.TextInput(attrs={"placeholder": "from the language"}),
            "title": forms.TextInput(attrs={"class": "wide", "dir": "auto"}),
            "body": forms.Textarea(attrs={"rows": 18, "class": "wording", "spellcheck": "false"}),
            "date": forms.TextInput(attrs={"placeholder": "2005"}),
            "translated_from": forms.TextInput(attrs={"data-keys": "one", "placeholder": "zh"}),
            "embargo_until": Day,
            "rights_statement": Suggesting(STATEMENTS, {"class": "wide"}),
            **styled({"note": 2, "rights_note": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = self.instance
        for name in ("key", "body", "kind"):
            self.fields[name].required = False
        self.fields["body"].widget.attrs["dir"] = "auto"
        if not text._state.adding:
            self.initial["translator_list"] = [t.person_id for t in text.translators.all()]
            self.fields["body"].widget.attrs |= {
                "lang": text.language,
                "dir": direction(text.language, text.body),
            }
            self.fields["body"].help_text = slips_help(slips(text.key, text.language, text.body))

    def offer_holdings(self, names: list[tuple[int, str]]) -> None:
        """``names`` are (place counted from 0, how it is called) of the holdings on this page."""
        field = self.fields["translated_from_holding"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "not recorded"), *names]

    def clean_language(self) -> str:
        value: str = self.cleaned_data["language"]
        check_language(value)
        return value

    def clean_date(self) -> str:
        value: str = self.cleaned_data["date"]
        check_date(value)
        return value

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or "translation"

    def validate_unique(self) -> None:
        """Keys are compared over the whole page by the formset, which says where both stand."""
