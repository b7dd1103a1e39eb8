"""A whole page held against the rules that publishing applies, each problem at its field.

Only what is impossible is refused (a tag that is none, a hand beyond the last paragraph): a
draft may be as incomplete as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from archive.editions.check import Problem, problems
from archive.editions.document import (
    HandDocument,
    HoldingDocument,
    RecordDocument,
    Rights,
    ScanDocument,
    TextDocument,
)

_PATH = re.compile(r"(texts|held|scans)\[(\d+)\]\.?(.*)")
#: Where a row names a text of the same page by its key.
_NAMING = {"texts": "translated_from", "held": "texts", "scans": "text_key"}
_FIELDS = {"rights.statement": "rights_statement", "rights.embargo_until": "embargo_until"}


Rows = Callable[[], Sequence[Any]]


@dataclass(slots=True)
class PageCheck:
    """The rows of one page that are to be saved, in their final order; checked once."""

    texts: Rows
    held: Rows
    scans: Rows
    done: bool = field(default=False, init=False)

    def run(self) -> None:
        """Add each problem to the field where it stands, unless that has one already.

        A text's new key is written where its old one stands, but for what was edited itself.
        """
        if self.done:
            return
        self.done = True
        rows = {"texts": self.texts(), "held": self.held(), "scans": self.scans()}
        renamed = _renamed(rows["texts"])
        for kind, name in _NAMING.items():
            for form in rows[kind]:
                _follow(form, name, renamed)
        document = RecordDocument(
            title="-",
            texts=tuple(_text(form.cleaned_data) for form in rows["texts"]),
            held=tuple(_holding(form.cleaned_data) for form in rows["held"]),
            scans=tuple(_scan(form.cleaned_data) for form in rows["scans"]),
        )
        for problem in problems(document):
            _show(problem, rows)


def _renamed(texts: Sequence[Any]) -> dict[str, str]:
    """The new keys of stored texts by their old ones."""
    stored = [form for form in texts if form.instance.pk and form.cleaned_data.get("key")]
    keys = ((form.initial["key"], form.cleaned_data["key"]) for form in stored)
    return {old: new for old, new in keys if old != new}


def _follow(form: Any, name: str, renamed: Mapping[str, str]) -> None:
    """Give the field the new keys, as if they had been typed there."""
    if name in form.changed_data or name not in form.cleaned_data:
        return
    told = form.cleaned_data[name]
    if isinstance(told, list):
        follows: Any = list(dict.fromkeys(renamed.get(key, key) for key in told))
    else:
        follows = renamed.get(told, told)
    if follows != told:
        form.cleaned_data[name] = follows
        setattr(form.instance, name, follows)
        form.changed_data.append(name)


def _show(problem: Problem, rows: Mapping[str, Sequence[Any]]) -> None:
    found = _PATH.fullmatch(problem.path)
    if found is None:
        return
    form = rows[found[1]][int(found[2])]
    name = _field(found[1], found[3])
    if name in form.fields and name not in form.errors:
        form.add_error(name, _sentence(problem.message))


def _field(kind: str, rest: str) -> str:
    if kind == "scans" and rest == "text":
        return "text_key"
    return _FIELDS.get(rest) or re.split(r"[.\[]", rest, maxsplit=1)[0]


def _sentence(message: str) -> str:
    """A problem's message as it stands under a field."""
    return message[:1].upper() + message[1:]


def _rights(row: Mapping[str, Any]) -> Rights:
    return Rights(statement=row.get("rights_statement") or None)


def _text(row: Mapping[str, Any]) -> TextDocument:
    return TextDocument(
        key=row.get("key") or "-",
        language=row.get("language") or "und",
        kind="translation",
        translated_from=row.get("translated_from") or None,
        body=row.get("body") or "",
        hands=msgspec.convert(row.get("hands") or [], tuple[HandDocument, ...]),
        rights=_rights(row),
    )


def _holding(row: Mapping[str, Any]) -> HoldingDocument:
    return HoldingDocument(
        type="archive", url=row.get("url") or "", texts=tuple(row.get("texts") or ())
    )


def _scan(row: Mapping[str, Any]) -> ScanDocument:
    return ScanDocument(
        file="scan.jpg", sha256="0" * 64, text=row.get("text_key") or "", rights=_rights(row)
    )
