"""The forms of a holding and of a scan on the record page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from archive.records.models import Editor, Holding
from archive.staff.fields import KeysField, ShelfmarkField, ordered_entries, read_as
from archive.staff.forms import RIGHTS, STATEMENTS, Day, RowForm, styled
from archive.staff.widgets import Suggesting
from archive.texts.models import Scan


class HoldingForm(RowForm):
    """Where texts are kept or printed."""

    editor_list = ordered_entries(
        Editor._meta.get_field("person"), "Editors", "In the order of the title page."
    )
    texts = KeysField(
        label="Texts that stand there",
        help_text="Keys of texts on this page (en, ru), or a language tag (zh) for a text that "
        "is not held here.",
    )
    reference = ShelfmarkField(
        label="Shelfmark",
        help_text="As one line: fond 45, opis 1, delo 334, list 22 · Box 12, folder 3 · "
        "FO 371/83313. Or in parts: fond = 45; opis = 1.",
    )

    class Meta:
        model = Holding
        fields = (
            "type",
            "relation",
            "texts",
            "repository",
            "reference",
            "as_given",
            "citation",
            "title",
            "translated_title",
            "series",
            "volume",
            "volume_title",
            "place",
            "publisher",
            "year",
            "pages",
            "url",
            "note",
        )
        labels = {"relation": "What this copy is", "repository": "Archive", "type": "Held in"}
        widgets = {
            "title": forms.TextInput(attrs={"class": "wide"}),
            "translated_title": forms.TextInput(attrs={"class": "wide"}),
            "url": forms.TextInput(attrs={"class": "wide", "inputmode": "url"}),
            **styled({"as_given": 2, "citation": 2, "note": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        holding = self.instance
        self.fields["reference"].widget.attrs["class"] = "wide"
        self.fields["type"].required = False
        if not holding._state.adding:
            self.initial["editor_list"] = [e.person_id for e in holding.editors.all()]
            if understood := read_as(holding.reference, holding.as_given):
                self.fields["reference"].help_text = understood

    def clean_type(self) -> str:
        return self.cleaned_data["type"] or "archive"

    def called(self, place: int) -> str:
        """``Holding 1: AP RF`` for the choice of the copy translated."""
        holding = self.instance
        named = holding.title or (holding.repository.name if holding.repository_id else "")
        named = named or holding.citation or holding.url or holding.type
        return f"Holding {place + 1}: {named[:60]}"


class ScanForm(RowForm):
    """A page image; a new one needs its file."""

    upload = forms.FileField(
        label="Image",
        required=False,
        help_text="JPEG, PNG or WebP. Choose another to replace it.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = Scan
        fields = ("text_key", "leaf", "credit", *RIGHTS)
        labels = {"text_key": "Shows the text", "embargo_until": "Withheld until"}
        widgets = {
            "text_key": forms.TextInput(attrs={"data-keys": "one"}),
            "embargo_until": Day,
            "rights_statement": Suggesting(STATEMENTS, {"class": "wide"}),
            **styled({"rights_note": 2}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance._state.adding and not cleaned.get("upload") and self.has_changed():
            self.add_error("upload", ValidationError("Choose the image file of this scan."))
        return cleaned
