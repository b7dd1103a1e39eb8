"""Lines of a collation: what two sides say of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from archive.parallel.values import Comparison, Difference, Kind, Reason, Severity, Span

Mention = TypeVar("Mention")


@dataclass(frozen=True, slots=True)
class Compared(Generic[Mention]):
    """``lines`` of a collation, and what of either side is left over, to stand alone if nothing
    else may be set against it."""

    lines: list[Comparison]
    ours: list[Mention]
    theirs: list[Mention]


def line(
    kind: Kind,
    source: Span | None,
    target: Span | None,
    severity: Severity | None = None,
    reason: Reason = "differs",
) -> Comparison:
    """A line that agrees where no severity is given."""
    found = Difference(kind, source, target, severity, reason) if severity else None
    return Comparison(kind, source, target, found)


def mirrored(compared: Comparison) -> Comparison:
    """The same line with the sides changed."""
    found = compared.difference
    if found is not None:
        found = Difference(found.kind, found.target, found.source, found.severity, found.reason)
    return Comparison(compared.kind, compared.target, compared.source, found)
