"""Small forms about a record's standing: a note, a reason, a day."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone


class NoteForm(forms.Form):
    """The note of an edition, shown in the record's public history."""

    note = forms.CharField(
        label="Note on this edition",
        required=False,
        max_length=2000,
        help_text="Shown to readers in the record's history: “First edition”, “Translator named”.",
        widget=forms.TextInput(attrs={"class": "wide"}),
    )


class ReasonForm(forms.Form):
    """Why a record is withdrawn."""

    reason = forms.CharField(
        label="Reason",
        max_length=2000,
        error_messages={"required": "Give the reason: readers are shown it."},
        help_text="Readers see it: “Withdrawn at the request of the rights holder.”",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EmbargoForm(forms.Form):
    """Until when the wording is withheld; empty lifts an embargo."""

    until = forms.DateField(
        label="Withhold the wording until",
        required=False,
        help_text="The first day on which it may be read. Empty: it is open now.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until is not None and until <= timezone.localdate():
            raise ValidationError("That day has come: nothing would be withheld.")
        return until
