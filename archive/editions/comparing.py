"""What changed from one edition to the next: every field, word by word. Pure.

Texts are matched by key and passages by their permanent id, so that a moved paragraph is not
said to be rewritten; other lists are matched item by item.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from archive.editions.content import Content
from archive.editions.document import travelling
from archive.editions.words import Piece, compare_words
from archive.texts.languages import language_name


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that changed. ``language`` is that of a text's wording, else empty."""

    label: str
    pieces: tuple[Piece, ...]
    language: str = ""


def compare(before: Content, after: Content) -> tuple[FieldChange, ...]:
    """The changes in the order of the schema; empty where nothing differs."""
    old, new = travelling(before.record), travelling(after.record)
    old.pop("editorial", None)
    new.pop("editorial", None)
    old_texts, new_texts = _by_key(old.pop("texts", [])), _by_key(new.pop("texts", []))
    return (*_fields("", old, new), *_texts(before, after, old_texts, new_texts))


def _fields(path: str, old: Any, new: Any) -> Iterator[FieldChange]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _fields(_joined(path, key), old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _items(path, old, new)
    else:
        yield FieldChange(_label(path), compare_words(_said(old), _said(new)))


def _items(path: str, old: list[Any], new: list[Any]) -> Iterator[FieldChange]:
    was_said, now_said = ([json.dumps(i, sort_keys=True) for i in items] for items in (old, new))
    matcher = SequenceMatcher(None, was_said, now_said, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(i_end - i, j_end - j)):
            was = old[i + n] if i + n < i_end else None
            now = new[j + n] if j + n < j_end else None
            place = j + n if now is not None else i + n
            yield from _fields(f"{path} {place + 1}", was, now)


def _texts(
    before: Content, after: Content, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*old, *new)):
        was, now = dict(old.get(key, {})), dict(new.get(key, {}))
        was.pop("body", None)
        now.pop("body", None)
        yield from _fields(_name(before, after, key), was, now)
        yield from _wording(before, after, key)


def _wording(before: Content, after: Content, key: str) -> Iterator[FieldChange]:
    old, new = _passages(before, key), _passages(after, key)
    language = _language(after, key) or _language(before, key)
    for passage in dict.fromkeys((*new, *old)):
        (number, was), (now_number, now) = old.get(passage, (0, "")), new.get(passage, (0, ""))
        if was != now:
            label = f"{_name(before, after, key)}, paragraph {now_number or number}"
            yield FieldChange(label, compare_words(was, now), language)


def _name(before: Content, after: Content, key: str) -> str:
    """A text by its language, as pages name it; with its key where another is in that language."""
    content = after if after.record.text(key) else before
    named = [t.key for t in content.record.texts if t.language == _language(content, key)]
    name = language_name(_language(content, key))
    return name if len(named) == 1 else f"{name} ({key})"


def _language(content: Content, key: str) -> str:
    text = content.record.text(key)
    return text.language if text else ""


def _passages(content: Content, key: str) -> dict[str, tuple[int, str]]:
    text = content.record.text(key)
    body = text.body if text else ""
    return {p.id: (p.number, body[p.start : p.end]) for p in content.passages.get(key, ())}


def _by_key(texts: list[dict[str, Any]]) -> dict[str, Any]:
    return {text["key"]: text for text in texts}


def _joined(path: str, key: str) -> str:
    return f"{path}, {key}" if path else key


def _label(path: str) -> str:
    words = path.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _said(value: Any) -> str:
    """A value as words: a list with commas, a map as its filled members."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_said(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{_label(key)}: {_said(item)}" for key, item in value.items())
    return str(value)
