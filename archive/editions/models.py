"""Editions, what stands beside them, whether they may be shown, and what has changed."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone

from archive.editions import content
from archive.records.models import Record


class Edition(models.Model):
    """A record as published: never changed or deleted (a trigger refuses it).

    ``canonical`` is RFC 8785 JSON of ``content.Content``, ``sha256`` its digest. ``published_by``
    is the name of who published it, kept as text so that it outlives the account.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    title = models.TextField()
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    canonical = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-published_at"]
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="edition_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}, edition {self.number}"

    @property
    def content(self) -> content.Content:
        """The typed content; embargoes are not applied here (see ``reading``)."""
        return content.thaw(self.canonical)


class EditionLink(models.Model):
    """A link of an edition, so that it can be shown from its other end."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="links")
    position = models.PositiveSmallIntegerField()
    type = models.CharField(max_length=20)
    to = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]
        indexes = [HashIndex(fields=["to"], name="edition_link_to")]

    def __str__(self) -> str:
        return f"{self.type} {self.to}"


class Apparatus(models.Model):
    """Rows and differences of an edition: JSON of ``apparatus.ApparatusContent``, replaceable.
    ``revision`` counts from 1."""

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, primary_key=True)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(default=timezone.now)
    stored = models.TextField()

    class Meta:
        verbose_name_plural = "apparatus"

    def __str__(self) -> str:
        return f"{self.edition}, apparatus {self.revision}"


class Availability(models.Model):
    """Whether a published record may be shown; governs every edition of it.

    ``newest`` is the edition that ``/records/<id>/`` shows. An embargo day is the first on which
    the wording is open. ``text_embargoes`` and ``scan_embargoes`` give a day (ISO) by text key
    and by the scan's SHA-256.
    """

    record = models.OneToOneField(
        Record, on_delete=models.PROTECT, primary_key=True, related_name="availability"
    )
    newest = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    source_id = models.CharField(max_length=300, null=True, blank=True, db_index=True)
    composed = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    embargo_until = models.DateField(null=True, blank=True)
    text_embargoes = models.JSONField(default=dict, blank=True)
    scan_embargoes = models.JSONField(default=dict, blank=True)
    closed_until = models.DateField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name_plural = "availability"
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="withdrawn_with_reason",
            )
        ]

    def __str__(self) -> str:
        return f"availability of {self.record_id}"


class Report(models.Model):
    """A reader's report of an error at a passage of an edition; who sent it is not kept.

    ``passage`` is an id ("p17"), empty where the whole record is meant; ``words`` what the reader
    had selected there. ``outcome`` is public once it is answered. ``number`` names it in
    addresses, counted from 1 in its record.
    """

    STATES = [(s, s) for s in ("open", "answered", "set aside")]

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="reports")
    number = models.PositiveIntegerField()
    passage = models.CharField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    message = models.TextField()
    sent_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=STATES, default="open")
    outcome = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="answered") | ~Q(outcome=""), name="answer_says_something"
            )
        ]

    def __str__(self) -> str:
        return f"report {self.number} on {self.edition}"


class Change(models.Model):
    """The change log: written in the transaction that changed what readers may see.

    ``transaction`` is Postgres's own number of that transaction: a reader of the log takes only
    rows whose transaction is older than every one still running, so that none is overtaken.
    """

    KINDS = [
        (kind, kind)
        for kind in ("published", "withdrawn", "released", "embargoed", "removed", "compared")
    ]
    record_id = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=KINDS)
    at = models.DateTimeField(default=timezone.now)
    transaction = models.BigIntegerField(
        db_default=models.Func(
            models.Func(
                function="pg_current_xact_id",
                template="%(function)s()::text",
                output_field=models.TextField(),
            ),
            template="(%(expressions)s)::bigint",
            output_field=models.BigIntegerField(),
        )
    )

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["transaction", "id"], name="change_by_transaction")]

    def __str__(self) -> str:
        return f"{self.record_id} {self.kind}"
