"""The form in which staff write a variance note: passages chosen, words quoted, what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from archive.editions.apparatus import RowContent
from archive.editions.deciding import DecisionRefused
from archive.editions.document import VarianceDocument
from archive.parallel.models import VarianceNote
from archive.staff.excerpts import TextName, beginning
from archive.staff.mistakes import Mistake
from archive.staff.reviewing import Review
from archive.staff.verdict_forms import moment


@dataclass(frozen=True, slots=True)
class Pick:
    """A passage to choose; ``words`` are its first."""

    id: str
    number: int
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PickRow:
    """Passages that stand beside each other, by text; ``number`` counts from 1."""

    number: int
    cells: tuple[tuple[TextName, tuple[Pick, ...]], ...]

    @property
    def chosen(self) -> bool:
        """Whether any of its passages is."""
        return any(pick.chosen for _, picks in self.cells for pick in picks)


class VarianceForm(forms.Form):
    """A note of the archive's own on passages of an edition.

    ``number`` is that of the note written anew, empty for a new one; ``was`` says when the note
    was last written, as the page showed it.
    """

    note = forms.CharField(
        label="What differs",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3, "aria-describedby": "id_note_help"}),
        error_messages={"required": "A variance note says in words what differs."},
    )
    passages = forms.MultipleChoiceField(
        error_messages={
            "required": "Choose at least one passage that the note is about.",
            "invalid_choice": "This edition has no passage %(value)s. Choose others.",
        }
    )
    number = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    was = forms.CharField(required=False, widget=forms.HiddenInput)
    overwrite = forms.CharField(required=False, widget=forms.HiddenInput)

    meanwhile: str = ""
    """What somebody else wrote meanwhile; empty where nobody did."""
    now: str = ""
    """When that was: sent back as ``overwrite`` it says that theirs was seen."""

    def __init__(self, found: Review, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.found = found
        self.text_of = {
            passage.id: key
            for key, passages in found.content.passages.items()
            for passage in passages
        }
        passages = self.fields["passages"]
        assert isinstance(passages, forms.MultipleChoiceField)
        passages.choices = [(pid, pid) for pid in self.text_of]
        for key, text in found.texts.items():
            self.fields[f"words-{key}"] = forms.CharField(
                label=f"Words meant in the {text.name} text",
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 2, "lang": text.lang, "dir": text.dir}),
            )

    @classmethod
    def asked(cls, query: QueryDict, found: Review) -> VarianceForm | None:
        """The form that an address asks for: ``?write``, ``?passage=p17`` or ``?note=2``; None
        where it asks for none."""
        number = query.get("note", "")
        held = next((w.note for w in found.notes if str(w.note.number) == number), None)
        if held is not None and not held.taken_back:
            return cls(found, initial=_initial(held))
        if "write" in query or "passage" in query:
            return cls(found, initial={"passages": _with_row(found, query.getlist("passage"))})
        return None

    def clean(self) -> dict[str, Any]:
        """Words are quoted only from a text of which a passage is chosen."""
        cleaned = super().clean() or {}
        chosen = self.chosen(cleaned.get("passages", ()))
        for key, text in self.found.texts.items():
            if cleaned.get(f"words-{key}") and key not in chosen:
                message = f"Choose the passage of the {text.name} text in which these words stand."
                self.add_error(f"words-{key}", message)
        return cleaned

    def chosen(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Passage ids by text, in the order of the texts."""
        found: dict[str, list[str]] = {}
        for pid, key in self.text_of.items():
            if pid in ids:
                found.setdefault(key, []).append(pid)
        return found

    def decision(self) -> dict[str, Any]:
        """What ``write_variance`` takes."""
        cleaned = self.cleaned_data
        words = {key: cleaned[f"words-{key}"].replace("\r\n", "\n") for key in self.found.texts}
        return {
            "passages": self.chosen(cleaned["passages"]),
            "words": {key: said for key, said in words.items() if said},
            "note": cleaned["note"].replace("\r\n", "\n"),
            "number": cleaned["number"],
        }

    def meets(self, note: VarianceNote | None) -> None:
        """An error where somebody else wrote this note anew, or took it back, meanwhile."""
        cleaned = self.cleaned_data
        if note is None or note.at.isoformat() in (cleaned["was"], cleaned["overwrite"]):
            return
        said = "took it back" if note.taken_back else f"wrote: {note.note}"
        self.meanwhile, self.now = f"{note.by}, {moment(note.at)}, {said}", note.at.isoformat()
        self.add_error(None, "Somebody else changed this note while your page was open.")

    def refuse(self, refusal: DecisionRefused) -> None:
        """Show a refusal at its field."""
        field = f"words-{refusal.text}" if refusal.field == "words" else refusal.field
        self.add_error(field if field in self.fields else None, str(refusal))

    def mistakes(self) -> Iterator[Mistake]:
        """What is to be put right, in the order of the form."""
        for message in self.non_field_errors():
            yield Mistake("note", "Variance note", str(message))
        for name in ("passages", *(f"words-{key}" for key in self.found.texts), "note"):
            target = "note-passages" if name == "passages" else f"id_{name}"
            label = str(self.fields[name].label or "Passages")
            for message in self.errors.get(name, ()):
                yield Mistake(target, label, str(message))

    def quotations(self) -> list[BoundField]:
        """The fields of the words meant, a text each."""
        return [self[f"words-{key}"] for key in self.found.texts]

    def rows(self) -> list[PickRow]:
        """Every row to choose passages from, those chosen first."""
        value = self["passages"].value() or ()
        chosen = set(value)
        rows = [_pick_row(self.found, n, row, chosen) for n, row in enumerate(_rows(self.found), 1)]
        return sorted(rows, key=lambda row: not row.chosen)


def _initial(held: VarianceDocument) -> dict[str, Any]:
    return {
        "note": held.note,
        "passages": [pid for ids in held.passages.values() for pid in ids],
        "number": held.number,
        "was": held.at.isoformat(),
        **{f"words-{key}": said for key, said in held.words.items()},
    }


def _with_row(found: Review, asked: Sequence[str]) -> list[str]:
    """The passages asked for; of a single one also those beside it."""
    if len(asked) == 1:
        for row in _rows(found):
            beside = [pid for ids in row.cells.values() for pid in ids]
            if asked[0] in beside:
                return beside
    return list(asked)


def _rows(found: Review) -> Sequence[RowContent]:
    """The rows of the edition; of a single text, one for each passage."""
    return found.apparatus.rows or [
        RowContent(cells={key: (passage.id,)})
        for key, passages in found.content.passages.items()
        for passage in passages
    ]


def _pick_row(found: Review, number: int, row: RowContent, chosen: set[str]) -> PickRow:
    cells = []
    for key, name in found.texts.items():
        text = found.content.record.text(key)
        held = [p for p in found.content.passages.get(key, ()) if p.id in row.cells.get(key, ())]
        picks = tuple(
            Pick(p.id, p.number, beginning(text.body[p.start : p.end]), p.id in chosen)
            for p in held
            if text
        )
        cells.append((name, picks))
    return PickRow(number, tuple(cells))
