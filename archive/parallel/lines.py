"""Lines of a collation: what two sides say of one thing."""

from __future__ import annotations

from archive.parallel.values import Comparison, Difference, Kind, Reason, Severity, Span


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
