"""The description of a document: what it is, who took part, where it is held, under which rights.

These rows are the staff's draft. Readers read editions.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from archive.authority.models import Person, Place, Repository, Subject


class Rights(models.Model):
    """Rights of a record, a text or a scan; the note is kept verbatim."""

    rights_statement = models.CharField(
        "rights statement",
        max_length=300,
        blank=True,
        help_text="An address of rightsstatements.org or creativecommons.org.",
    )
    rights_note = models.TextField(
        "rights note", blank=True, help_text="The note as received, word for word."
    )
    rights_holder = models.CharField("rights holder", max_length=500, blank=True)
    rights_contact = models.CharField("contact for permissions", max_length=500, blank=True)
    embargo_until = models.DateField(
        null=True,
        blank=True,
        help_text="The first day on which the wording may be read, such as 2030-01-01.",
    )

    class Meta:
        abstract = True


class Collection(models.Model):
    """A group of records that staff put together."""

    slug = models.SlugField(max_length=120, unique=True, help_text="The end of its address.")
    name = models.CharField(max_length=500, unique=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Record(Rights):
    """One document. ``id`` is its name in addresses, minted once and never given again."""

    id = models.CharField(primary_key=True, max_length=40, editable=False)
    source_id = models.CharField(
        "identifier at its source",
        max_length=300,
        null=True,
        blank=True,
        unique=True,
        help_text="What the record is called where it came from. Unique in this archive.",
    )
    title = models.CharField(
        max_length=1000, help_text="As in: Cable, Liu Shaoqi to Chairman Mao [Zedong]."
    )
    kind = models.CharField(
        max_length=100, default="cable", help_text="cable, letter, memorandum of conversation …"
    )
    date = models.CharField(
        max_length=100,
        blank=True,
        help_text="1950-01-22, 1950-01 or 1950; 1950~ for about 1950; 1950-01/1950-03 for a span; "
        "195X for the 1950s. Leave empty where unknown.",
    )
    earliest = models.DateField(null=True, blank=True, editable=False)
    latest = models.DateField(null=True, blank=True, editable=False)
    date_note = models.TextField(
        blank=True, help_text="How the date is known, where it is inferred."
    )
    summary = models.TextField(blank=True)
    classification = models.CharField(
        max_length=200, blank=True, help_text="The marking on the original: Top Secret."
    )
    number = models.CharField(
        max_length=200, blank=True, help_text="The document's own number, such as 511."
    )
    supported_by = ArrayField(
        models.CharField(max_length=1000),
        default=list,
        blank=True,
        help_text="Funders, one a line.",
    )
    supported_by_note = models.TextField(
        "funders' own words", blank=True, help_text="The funders' wording as received."
    )
    first_published = models.DateField(
        null=True, blank=True, help_text="When it was first published online, as 2011-05-30."
    )
    provenance_note = models.TextField(
        "source statement as received",
        blank=True,
        help_text="Word for word. It is shown beside the holdings and never replaced by them.",
    )
    internal_note = models.TextField(
        blank=True, help_text="For staff only. Never published, never shown to readers."
    )
    composed = models.BooleanField(
        "composed for demonstration",
        default=False,
        help_text="Not a source: every page, print and export of it says so.",
    )
    received_digest = models.CharField(
        max_length=64, null=True, unique=True, editable=False
    )  # of a line that came without id and source_id, so that it is known when it comes again
    last_passage = models.PositiveIntegerField(default=0, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    collections = models.ManyToManyField(
        Collection, through="CollectionMembership", related_name="records", blank=True
    )
    subjects = models.ManyToManyField(Subject, through="SubjectAssignment", blank=True)

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="record_has_title"),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True)
                | Q(latest__isnull=True)
                | Q(earliest__lte=models.F("latest")),
                name="record_earliest_before_latest",
            ),
            models.CheckConstraint(
                condition=Q(id__regex=r"^[0-9bcdfghjkmnpqrstvwxz]{7,40}$"),
                name="record_id_well_formed",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Positioned(models.Model):
    """Rows whose order was given with the record, counted from 0."""

    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


class CollectionMembership(Positioned):
    record = models.ForeignKey(Record, on_delete=models.CASCADE)
    collection = models.ForeignKey(Collection, on_delete=models.PROTECT)

    class Meta(Positioned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["record", "collection"], name="collection_once")
        ]

    def __str__(self) -> str:
        return f"{self.record_id} in {self.collection}"


class SubjectAssignment(Positioned):
    record = models.ForeignKey(Record, on_delete=models.CASCADE)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT)

    class Meta(Positioned.Meta):
        constraints = [models.UniqueConstraint(fields=["record", "subject"], name="subject_once")]

    def __str__(self) -> str:
        return f"{self.record_id} on {self.subject}"


class Participation(Positioned):
    """A person's part. ``as_given`` is the name as the record came with it, None: as the
    authority has it."""

    ROLES = [
        (role, role)
        for role in (
            "sender",
            "recipient",
            "author",
            "drafter",
            "signatory",
            "annotator",
            "participant",
            "mentioned",
        )
    ]
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="participations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=20, choices=ROLES)
    uncertain = models.BooleanField(default=False)
    as_given = models.JSONField(null=True, blank=True, editable=False)

    class Meta(Positioned.Meta):
        verbose_name = "person"
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"


class PlaceMention(Positioned):
    """A place's part. ``as_given`` is the name as the record came with it."""

    ROLES = [(role, role) for role in ("origin", "destination", "mentioned")]
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="place_mentions")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="mentions")
    role = models.CharField(max_length=20, choices=ROLES)
    as_given = models.CharField(max_length=500, blank=True, editable=False)

    class Meta(Positioned.Meta):
        verbose_name = "place"
        verbose_name_plural = "places"

    def __str__(self) -> str:
        return f"{self.place}, {self.role}"


