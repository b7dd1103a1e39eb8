"""People, places, subjects, archives and collections in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from archive.authority.finding import free_slug
from archive.authority.models import (
    Person,
    PersonForm,
    PersonIdentifier,
    Place,
    PlaceForm,
    Repository,
    RepositoryForm,
    Subject,
)
from archive.authority.names import fold_name
from archive.records.models import Collection
from archive.staff.fields import COMMON_LANGUAGES, check_date, check_language
from archive.staff.generic import ModelForm, TabularInline
from archive.staff.mistakes import ListsMistakes
from archive.staff.turns import TurnTakingAdmin
from archive.staff.widgets import Suggesting


class _EntryForm(ModelForm[Any]):
    """An entry whose address may be left to the archive."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = "The end of its address. Empty: made from the name."
        if "own_language" in self.fields:
            self.fields["own_language"].widget = Suggesting(COMMON_LANGUAGES)

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        name = str(self.data.get("name", ""))
        return slug or (self.instance.slug or free_slug(self._meta.model, name.replace("\0", "")))

    def clean_own_language(self) -> str:
        value: str = self.cleaned_data["own_language"]
        check_language(value)
        return value


class _PersonForm(_EntryForm):
    """A person, the dates of whose life are dates."""

    def clean_born(self) -> str:
        value: str = self.cleaned_data["born"]
        check_date(value)
        return value

    def clean_died(self) -> str:
        value: str = self.cleaned_data["died"]
        check_date(value)
        return value


class _NameFormForm(ModelForm[Any]):
    """Another form of a name, its language tag checked."""

    class Meta:
        widgets = {"language": Suggesting(COMMON_LANGUAGES, {"placeholder": "ru, zh, ko"})}

    def clean_language(self) -> str:
        value: str = self.cleaned_data["language"]
        check_language(value)
        return value


class _Forms(TabularInline[Any, Any]):
    form = _NameFormForm
    fields: ClassVar[tuple[str, ...]] = ("language", "form")
    extra = 1
    verbose_name = "form of the name"
    verbose_name_plural = "Other forms of the name: scripts, romanisations, code names"


class PersonForms(_Forms):
    """A person's other names."""

    model = PersonForm
    fields = ("language", "form", "kind")


class PersonIdentifiers(TabularInline[Any, Any]):
    """What other authorities call a person."""

    model = PersonIdentifier
    fields = ("scheme", "value")
    extra = 0
    verbose_name = "identifier"
    verbose_name_plural = "Identifiers in other authorities"


class PlaceForms(_Forms):
    """A place's other names."""

    model = PlaceForm


class RepositoryForms(_Forms):
    """An archive's other names."""

    model = RepositoryForm


class EntryAdmin(ListsMistakes, TurnTakingAdmin):
    """An entry of the authority: found under each of its names."""

    form = _EntryForm
    search_fields: ClassVar[tuple[str, ...]] = ("name", "key", "forms__form", "forms__key")
    list_per_page = 50
    show_full_result_count = False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Also by the folded spelling, so that Liu Shao-ch'i and ЛЮ ШАОЦИ are found."""
        found, distinct = super().get_search_results(request, queryset, search_term)
        if (key := fold_name(search_term)) and key != search_term:
            folded, _ = super().get_search_results(request, queryset, key)
            found, distinct = (found | folded), True
        return found.order_by("name", "pk"), distinct

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """With the name folded for finding."""
        obj.key = fold_name(obj.name)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Each form of the name folded for finding."""
        for row in formset.save(commit=False):
            if hasattr(row, "key"):
                row.key = fold_name(row.form)
            row.save()
        for row in formset.deleted_objects:
            row.delete()


@admin.register(Person)
class PersonAdmin(EntryAdmin):
    """People and bodies."""

    list_display = ("name", "in_scripts", "organisation", "records")
    list_filter = ("organisation",)
    form = _PersonForm
    inlines = (PersonForms, PersonIdentifiers)
    fieldsets = (
        (None, {"fields": ("name", ("family", "given"), "family_first", "organisation")}),
        ("More", {"fields": (("born", "died"), "note", "slug")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        people: QuerySet[Person] = super().get_queryset(request).prefetch_related("forms")
        return people.annotate(record_count=Count("participations__record", distinct=True))

    @admin.display(description="other forms")
    def in_scripts(self, person: Person) -> str:
        return ", ".join(form.form for form in person.forms.all()[:4])

    @admin.display(description="records", ordering="record_count")
    def records(self, person: Any) -> int:
        count: int = person.record_count
        return count


@admin.register(Place)
class PlaceAdmin(EntryAdmin):
    """Places."""

    inlines = (PlaceForms,)
    fields = ("name", "note", "slug")


@admin.register(Subject)
class SubjectAdmin(EntryAdmin):
    """Subjects."""

    search_fields = ("name", "key")
    fields = ("name", "note", "slug")


@admin.register(Repository)
class RepositoryAdmin(EntryAdmin):
    """Archives and libraries."""

    list_display = ("name", "abbreviation", "town")
    inlines = (RepositoryForms,)
    search_fields = ("name", "key", "abbreviation", "own_name", "forms__form", "forms__key")
    fieldsets = (
        (None, {"fields": (("name", "abbreviation"), "town")}),
        (
            "In its own language",
            {"fields": ("own_language", ("own_name", "own_abbreviation"), "own_town")},
        ),
        ("More", {"fields": ("note", "source", "slug")}),
    )


@admin.register(Collection)
class CollectionAdmin(ListsMistakes, TurnTakingAdmin):
    """Collections: both the name and the address of each are its own."""

    turn_to_add = True

    form = _EntryForm
    search_fields = ("name",)
    list_display = ("name", "records_held")
    fields = ("name", "description", "slug")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collection]:
        collections: QuerySet[Collection] = super().get_queryset(request)
        return collections.annotate(record_count=Count("records"))

    @admin.display(description="records", ordering="record_count")
    def records_held(self, collection: Any) -> int:
        count: int = collection.record_count
        return count
