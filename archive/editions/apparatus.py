"""What stands beside an edition and may be replaced: aligned rows and differences.

Stored as JSON beside its own revision; see ``models.Apparatus``.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class _Frozen(msgspec.Struct, frozen=True, omit_defaults=True):
    pass


class RowContent(_Frozen, frozen=True, kw_only=True):
    """One row of the desk: passage ids by text key, in reading order; confidence 0..1."""

    cells: dict[str, tuple[str, ...]]
    confidence: float = 1.0


class SpanContent(_Frozen, frozen=True, kw_only=True):
    """A stretch of one text: code points into its body, and the value read there."""

    text: str
    passage: str
    start: int
    end: int
    value: str


class DifferenceContent(_Frozen, frozen=True, kw_only=True):
    """Two texts disagree in a row; None where one side says nothing."""

    kind: Literal["number", "date", "name"]
    severity: Literal["flag", "note"]
    row: int
    left: str
    right: str
    source: SpanContent | None = None
    target: SpanContent | None = None


class ApparatusContent(_Frozen, frozen=True, kw_only=True):
    """Rows over all texts of the edition, and the differences of each pair of texts."""

    rows: tuple[RowContent, ...] = ()
    differences: tuple[DifferenceContent, ...] = ()


_decoder = msgspec.json.Decoder(ApparatusContent)


def encode(content: ApparatusContent) -> str:
    """The apparatus as stored."""
    return msgspec.json.encode(content).decode()


def decode(stored: str) -> ApparatusContent:
    """The apparatus as typed values."""
    return _decoder.decode(stored)
