"""Form fields for the hard values of a record: dates, tags, shelfmarks, lists, hands."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db.models import Model

from archive.records import shelfmarks
from archive.records.dates import DateRefused
from archive.records.dates import parse as parse_date
from archive.staff.generic import ModelMultipleChoiceField
from archive.staff.widgets import HAND_KINDS, HandsWidget, OrderedAutocomplete
from archive.texts.languages import check_tag, language_name

_PART = re.compile(r"\s*([A-Za-z][\w .-]{0,39}?)\s*=\s*(.+?)\s*", re.DOTALL)


def check_date(value: str) -> None:
    """Raises ``ValidationError`` with the reason and an example."""
    try:
        if value:
            parse_date(value)
    except DateRefused as refusal:
        raise ValidationError(str(refusal)) from None


def check_language(value: str) -> None:
    """Raises ``ValidationError`` with the reason and an example."""
    try:
        if value:
            check_tag(value)
    except ValueError as refusal:
        raise ValidationError(str(refusal)) from None


COMMON_LANGUAGES = tuple(
    (tag, language_name(tag))
    for tag in (
        "en",
        "ru",
        "zh",
        "zh-Hant",
        "zh-Hans",
        "ko",
        "ja",
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "pl",
        "cs",
        "hu",
        "ro",
        "bg",
        "sr",
        "sq",
        "uk",
        "vi",
        "ar",
        "he",
        "fa",
        "tr",
    )
)


class LinesField(forms.CharField):
    """A list of strings, one a line, in order. ``prepare_value`` takes a list or what was typed."""

    widget = forms.Textarea

    def __init__(self, *, most: int = 1000, **kwargs: Any) -> None:
        super().__init__(strip=False, required=False, **kwargs)
        self.most = most

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).splitlines()]
        kept = [line for line in lines if line]
        for line in kept:
            if len(line) > self.most:
                message = f"“{line[:40]}…” has {len(line):,} characters; at most {self.most:,} fit."
                raise ValidationError(message)
        return kept

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != [
            line.strip() for line in str(data or "").splitlines() if line.strip()
        ]


class KeysField(forms.CharField):
    """Keys of texts or language tags, with commas or spaces between them, in order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.widget.attrs["data-keys"] = "many"

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        keys = _words(super().clean(value))
        for key in keys:
            if len(key) > 40:
                raise ValidationError(f"“{key[:40]}…” is no key of a text: it is too long.")
        return keys

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != _words(str(data or ""))


def _words(value: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"[^\s,;]+", value)))


class ShelfmarkField(forms.CharField):
    """A shelfmark as one line: ``fond 45, opis 1``, or parts ``fond = 45; opis = 1``.

    The value is a string, a dict of parts, or None; see ``written`` for how one is shown.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=2000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return written(value)

    def clean(self, value: Any) -> str | dict[str, str] | None:
        typed = super().clean(value)
        return parts_of(typed) or typed or None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return written(initial).strip() != str(data or "").strip()


def written(reference: Any) -> str:
    """A reference as the field shows it, so that reading it again gives the same value."""
    if not isinstance(reference, dict):
        return reference or ""
    return "; ".join(f"{name} = {value}" for name, value in reference.items())


def parts_of(typed: str) -> dict[str, str] | None:
    """The parts that a line of the form ``fond = 45; opis = 1`` gives; None for any other."""
    found = [_PART.fullmatch(piece) for piece in typed.split(";") if piece.strip()]
    if not found or not all(found):
        return None
    return {part[1]: part[2] for part in found if part}


def read_as(reference: Any, as_given: str) -> str:
    """What was understood of a shelfmark, in words; empty where there is none."""
    if isinstance(reference, dict):
        mark = shelfmarks.from_parts(reference, as_given)
    elif wording := reference or as_given:
        mark = shelfmarks.parse(wording)
    else:
        return ""
    if mark.system == "free":
        return "Kept as free text: it is not of a form that is read into parts."
    return f"Read as {mark.display()}."


class HandsField(forms.Field):
    """The schema's ``hands``: a list of name, kind, date, from, to."""

    widget = HandsWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        faults: list[str] = []
        hands = [_hand(number, row, faults) for number, row in enumerate(value or [], start=1)]
        if faults:
            raise ValidationError(faults)
        return hands

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _as_typed(initial or []) != _as_typed(data or [])


def _as_typed(rows: Any) -> list[tuple[str, ...]]:
    parts = ("name", "kind", "date", "from", "to")
    return [tuple(str(row.get(part) or "") for part in parts) for row in rows]


def _hand(number: int, row: dict[str, str], faults: list[str]) -> dict[str, Any]:
    """A row as the schema has it; what is wrong with it is added to ``faults``."""
    hand: dict[str, Any] = {"name": row["name"], "kind": row["kind"]}
    if row["kind"] not in HAND_KINDS:
        faults.append(f"Row {number}: say what it is: {', '.join(HAND_KINDS)}.")
    if "\0" in "".join(row.values()) or len(row["name"]) > 500:
        faults.append(f"Row {number}: the name holds a NUL or more than 500 characters.")
    try:
        check_date(row["date"])
    except ValidationError as refusal:
        faults += [f"Row {number}: {message}" for message in refusal.messages]
    if row["date"]:
        hand["date"] = row["date"]
    for part in ("from", "to"):
        if re.fullmatch("[0-9]{1,6}", row[part], re.ASCII):
            hand[part] = int(row[part])
        elif row[part] or part == "from":
            faults.append(f"Row {number}: “{part}” is the number of a paragraph, such as 5.")
    return hand


class OrderedEntriesField(ModelMultipleChoiceField[Any]):
    """Entries of the authority in the order chosen; cleaned to a list."""

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(queryset, required=False, **kwargs)

    def clean(self, value: Any) -> list[Model]:  # type: ignore[override]
        found = {str(entry.pk): entry for entry in super().clean(value)}
        return [found[key] for key in dict.fromkeys(map(str, value or [])) if key in found]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return [str(key) for key in initial or []] != [str(key) for key in data or []]


def ordered_entries(source: Any, label: str, help_text: str) -> OrderedEntriesField:
    """A field for entries that ``source``, a foreign key, can point to; new ones may be added."""
    rel = source.remote_field
    chooser = OrderedAutocomplete(source, admin.site)
    return OrderedEntriesField(
        rel.model._default_manager.all(),
        widget=RelatedFieldWidgetWrapper(chooser, rel, admin.site, can_add_related=True),
        label=label,
        help_text=help_text,
    )