class Holding(Positioned):
    """Where texts are kept or printed. ``texts`` are keys of this record's texts, or language
    tags of texts not held here. ``reference`` is a string or parts, as given."""

    TYPES = [(t, t) for t in ("archive", "publication", "web")]
    RELATIONS = [
        (r, r)
        for r in (
            "source of this text",
            "another copy",
            "former shelfmark",
            "printed text",
            "origin of this digital record",
        )
    ]
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="holdings")
    type = models.CharField(max_length=20, choices=TYPES, default="archive")
    relation = models.CharField(max_length=40, choices=RELATIONS, blank=True)
    texts = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        help_text="Keys of the texts that stand there: en, ru. A language tag (zh) for a text "
        "that is not held here.",
    )
    repository = models.ForeignKey(
        Repository, on_delete=models.PROTECT, null=True, blank=True, related_name="holdings"
    )
    repository_given = models.JSONField(null=True, blank=True, editable=False)
    reference = models.JSONField(null=True, blank=True)
    shelfmark_key = models.CharField(max_length=500, blank=True, db_index=True, editable=False)
    as_given = models.TextField(
        "shelfmark as received",
        blank=True,
        help_text="Word for word; never replaced by its parts.",
    )
    citation = models.TextField(
        blank=True, help_text="A printed source in one string, where its parts are not known."
    )
    title = models.CharField(max_length=1000, blank=True)
    translated_title = models.CharField(max_length=1000, blank=True)
    series = models.CharField(max_length=500, blank=True)
    volume = models.CharField(max_length=100, blank=True)
    volume_title = models.CharField(max_length=500, blank=True)
    place = models.CharField("place of publication", max_length=300, blank=True)
    publisher = models.CharField(max_length=500, blank=True)
    year = models.CharField(max_length=100, blank=True)
    pages = models.CharField(max_length=200, blank=True)
    url = models.CharField("address on the web", max_length=2000, blank=True)
    note = models.TextField(blank=True)

    class Meta(Positioned.Meta):
        verbose_name = "holding"

    def __str__(self) -> str:
        return f"holding {self.position + 1}"


class Editor(Positioned):
    """Who edited a printed source; ``as_given`` a string or a name with forms."""

    holding = models.ForeignKey(Holding, on_delete=models.CASCADE, related_name="editors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="edited")
    as_given = models.JSONField(null=True, blank=True, editable=False)

    def __str__(self) -> str:
        return str(self.person)


class Link(Positioned):
    """From this record to another, by its id or its identifier at the source."""

    TYPES = [
        (t, t)
        for t in ("reply to", "enclosed in", "annotates", "duplicate of", "part of", "see also")
    ]
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="links")
    type = models.CharField(max_length=20, choices=TYPES)
    to = models.CharField(
        "to record",
        max_length=300,
        help_text="The other record's id, or its identifier at its source.",
    )

    def __str__(self) -> str:
        return f"{self.type} {self.to}"
