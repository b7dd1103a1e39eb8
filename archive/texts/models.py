"""The wording of a record: its texts, their passages with permanent ids, and scans."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from archive.authority.models import Person
from archive.records.models import Positioned, Record, Rights


class Text(Positioned, Rights):
    """One wording. ``body`` is kept exactly; ``hands`` are the schema's, as given."""

    KINDS = [
        (kind, kind)
        for kind in (
            "original",
            "transcription",
            "contemporary translation",
            "translation",
            "machine translation",
            "summary",
        )
    ]
    COMPLETENESS = [(c, c) for c in ("complete", "excerpt", "fragment")]
    STATUSES = [(s, s) for s in ("as received", "draft", "checked", "machine made")]

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="texts")
    key = models.CharField(
        max_length=32,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9-]{0,31}\Z",
                "Use a small letter first, then small letters, digits and hyphens: en, ru, en-2.",
            )
        ],
        help_text="Short name of this text in addresses: en, ru, zh, en-2.",
    )
    language = models.CharField(max_length=60, help_text="BCP 47 tag: en, ru, zh, zh-Hant, ko.")
    kind = models.CharField(max_length=30, choices=KINDS, default="translation")
    title = models.CharField(max_length=1000, blank=True, help_text="In the text's language.")
    translated_from = models.CharField(
        max_length=60,
        blank=True,
        help_text="The key of the text that this one translates, or a language tag (zh) where "
        "that text is not held here.",
    )
    translated_from_holding = models.PositiveSmallIntegerField(null=True, blank=True)
    date = models.CharField(
        max_length=100, blank=True, help_text="When this text was made: 1950-02, 2005."
    )
    completeness = models.CharField(max_length=10, choices=COMPLETENESS, blank=True)
    status = models.CharField(max_length=20, choices=STATUSES, blank=True)
    note = models.TextField(blank=True)
    document_kind = models.CharField(
        max_length=100,
        blank=True,
        help_text="What this text calls itself, where that differs from the record: telegram.",
    )
    body = models.TextField(help_text="Paragraphs separated by blank lines.")
    hands = models.JSONField(default=list, blank=True)

    class Meta(Positioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["record", "key"],
                name="text_key_once",
                violation_error_message="Another text of this record has this key.",
            ),
            models.CheckConstraint(
                condition=Q(key__regex=r"^[a-z][a-z0-9-]{0,31}$"), name="text_key_well_formed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.kind})"


class Translator(Positioned):
    """Who translated a text; ``as_given`` a string or a name with forms, as it came."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="translators")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="translations")
    as_given = models.JSONField(null=True, blank=True, editable=False)

    def __str__(self) -> str:
        return str(self.person)


class Passage(models.Model):
    """A block of a text. ``number`` is its permanent id ("p17"), unique in the record across
    all texts and never given again; ``position`` counts from 0 in its text."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="passages")
    number = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number"],
                name="passage_id_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=Q(start__lt=models.F("end")), name="passage_span"),
        ]

    def __str__(self) -> str:
        return f"p{self.number}"


class Scan(Positioned, Rights):
    """A page image. ``file`` is its name as received, ``image`` the stored bytes."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="scans")
    file = models.CharField("file name", max_length=500)
    sha256 = models.CharField(max_length=64, editable=False)
    image = models.FileField(upload_to="scans/", blank=True)
    text_key = models.CharField(
        "text", max_length=32, blank=True, help_text="Key of the text that it shows: ru."
    )
    leaf = models.CharField(max_length=60, blank=True, help_text="f. 22, p. 3.")
    credit = models.CharField(max_length=500, blank=True)

    class Meta(Positioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="scan_has_sha256"
            )
        ]

    def __str__(self) -> str:
        return self.file
