"""Pages made beforehand."""

from __future__ import annotations

from django.db import models

from archive.records.models import Record


class KeptPage(models.Model):
    """The page of a record at its own address, packed with brotli.

    A cache that a crash may empty (the table is unlogged). ``fingerprint`` names all that decided
    what the page shows (see ``standings.Known``): under another it is not that page any more.
    Part of it stands apart, so that one statement finds the pages that are out of date.
    """

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=32)
    software = models.CharField(max_length=32)
    edition_id = models.BigIntegerField()
    revision = models.PositiveIntegerField()
    digest = models.CharField(max_length=32)
    status = models.PositiveSmallIntegerField()
    packed = models.BinaryField()

    def __str__(self) -> str:
        return f"page of {self.record_id}"
