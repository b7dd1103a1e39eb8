"""Pages made beforehand."""

from __future__ import annotations

from django.db import models

from archive.editions.models import Edition


class KeptPage(models.Model):
    """The pages of an edition, packed with brotli.

    ``page`` is that at the record's own address, empty unless the edition is the newest;
    ``numbered`` that at the edition's own; ``pieces`` those of which all others are joined
    (``pieces.Pieces``), empty where the record is withdrawn.

    A cache that a crash may empty (the table is unlogged). ``fingerprint`` names all that decided
    what the pages show (see ``standings.Known``): under another they are not those pages any more.
    Part of it stands apart, so that one statement finds those that are out of date.
    """

    edition = models.OneToOneField(
        Edition, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=32)
    software = models.CharField(max_length=32)
    revision = models.PositiveIntegerField()
    newest = models.PositiveIntegerField()
    status = models.PositiveSmallIntegerField()
    page_digest = models.CharField(max_length=32)
    page = models.BinaryField()
    numbered_digest = models.CharField(max_length=32)
    numbered = models.BinaryField()
    pieces = models.BinaryField()

    def __str__(self) -> str:
        return f"pages of {self.edition}"
