"""Who and what the records speak of: people, places, subjects and the archives that hold them."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """A heading of the authority. ``slug`` is its address and never given to another."""

    slug = models.SlugField(max_length=120, unique=True, help_text="The end of its address.")
    name = models.CharField(max_length=500, help_text="The preferred name, in Latin script.")
    key = models.CharField(max_length=500, db_index=True, editable=False)
    note = models.TextField(blank=True, help_text="For staff and readers: who or what this is.")

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Form(models.Model):
    """Another form of a name: a script, a romanisation, a code name. ``key`` is it folded."""

    language = models.CharField(
        max_length=40, help_text="BCP 47: ru, zh, ko, zh-Latn-wadegile for Wade–Giles."
    )
    form = models.CharField(max_length=500)
    key = models.CharField(max_length=500, db_index=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["language", "form"]

    def __str__(self) -> str:
        return f"{self.form} ({self.language})"


class FormKind(models.TextChoices):
    """What makes a form another one. As it stands in files, and as staff choose it."""

    NATIVE_SCRIPT = "native script", "native script"
    ROMANISATION = "romanisation", "romanisation"
    SPELLING = "spelling", "another spelling"
    TRANSLATION = "translation", "translation"
    CODE_NAME = "code name", "code name"
    PSEUDONYM = "pseudonym", "pseudonym"
    BIRTH_NAME = "birth name", "birth name"
    TITLE = "title", "with a title"
    ABBREVIATION = "abbreviation", "abbreviation"


class Person(Entry):
    """A person or a body."""

    family = models.CharField(
        max_length=300, blank=True, help_text="The part by which the name is sorted: Liu."
    )
    given = models.CharField(max_length=300, blank=True, help_text="Shaoqi.")
    family_first = models.BooleanField(
        null=True,
        blank=True,
        help_text="Yes where the name is said family name first: Mao Zedong, Kim Il Sung.",
    )
    organisation = models.BooleanField(
        null=True, blank=True, help_text="Yes for a ministry, an embassy, a committee."
    )
    born = models.CharField(
        max_length=100, blank=True, help_text="EDTF: 1893-12-26, 1893, 1893~. Founded, for a body."
    )
    died = models.CharField(max_length=100, blank=True, help_text="As born. Dissolved, for a body.")

    class Meta(Entry.Meta):
        verbose_name_plural = "people"


class PersonForm(Form):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="forms")
    kind = models.CharField(max_length=20, choices=FormKind.choices, blank=True)

    class Meta(Form.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["person", "language", "form"],
                name="person_form_once",
                violation_error_message="This person already has this form in this language.",
            )
        ]


class PersonIdentifier(models.Model):
    """What another authority calls a person. One person may have two of a scheme, where that
    authority had the person twice; no two people share one."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=40, help_text="wikidata, viaf, lcnaf.")
    value = models.CharField(max_length=200, help_text="Q23505, 71406966, n79041717.")

    class Meta:
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="person_identifier_once",
                violation_error_message="Another person has this identifier.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


class Place(Entry):
    """A place that a record comes from, goes to or speaks of."""


class PlaceForm(Form):
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="forms")

    class Meta(Form.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["place", "language", "form"],
                name="place_form_once",
                violation_error_message="This place already has this form in this language.",
            )
        ]


class Subject(Entry):
    """What a record is about. Some archives name it in a paragraph: up to 884 characters in FRUS."""

    name = models.CharField(max_length=2000, help_text="In words, as readers are shown it.")


class Repository(Entry):
    """An archive or library that holds originals and copies."""

    abbreviation = models.CharField(max_length=60, blank=True, help_text="AP RF, NARA.")
    town = models.CharField(max_length=200, blank=True)
    own_name = models.CharField(max_length=500, blank=True, help_text="In its own language.")
    own_abbreviation = models.CharField(max_length=60, blank=True, help_text="АП РФ.")
    own_town = models.CharField(max_length=200, blank=True)
    own_language = models.CharField(max_length=40, blank=True, help_text="BCP 47: ru.")
    source = models.TextField(blank=True, help_text="Where these facts come from.")

    class Meta(Entry.Meta):
        verbose_name_plural = "repositories"


class RepositoryForm(Form):
    repository = models.ForeignKey(Repository, on_delete=models.CASCADE, related_name="forms")

    class Meta(Form.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["repository", "language", "form"],
                name="repository_form_once",
                violation_error_message="This archive already has this form in this language.",
            )
        ]
