"""Names for records: minted once, and never one that a record has."""

from __future__ import annotations

from archive.records.identifiers import mint
from archive.records.models import Record


def new_name() -> str:
    """A well-formed identifier that no record has."""
    return next(name for name in iter(mint, "") if not Record.objects.filter(pk=name).exists())
