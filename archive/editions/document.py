"""One record as it travels: the structs of ``record.schema.json``, in the schema's key order.

Decoding keeps every value exactly as given. Encoding leaves out what is empty or absent, writes
keys in the schema's order, and so is the same bytes for the same record wherever it was stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

#: Text that says something: an empty one is refused, not taken for absent.
Filled = Annotated[str, msgspec.Meta(min_length=1)]
#: A number that names something in its record.
Counted = Annotated[int, msgspec.Meta(ge=1)]
PersonRole = Literal[
    "sender",
    "recipient",
    "author",
    "drafter",
    "signatory",
    "annotator",
    "participant",
    "mentioned",
]
PlaceRole = Literal["origin", "destination", "mentioned"]
TextKind = Literal[
    "original",
    "transcription",
    "contemporary translation",
    "translation",
    "machine translation",
    "summary",
]
Completeness = Literal["complete", "excerpt", "fragment"]
TextStatus = Literal["as received", "draft", "checked", "machine made"]
HandKind = Literal["annotation", "resolution", "minute", "reply"]
HoldingType = Literal["archive", "publication", "web"]
HoldingRelation = Literal[
    "source of this text",
    "another copy",
    "former shelfmark",
    "printed text",
    "origin of this digital record",
]
LinkType = Literal["reply to", "enclosed in", "annotates", "duplicate of", "part of", "see also"]
VerdictState = Literal["open", "true difference", "explained", "dismissed"]

#: The order in which the parts of a shelfmark are written; others follow by name.
REFERENCE_PARTS = (
    "fond",
    "opis",
    "papka",
    "delo",
    "list",
    "box",
    "folder",
    "series",
    "file",
    "folio",
)


class _Travelling(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Absent is the default, unknown keys are refused, nothing changes once read."""


class Name(_Travelling, frozen=True, kw_only=True):
    """A person or body, with its other forms by BCP 47 tag."""

    name: Filled
    family: str = ""
    given: str = ""
    family_first: bool | None = None
    organisation: bool | None = None
    forms: dict[str, Filled] = {}


class Participation(_Travelling, frozen=True, kw_only=True):
    """Somebody's part in the document."""

    name: Filled
    family: str = ""
    given: str = ""
    family_first: bool | None = None
    organisation: bool | None = None
    forms: dict[str, Filled] = {}
    role: PersonRole
    uncertain: bool = False

    def as_name(self) -> Name:
        """The name alone, as it was given here."""
        return Name(
            name=self.name,
            family=self.family,
            given=self.given,
            family_first=self.family_first,
            organisation=self.organisation,
            forms=self.forms,
        )


class PlaceNamed(_Travelling, frozen=True, kw_only=True):
    """A place and its part in the document."""

    name: Filled
    role: PlaceRole


class Rights(_Travelling, frozen=True, kw_only=True):
    """Rights, the note verbatim as received; ``embargo_until`` is the first open day."""

    statement: str | None = None
    note: str = ""
    holder: str = ""
    contact: str = ""
    embargo_until: str | None = None


