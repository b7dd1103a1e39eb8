"""What an edition holds: the record as it travels, its passages, and what was read from it.

All that a page, an index, a citation or an export needs is here, so that none of them queries.
Readings that software makes (a parsed shelfmark, the days a date spans, an authority's slug) are
frozen with the wording: an edition shows in ten years what it showed on its day.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec
import rfc8785

from archive.editions.document import RecordDocument, travelling


class _Frozen(msgspec.Struct, frozen=True, omit_defaults=True):
    pass


class PassageContent(_Frozen, frozen=True, kw_only=True):
    """A block of a text. ``id`` as in addresses ("p17"); ``number`` counts from 1 in its text;
    ``start`` and ``end`` are code points into the body."""

    id: str
    number: int
    kind: str
    start: int
    end: int


class AuthorityLink(_Frozen, frozen=True, kw_only=True):
    """A name of the record and the authority entry that stood behind it."""

    name: str
    slug: str


class PersonContent(_Frozen, frozen=True, kw_only=True):
    """The authority entry behind a participation, in the order of ``record.people``."""

    slug: str
    name: str
    forms: tuple[tuple[str, str], ...] = ()


class RepositoryContent(_Frozen, frozen=True, kw_only=True):
    """A holding archive as the authority names it in English and in its own language."""

    slug: str
    name: str
    abbreviation: str = ""
    town: str = ""
    own_name: str = ""
    own_abbreviation: str = ""
    own_language: str = ""


class ShelfmarkContent(_Frozen, frozen=True, kw_only=True):
    """A shelfmark as parsed: ``parts`` in order, ``key`` equal for equal values."""

    system: Literal["fond", "box", "series", "free"]
    parts: tuple[tuple[str, str], ...] = ()
    display: str = ""
    key: str = ""
    differs_from_wording: bool = False


class HoldingContent(_Frozen, frozen=True, kw_only=True):
    """What was read from a holding, in the order of ``record.held``."""

    repository: RepositoryContent | None = None
    shelfmark: ShelfmarkContent | None = None


class DateContent(_Frozen, frozen=True, kw_only=True):
    """The days that a date can mean, as ISO strings; empty where open or out of range."""

    display: str = ""
    earliest: str = ""
    latest: str = ""


class Content(_Frozen, frozen=True, kw_only=True):
    """One edition's whole content. ``record`` never holds an internal note."""

    record: RecordDocument
    date: DateContent = DateContent()
    people: tuple[PersonContent, ...] = ()
    places: tuple[AuthorityLink, ...] = ()
    subjects: tuple[AuthorityLink, ...] = ()
    collections: tuple[AuthorityLink, ...] = ()
    holdings: tuple[HoldingContent, ...] = ()
    passages: dict[str, tuple[PassageContent, ...]] = {}
    version: int = 1

    def passage(self, passage_id: str) -> tuple[str, PassageContent] | None:
        """The text key and the passage of that id ("p17"), None where this edition has none."""
        for key, passages in self.passages.items():
            for passage in passages:
                if passage.id == passage_id:
                    return key, passage
        return None


_decoder = msgspec.json.Decoder(Content)


def freeze(content: Content) -> tuple[str, str]:
    """The canonical JSON (RFC 8785) of an edition, and its SHA-256 in hexadecimal."""
    plain: dict[str, Any] = msgspec.to_builtins(content)
    plain["record"] = travelling(content.record)
    canonical = rfc8785.dumps(plain)
    return canonical.decode(), hashlib.sha256(canonical).hexdigest()


def thaw(canonical: str | bytes) -> Content:
    """The typed content of a stored edition, whose bytes are in UTF-8."""
    return _decoder.decode(canonical)
