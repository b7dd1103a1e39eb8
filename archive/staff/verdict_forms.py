"""The form in which a difference is judged, and what was decided while it was open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats, timezone

from archive.editions.judged import difference_name
from archive.parallel.models import Verdict

#: What readers see of a difference in each state.
SEEN = {
    "open": "Readers see that the texts differ, and nothing from you.",
    "true difference": "Readers see that the archive has checked it: the texts do differ.",
    "explained": "Readers see that they differ, with your note. Needs a note.",
    "dismissed": "Readers no longer see it marked. For what the program got wrong.",
}


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a form is about: the kind, and the words of both texts by key."""

    kind: str
    words: dict[str, str]

    @property
    def name(self) -> str:
        """The form's prefix, and the difference's place in the page."""
        return difference_name(self.kind, self.words)


class Snapshot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict as the page showed it; ``at`` is empty where there was none."""

    state: str = "open"
    note: str = ""
    at: str = ""

    @classmethod
    def of(cls, said: Any) -> Snapshot:
        """Of a stored verdict or of one in an apparatus; None where nothing is said."""
        if said is None:
            return cls()
        return cls(said.state, said.note, said.at.isoformat())


class VerdictForm(forms.Form):
    """The state of one difference and the note on it.

    ``matter`` and ``was`` come back as the page gave them: what is judged, and what was said of
    it when the page was opened.
    """

    state = forms.ChoiceField(
        label="What it is",
        choices=[(state, state.capitalize()) for state, _ in Verdict.STATES],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="Note, which readers can read and cite",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    matter = forms.CharField(widget=forms.HiddenInput)
    was = forms.CharField(widget=forms.HiddenInput)
    overwrite = forms.CharField(required=False, widget=forms.HiddenInput)

    meanwhile: str = ""
    """What somebody else decided meanwhile, in words; empty where nobody did."""
    now: str = ""
    """When that was: sent back as ``overwrite`` it says that theirs was seen."""

    @classmethod
    def of(cls, matter: Matter, said: Any) -> VerdictForm:
        """Filled in with what is said of it by now."""
        was = Snapshot.of(said)
        given = {
            "state": was.state,
            "note": was.note,
            "matter": msgspec.json.encode(matter).decode(),
            "was": msgspec.json.encode(was).decode(),
        }
        return cls(prefix=matter.name, initial=given, label_suffix="")

    @classmethod
    def sent(cls, data: Mapping[str, Any], prefix: str) -> VerdictForm:
        """As it came back."""
        return cls(data, prefix=prefix, label_suffix="")

    def clean_matter(self) -> Matter:
        matter: Matter = _decoded(self.cleaned_data["matter"], Matter)
        return matter

    def clean_was(self) -> Snapshot:
        was: Snapshot = _decoded(self.cleaned_data["was"], Snapshot)
        return was

    def clean_note(self) -> str:
        return str(self.cleaned_data["note"]).replace("\r\n", "\n").strip()

    def clean(self) -> dict[str, Any]:
        """Also that the form is about what its name says."""
        cleaned = super().clean() or {}
        matter = cleaned.get("matter")
        if matter is not None and matter.name != self.prefix:
            raise ValidationError("The page came back damaged. Open it again.")
        return cleaned

    @property
    def edited(self) -> bool:
        """Whether somebody decided anything here. A form that cannot be read was edited."""
        if not self.is_valid():
            return True
        was = self.cleaned_data["was"]
        return self._decision() != (was.state, was.note)

    def _decision(self) -> tuple[str, str]:
        return self.cleaned_data["state"], self.cleaned_data["note"]

    def meets(self, verdict: Verdict | None) -> None:
        """Hold the form against the verdict now stored: an error where somebody else decided
        otherwise after the page was opened, unless theirs was seen and is to be overwritten."""
        now = Snapshot.of(verdict)
        if verdict is None or now.at in (
            self.cleaned_data["was"].at,
            self.cleaned_data["overwrite"],
        ):
            return
        if (now.state, now.note) == self._decision():
            return
        self.meanwhile, self.now = said_by(verdict), now.at
        self.add_error(None, "Somebody else judged this while your page was open.")


def said_by(said: Any) -> str:
    """A verdict in words: ``Ada, 23 November 2026, 10:02: explained. A slip.``"""
    note = f" {said.note}" if said.note else ""
    return f"{said.by}, {moment(said.at)}: {said.state}.{note}"


def moment(at: datetime) -> str:
    """A time as the staff side says it."""
    return formats.date_format(timezone.localtime(at), "j F Y, H:i")


def _decoded(value: str, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(value.encode(), type=kind)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        raise ValidationError("The page came back damaged. Open it again.") from None
