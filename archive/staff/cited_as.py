"""How a draft will be cited, text by text, and what its citations will lack, with the way to each
field of the record's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from archive.citation import cite
from archive.citation.lacking import Lack, lacking
from archive.desk.labels import short_label
from archive.editions.reading import Reading

#: Fields of the page that stand for those of the document.
_FIELDS = {"translators": "translator_list"}
_ROWS = {"people": "participations", "texts": "texts", "held": "holdings"}


@dataclass(frozen=True, slots=True)
class Lacking:
    """A sentence, and the id of the element of the record's page where it is put right."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class CitedAs:
    """A text by its label, empty where none is held; its Chicago note; what that lacks."""

    label: str
    citation: SafeString
    lacks: tuple[Lacking, ...]


def cited_as(draft: Reading, number: int) -> Iterator[CitedAs]:
    """Every text of the draft, as the edition of that number; its description where it has none."""
    reading = replace(draft, standing=replace(draft.standing, number=number))
    content = reading.content
    for text in content.record.texts or (None,):
        key = text.key if text else None
        yield CitedAs(
            label=short_label(content, text) if text else "",
            citation=cite(reading, "chicago-18", "note", text=key).html,
            lacks=tuple(Lacking(lack.words, _target(lack)) for lack in lacking(reading, key)),
        )


def _target(lack: Lack) -> str:
    """``id_date``, ``id_texts-0-translator_list``, ``holdings-group`` where a row is wanted."""
    name = _FIELDS.get(lack.field, lack.field)
    if lack.part == "record":
        return f"id_{name}"
    rows = _ROWS[lack.part]
    return f"{rows}-group" if lack.row is None else f"id_{rows}-{lack.row}-{name}"
