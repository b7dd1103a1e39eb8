"""Editions, what stands beside them, whether they may be shown, and what has changed."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, HashIndex
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
    ``revision`` counts from 1; ``program`` is the program that compared it (``program.PROGRAM``),
    empty where that is not known."""

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, primary_key=True)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(default=timezone.now)
    stored = models.TextField()
    program = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        verbose_name_plural = "apparatus"

    def __str__(self) -> str:
        return f"{self.edition}, apparatus {self.revision}"


class FoundDifference(models.Model):
    """A difference between two texts of a record's newest edition, as its apparatus has it
    (``judged.JudgedDifference``), so that it can be listed across the archive.

    Written by ``found.list_differences`` in the transaction that writes the apparatus, and by
    nothing else. ``name`` is its name in the page that judges it, ``languages`` both primary
    tags in their order, ``row`` counts from 1, ``passage`` is an id, ``position`` its place among
    those of the record, ``places`` how many rows say it; ``since`` when it was found first.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="found_differences")
    name = models.CharField(max_length=13)
    kind = models.CharField(max_length=10)
    severity = models.CharField(max_length=4)
    state = models.CharField(max_length=20)
    reason = models.CharField(max_length=20)
    left_text = models.CharField(max_length=32)
    left_language = models.CharField(max_length=60)
    left_words = models.TextField()
    right_text = models.CharField(max_length=32)
    right_language = models.CharField(max_length=60)
    right_words = models.TextField()
    languages = models.CharField(max_length=20)
    row = models.PositiveIntegerField()
    passage = models.CharField(max_length=12)
    places = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["severity", "since", "record", "position"]
        constraints = [
            models.UniqueConstraint(fields=["record", "name"], name="found_difference_once"),
            models.CheckConstraint(
                condition=Q(severity__in=["flag", "note"]), name="found_difference_severity"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "true difference", "explained", "dismissed"]),
                name="found_difference_state",
            ),
            models.CheckConstraint(
                condition=~Q(left_words="") | ~Q(right_words=""), name="found_difference_says"
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "severity", "since", "record", "position"],
                name="found_difference_board",
            )
        ]

    def __str__(self) -> str:
        return f"{self.left_words} against {self.right_words} in {self.record_id}"


class Wording(models.Model):
    """What a passage says, in the editions ``first`` to ``last`` of its record, found again by its
    ``fingerprints`` (``texts.fingerprints``); the words themselves are read in the edition.

    Written by ``wordings.list_wordings`` in the transaction that publishes, and by nothing else.
    ``text`` is a key, ``passage`` an id ("p17"), ``digest`` tells wordings of one passage apart. A
    wording that comes back after another has a second row.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="wordings")
    text = models.CharField(max_length=32)
    passage = models.CharField(max_length=12)
    digest = models.BigIntegerField()
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    fingerprints = ArrayField(models.IntegerField())

    class Meta:
        ordering = ["record", "first", "id"]
        indexes = [GinIndex(fields=["fingerprints"], name="wording_fingerprints")]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "text", "passage", "first"], name="wording_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.passage} of {self.record_id}, editions {self.first} to {self.last}"


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
        return f"Report {self.number} on {self.edition}"


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
