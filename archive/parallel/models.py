"""What the staff decide about texts that stand side by side, and what the archive has learned.

Pins, verdicts and variance notes belong to a record, name texts by key and passages by their
permanent id, and so outlive edits and every recomputation.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from archive.records.models import Record


class Decision(models.Model):
    """Who decided, and when. ``by`` is the name to be shown, kept as text."""

    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


class Pin(Decision):
    """Passages of two or more texts that are exactly one row, or, not ``aligned``, never share
    one. ``cells`` gives passage ids by text key: ``{"en": ["p2"], "ru": ["p11", "p12"]}``; an
    empty list says that the others stand without that text."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="pins")
    cells = models.JSONField()
    aligned = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{'pin' if self.aligned else 'parting'} {self.pk} of {self.record_id}"


class Verdict(Decision):
    """What the staff say of a difference that a program found.

    It is known again by its kind and by the ``words`` of both texts, by key; empty words where
    that text says nothing. ``number`` names it in addresses, counted from 1 in its record and
    never given again.
    """

    STATES = [(s, s) for s in ("open", "true difference", "explained", "dismissed")]
    KINDS = [(k, k) for k in ("number", "date", "name")]

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="verdicts")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=KINDS)
    words = models.JSONField()
    state = models.CharField(max_length=20, choices=STATES)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="verdict_number_once"),
            models.UniqueConstraint(fields=["record", "kind", "words"], name="verdict_once"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "true difference", "explained", "dismissed"]),
                name="verdict_state_known",
            ),
        ]

    def __str__(self) -> str:
        return f"verdict {self.number} of {self.record_id}: {self.state}"


class VarianceNote(Decision):
    """A difference that no program sees, in the archive's own words.

    ``passages`` are ids by text key; ``words`` what is meant there, by text key, quoted exactly
    from the text, or left out. ``number`` as for a verdict, counted apart. One that was taken
    back keeps its number and passages and says nothing more.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="variance_notes")
    number = models.PositiveIntegerField()
    passages = models.JSONField()
    words = models.JSONField(default=dict, blank=True)
    note = models.TextField(blank=True)
    taken_back = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="variance_number_once"),
            models.CheckConstraint(
                condition=~Q(note="") | Q(taken_back=True), name="variance_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"variance note {self.number} of {self.record_id}"


class ReadAnchors(models.Model):
    """What was read in the texts of a long record to align them (``rows.Prepared.anchors`` as JSON),
    so that a process that has not read them need not. ``digest`` is the SHA-256 of the program and
    of all that it read.

    A cache that a crash may empty (the table is unlogged).
    """

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    digest = models.CharField(max_length=64)
    anchors = models.TextField()

    def __str__(self) -> str:
        return f"anchors of {self.record_id}"


class LearnedLexicon(models.Model):
    """Word translations learned from the archive's own alignments, for two languages in the order
    of their tags; ``weights`` by word of the first, then of the second."""

    languages = ArrayField(models.CharField(max_length=20), size=2, unique=True)
    weights = models.JSONField()
    pairs = models.PositiveIntegerField(help_text="Sentence pairs that it was learned from.")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["languages"]
        verbose_name_plural = "learned lexicons"

    def __str__(self) -> str:
        return " and ".join(self.languages)