class HandDocument(_Travelling, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """Paragraphs ``first`` to ``last`` (counted from 1; None: only the first) in another hand."""

    name: str
    kind: HandKind
    date: str | None = None
    first: Annotated[int, msgspec.Meta(ge=1)]
    last: Annotated[int, msgspec.Meta(ge=1)] | None = None


class TextDocument(_Travelling, frozen=True, kw_only=True):
    """One wording of the document."""

    key: str
    language: str
    kind: TextKind
    title: str = ""
    translated_from: str | None = None
    translators: tuple[Filled | Name, ...] = ()
    date: str | None = None
    completeness: Completeness | None = None
    status: TextStatus | None = None
    note: str = ""
    body: str
    rights: Rights = Rights()
    translated_from_holding: Annotated[int, msgspec.Meta(ge=0)] | None = None
    document_kind: str = ""
    hands: tuple[HandDocument, ...] = ()


class HoldingDocument(_Travelling, frozen=True, kw_only=True):
    """Where texts are kept or printed; ``texts`` are keys, or tags of texts not held here."""

    type: HoldingType
    repository: str | Name | None = None
    reference: str | dict[str, str] | None = None
    citation: str = ""
    title: str = ""
    editors: tuple[Filled | Name, ...] = ()
    volume: str = ""
    place: str = ""
    publisher: str = ""
    year: str = ""
    pages: str = ""
    url: str = ""
    texts: tuple[str, ...] = ()
    series: str = ""
    volume_title: str = ""
    translated_title: str = ""
    as_given: str = ""
    note: str = ""
    relation: HoldingRelation | None = None


class LinkDocument(_Travelling, frozen=True, kw_only=True):
    """From this record to another, by its id or source_id."""

    type: LinkType
    to: str


class PinDocument(_Travelling, frozen=True, kw_only=True):
    """Passage ids by text key that are exactly one row, or that never share one."""

    cells: dict[str, tuple[str, ...]]
    aligned: bool = True
    by: Filled
    at: datetime


class VerdictDocument(_Travelling, frozen=True, kw_only=True):
    """What the staff say of a difference: known by its kind and the words of both texts."""

    number: Counted
    kind: Literal["number", "date", "name"]
    words: dict[str, str]
    state: VerdictState
    note: str = ""
    by: Filled
    at: datetime


class VarianceDocument(_Travelling, frozen=True, kw_only=True):
    """A difference that no program sees: passage ids, and words quoted, by text key. Only one
    that was taken back says nothing."""

    number: Counted
    passages: dict[str, tuple[str, ...]]
    words: dict[str, str] = {}
    note: str = ""
    taken_back: bool = False
    by: Filled
    at: datetime


class Editorial(_Travelling, frozen=True, kw_only=True):
    """What the archive adds so that an export loses nothing.

    ``composed`` marks a record made up for demonstration. ``passages`` gives, for each text key,
    the permanent ids of its blocks in order; ``last_passage`` is the highest id ever given.
    Pins, verdicts and variance notes travel with the record, but are no part of an edition: they
    stand in its apparatus, where they can change.
    """

    composed: bool = False
    last_passage: int = 0
    passages: dict[str, tuple[str, ...]] = {}
    pins: tuple[PinDocument, ...] = ()
    verdicts: tuple[VerdictDocument, ...] = ()
    variances: tuple[VarianceDocument, ...] = ()


class ScanDocument(_Travelling, frozen=True, kw_only=True):
    """A page image that travels beside the file; ``text`` is the key of the text it shows."""

    file: str
    sha256: str
    text: str = ""
    leaf: str = ""
    credit: str = ""
    rights: Rights = Rights()


class RecordDocument(_Travelling, frozen=True, kw_only=True):
    """The whole record, in the schema's order. ``kind`` absent means cable."""

    id: str | None = None
    source_id: str | None = None
    title: Filled
    kind: str | None = None
    date: str | None = None
    date_note: str = ""
    summary: str = ""
    classification: str = ""
    people: tuple[Participation, ...] = ()
    places: tuple[PlaceNamed, ...] = ()
    subjects: tuple[Filled, ...] = ()
    collections: tuple[Filled, ...] = ()
    texts: tuple[TextDocument, ...] = ()
    held: tuple[HoldingDocument, ...] = ()
    rights: Rights = Rights()
    supported_by: tuple[Filled, ...] = ()
    first_published: str | None = None
    links: tuple[LinkDocument, ...] = ()
    number: str = ""
    provenance_note: str = ""
    supported_by_note: str = ""
    internal_note: str = ""
    editorial: Editorial = Editorial()
    scans: tuple[ScanDocument, ...] = ()

    @property
    def composed(self) -> bool:
        """Made up for demonstration: every page, print and export says so."""
        return self.editorial.composed

    def text(self, key: str) -> TextDocument | None:
        """The text of that key, None where there is none."""
        return next((text for text in self.texts if text.key == key), None)


def ordered_reference(parts: Mapping[str, str]) -> dict[str, str]:
    """The parts of a shelfmark in the order in which they are written."""
    rank = {part: place for place, part in enumerate(REFERENCE_PARTS)}
    return {key: parts[key] for key in sorted(parts, key=lambda k: (rank.get(k, 99), k))}


def _ordered(value: Any) -> Any:
    """Maps whose keys the schema leaves open, in an order that does not depend on storage."""
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if not isinstance(value, dict):
        return value
    ordered = {key: _ordered(item) for key, item in value.items()}
    for key in ("forms", "passages", "cells", "words"):
        if isinstance(ordered.get(key), dict):
            ordered[key] = dict(sorted(ordered[key].items()))
    if isinstance(ordered.get("reference"), dict):
        ordered["reference"] = ordered_reference(ordered["reference"])
    return {key: item for key, item in ordered.items() if item != {}}


def travelling(document: RecordDocument) -> dict[str, Any]:
    """Plain values in the schema's order, absent and empty keys left out."""
    plain: dict[str, Any] = _ordered(msgspec.to_builtins(document))
    return plain


def line(document: RecordDocument) -> bytes:
    """One line of a ``.jsonl`` file, UTF-8, with its line end."""
    return msgspec.json.encode(travelling(document)) + b"\n"


def names(given: Iterable[str | Name]) -> tuple[Name, ...]:
    """Names that may have been given as plain strings."""
    return tuple(Name(name=item) if isinstance(item, str) else item for item in given)
