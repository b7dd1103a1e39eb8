"""Pages made beforehand, and readers' citation lists."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from archive.editions.models import Edition


class KeptPage(models.Model):
    """The pages of an edition, packed with brotli.

    ``page`` is that at the record's own address, empty unless the edition is the newest;
    ``numbered`` that at the edition's own; ``fixed`` what all its pages have alike (``pieces``), and
    ``choices`` what each choice of texts puts into it, end to end. What an address calls its choice
    is in ``names``, and at the same place of ``starts`` (from 1) and ``lengths`` where its bytes
    are: Postgres reads and sends these alone. All these are empty where the record is withdrawn.

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
    choices = models.BinaryField()
    names = ArrayField(models.TextField())
    starts = ArrayField(models.IntegerField())
    lengths = ArrayField(models.IntegerField())

    def __str__(self) -> str:
        return f"pages of {self.edition}"


class ReaderList(models.Model):
    """A reader's citation list while they make it (``lists.value.CitationList`` in JSON).

    ``digest`` is the SHA-256 of the name that their cookie holds, in hexadecimal. Nothing is kept of
    who they are.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    state = models.TextField()
    begun_at = models.DateTimeField(db_index=True)
    changed_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"a reader's list, begun {self.begun_at:%Y-%m-%d}"


class SharedList(models.Model):
    """A citation list as it was when it was shared, under a code that cannot be guessed. It never
    changes; whoever shared it can delete it."""

    code = models.CharField(max_length=12, primary_key=True)
    state = models.TextField()
    shared_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"list {self.code}"
