"""What stands beside an edition and may be replaced: its texts aligned and compared, and what the
staff say of it. Stored as JSON beside its own revision; see ``models.Apparatus``.

Every stretch is given in code points of the body as stored, end exclusive.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Literal

import msgspec

from archive.editions.document import PinDocument, VarianceDocument, VerdictDocument

Kind = Literal["number", "date", "name"]

#: A row or sentence of which the aligner was less sure than this is shown as unsure.
UNSURE_BELOW = 0.5


class _Frozen(msgspec.Struct, frozen=True, omit_defaults=True):
    pass


class StretchContent(_Frozen, frozen=True, array_like=True):
    """A sentence, or some words: the passage in which it stands, from where to where."""

    passage: str
    start: int
    end: int


class SentenceContent(_Frozen, frozen=True, kw_only=True):
    """Sentences of one row that render each other, by text key; confidence 0..1."""

    cells: dict[str, tuple[StretchContent, ...]]
    confidence: float = 1.0


class RowContent(_Frozen, frozen=True, kw_only=True):
    """One row of the desk: passage ids by text key, in reading order; confidence 0..1.

    ``pinned`` where the staff have decided it. ``sentences`` hold every sentence of the row once.
    """

    cells: dict[str, tuple[str, ...]]
    confidence: float = 1.0
    pinned: bool = False
    sentences: tuple[SentenceContent, ...] = ()


class SpanContent(_Frozen, frozen=True, kw_only=True):
    """A stretch of one text, and the value read there."""

    text: str
    passage: str
    start: int
    end: int
    value: str


class ComparisonContent(_Frozen, frozen=True, kw_only=True):
    """A figure, date or known name of a row in two texts; None where a text does not say it.

    ``severity`` is empty where the texts agree; ``reason`` says why they do not: "differs",
    "only here", "moved", "calendar" or "unit" (``parallel.Difference``).
    """

    kind: Kind
    severity: Literal["flag", "note", ""] = ""
    reason: str = ""
    row: int
    left: str
    right: str
    source: SpanContent | None = None
    target: SpanContent | None = None


class WordingContent(_Frozen, frozen=True, kw_only=True):
    """Two texts in one language: the words of a row that only one of them has."""

    row: int
    left: str
    right: str
    source: tuple[StretchContent, ...] = ()
    target: tuple[StretchContent, ...] = ()


class OmissionContent(_Frozen, frozen=True, kw_only=True):
    """Two or more sentences in a run that ``text`` has and ``lacking`` perhaps leaves out."""

    text: str
    lacking: str
    sentences: tuple[StretchContent, ...]


class VoteContent(_Frozen, frozen=True, kw_only=True):
    """Three or more texts of a row that do not agree: what most say, and the odd one; None where
    no majority stands against a single text."""

    kind: Kind
    row: int
    spans: dict[str, SpanContent | None]
    value: str | None = None
    odd: str | None = None


class OutcomeContent(_Frozen, frozen=True, kw_only=True):
    """What became of a reader's report on a passage of an edition; ``at`` is a day, ISO."""

    number: int
    edition: int
    passage: str
    outcome: str
    by: str
    at: str


class ApparatusContent(_Frozen, frozen=True, kw_only=True):
    """Rows over all texts of the edition; what was compared in each pair of texts, in the order
    of the rows; what staff and readers have said of it."""

    rows: tuple[RowContent, ...] = ()
    comparisons: tuple[ComparisonContent, ...] = ()
    wordings: tuple[WordingContent, ...] = ()
    omissions: tuple[OmissionContent, ...] = ()
    votes: tuple[VoteContent, ...] = ()
    pins: tuple[PinDocument, ...] = ()
    verdicts: tuple[VerdictDocument, ...] = ()
    variances: tuple[VarianceDocument, ...] = ()
    outcomes: tuple[OutcomeContent, ...] = ()

    def compared(self, keys: Container[str]) -> dict[int, list[ComparisonContent]]:
        """What was compared between these texts, by row, in the order of the rows."""
        found: dict[int, list[ComparisonContent]] = {}
        for item in self.comparisons:
            if item.left in keys and item.right in keys:
                found.setdefault(item.row, []).append(item)
        return dict(sorted(found.items()))

    @property
    def differences(self) -> tuple[ComparisonContent, ...]:
        """What was compared and does not agree."""
        return tuple(compared for compared in self.comparisons if compared.severity)


_decoder = msgspec.json.Decoder(ApparatusContent)


def encode(content: ApparatusContent) -> str:
    """The apparatus as stored."""
    return msgspec.json.encode(content).decode()


def decode(stored: str) -> ApparatusContent:
    """The apparatus as typed values."""
    return _decoder.decode(stored)


class _Rows(_Frozen, frozen=True):
    rows: tuple[RowContent, ...] = ()


_rows_decoder = msgspec.json.Decoder(_Rows)


def decode_rows(stored: str | bytes) -> tuple[RowContent, ...]:
    """The rows alone, in a third of the time: the caller shows no text that is withheld."""
    return _rows_decoder.decode(stored).rows


def without(content: ApparatusContent, closed: frozenset[str]) -> ApparatusContent:
    """The apparatus without everything that tells of the wording of these texts, by key."""

    def open_to(*keys: str) -> bool:
        return closed.isdisjoint(keys)

    return ApparatusContent(
        rows=tuple(_row_without(row, closed) for row in content.rows),
        comparisons=tuple(c for c in content.comparisons if open_to(c.left, c.right)),
        wordings=tuple(w for w in content.wordings if open_to(w.left, w.right)),
        omissions=tuple(o for o in content.omissions if open_to(o.text, o.lacking)),
        votes=tuple(v for v in content.votes if open_to(*v.spans)),
        verdicts=tuple(v for v in content.verdicts if open_to(*v.words)),
        variances=tuple(v for v in content.variances if open_to(*v.passages)),
        outcomes=content.outcomes if not closed else (),
    )


def _row_without(row: RowContent, closed: frozenset[str]) -> RowContent:
    replace = msgspec.structs.replace
    cells = {key: cell for key, cell in row.cells.items() if key not in closed}
    sentences = tuple(
        replace(each, cells={key: cell for key, cell in each.cells.items() if key not in closed})
        for each in row.sentences
        if not closed.issuperset(each.cells)
    )
    return replace(row, cells=cells, sentences=sentences)
