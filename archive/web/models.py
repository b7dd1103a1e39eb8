"""Pages made beforehand."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from archive.editions.models import Edition


class KeptPage(models.Model):
    """The pages of an edition, packed with brotli.

    ``page`` is that at the record's own address, empty unless the edition is the newest;
    ``numbered`` that at the edition's own; ``fixed`` what all its pages have alike (``pieces``),
    empty where the record is withdrawn.

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
    fixed = models.BinaryField()

    def __str__(self) -> str:
        return f"pages of {self.edition}"


class KeptChoice(models.Model):
    """What a choice of texts puts into an edition's page, packed with brotli; a row each, so that
    nobody is sent the other choices. ``names`` are all that an address may call it
    (``pieces.choice_name``). True as long as the page it is kept with."""

    page = models.ForeignKey(KeptPage, on_delete=models.CASCADE, related_name="choices")
    names = ArrayField(models.TextField())
    packed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.page}: {self.names[0]}"
