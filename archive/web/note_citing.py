"""How to cite what the archive itself says of a record: one plain reference."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from archive.citation.wording import commas, field, finish, quoted
from archive.desk import labels
from archive.editions.standing import Standing
from archive.web.pages import absolute


def note_citation(standing: Standing, what: str, *, by: str, at: datetime, path: str) -> str:
    """``Ada Ames, “Verdict 1” on “Cable …” (record 0bvx1zt), Facing Pages, November 23, 2026, …``.

    An author who is the archive itself is named once.
    """
    archive = "" if by == settings.SITE_NAME else settings.SITE_NAME
    named = f"{quoted(what)} on {quoted(field(standing.title))} (record {standing.record_id})"
    said = commas(field(by), named, archive, labels.day(at), f"{absolute(path)}.")
    return finish(said, composed=standing.composed).text
