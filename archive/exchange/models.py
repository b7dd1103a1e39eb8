"""Files that staff brought in, and what became of them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone


class Upload(models.Model):
    """One file: checked first, then accepted as drafts, then published.

    ``report`` is what the last run over it found: counts by outcome and the refused lines, as
    plain values of ``ingest.load.Report``. ``record_ids`` are the records it brought in.
    """

    CHECKED, ACCEPTED, PUBLISHED = "checked", "accepted", "published"
    STATES = [(state, state) for state in (CHECKED, ACCEPTED, PUBLISHED)]

    name = models.CharField("file name", max_length=300)
    file = models.FileField(upload_to="uploads/", blank=True, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_by = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=STATES, default=CHECKED)
    report = models.JSONField(default=dict, blank=True)
    record_ids = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.name
