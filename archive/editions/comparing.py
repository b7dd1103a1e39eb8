"""What changed between two editions: every field, and the wording by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from archive.editions.content import Content
from archive.editions.document import travelling
from archive.editions.words import Piece, compare_words

#: Fields in words, where their name in the schema is not clear enough.
LABELS = {
    "id": "Identifier",
    "source_id": "Identifier at its source",
    "held": "Provenance",
    "supported_by": "Supported by",
    "first_published": "First published",
    "provenance_note": "Source statement as received",
    "supported_by_note": "Funders' own words",
    "editorial": "Kept by the archive",
}
#: What only keeps count and says nothing to a reader.
_COUNTS = ("passages", "last_passage")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed line. ``field`` is in words; ``passage`` the id where wording changed, with
    ``text`` its text's key; both empty for a description."""

    field: str
    change: Literal["added", "removed", "changed"]
    pieces: tuple[Piece, ...]
    text: str = ""
    passage: str = ""


def compare(old: Content, new: Content) -> tuple[FieldChange, ...]:
    """All that differs, in the schema's order, each text's wording after its description."""
    ours, theirs = travelling(old.record), travelling(new.record)
    texts = _by_key(ours.pop("texts", [])), _by_key(theirs.pop("texts", []))
    changes = list(_compare_fields("", ours, theirs))
    for key in dict.fromkeys([*texts[0], *texts[1]]):
        before, after = dict(texts[0].get(key, {})), dict(texts[1].get(key, {}))
        before.pop("body", None)
        after.pop("body", None)
        changes += _compare_fields(f"Text {key}: ", before, after)
        changes += _compare_wording(key, old, new)
    return tuple(changes)


def _by_key(texts: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {text["key"]: text for text in texts}


def _compare_fields(
    prefix: str, ours: dict[str, Any], theirs: dict[str, Any]
) -> Iterator[FieldChange]:
    for field in dict.fromkeys([*ours, *theirs]):
        before, after = _lines(ours.get(field)), _lines(theirs.get(field))
        if before != after:
            name = LABELS.get(field, field.replace("_", " ").capitalize())
            label = f"{prefix}{name.lower() if prefix else name}"
            yield from _compare_lines(label, before, after)


def _lines(value: Any) -> list[str]:
    """A field's value as lines that can be read: one for each item of a list."""
    if value is None:
        return []
    if isinstance(value, list):
        return [_line(item) for item in value]
    return [line] if (line := _line(value)) else []


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(
            f"{key.replace('_', ' ')}: {_line(item)}"
            for key, item in value.items()
            if key not in _COUNTS
        )
    if isinstance(value, list):
        return ", ".join(_line(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _compare_lines(
    label: str, before: Sequence[str], after: Sequence[str]
) -> Iterator[FieldChange]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = min(i2 - i1, j2 - j1)
        for old, new in zip(before[i1 : i1 + pairs], after[j1 : j1 + pairs], strict=True):
            yield FieldChange(label, "changed", compare_words(old, new))
        for old in before[i1 + pairs : i2]:
            yield FieldChange(label, "removed", (Piece("removed", old),))
        for new in after[j1 + pairs : j2]:
            yield FieldChange(label, "added", (Piece("added", new),))


def _compare_wording(key: str, old: Content, new: Content) -> Iterator[FieldChange]:
    before, after = _wordings(key, old), _wordings(key, new)
    label = f"Text {key}"
    for passage in dict.fromkeys([*before, *after]):
        ours, theirs = before.get(passage), after.get(passage)
        if ours == theirs:
            continue
        if theirs is None and ours is not None:
            yield FieldChange(label, "removed", (Piece("removed", ours),), key, passage)
        elif ours is None and theirs is not None:
            yield FieldChange(label, "added", (Piece("added", theirs),), key, passage)
        elif ours is not None and theirs is not None:
            yield FieldChange(label, "changed", compare_words(ours, theirs), key, passage)


def _wordings(key: str, content: Content) -> dict[str, str]:
    """Each passage's wording by id, in order."""
    text = content.record.text(key)
    body = text.body if text else ""
    return {p.id: body[p.start : p.end] for p in content.passages.get(key, ())}
