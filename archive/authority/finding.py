"""The authority searched by every form of a name; what is new is added to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model, Q

from archive.authority.models import (
    Entry,
    Person,
    PersonForm,
    Place,
    Repository,
    RepositoryForm,
    Subject,
)
from archive.authority.names import PersonName, fold_name, slugify_name
from archive.authority.queries import bearers
from archive.authority.repositories import RepositoryFact, find

E = TypeVar("E", bound=Entry)


def free_slug(model: type[Model], name: str) -> str:
    """An address for a new row that no other of its kind has: ``lin-biao``, ``lin-biao-2``.

    ``model`` has a field ``slug``.
    """
    stem = slugify_name(name)[:110] or model.__name__.lower()
    taken = set(model._default_manager.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{stem}-{n}") not in taken)


class Finder:
    """Finds or adds entries, remembering what it found.

    Made for one import: throw it away when a transaction that used it is rolled back, since it
    may then remember entries that are not there.
    """

    def __init__(self) -> None:
        self._people: dict[PersonName, Person] = {}
        self._entries: dict[tuple[type[Entry], str], Entry] = {}

    def person(self, name: PersonName) -> Person:
        """The person or body that bears one of these forms; added where nobody does.

        Among several, one whose preferred name it is comes before one who bears it as another
        form, the earliest entry first. Forms not yet known are added to the entry.
        """
        if name not in self._people:
            self._people[name] = self._matching_person(name) or _new_person(name)
            _add_forms(self._people[name], name)
        return self._people[name]

    def _matching_person(self, name: PersonName) -> Person | None:
        keys = {fold_name(name.name), *(fold_name(form) for _, form in name.forms)} - {""}
        found = bearers(keys)
        if name.organisation is not None:
            found = found.filter(Q(organisation=name.organisation) | Q(organisation__isnull=True))
        own = fold_name(name.name)
        return min(found, key=lambda person: (person.key != own, person.pk), default=None)

    def place(self, name: str) -> Place:
        """The place of that name or form; added where there is none."""
        return self._entry(Place, name, Q(key=fold_name(name)) | Q(forms__key=fold_name(name)))

    def subject(self, name: str) -> Subject:
        """The subject of exactly that name; added where there is none."""
        return self._entry(Subject, name, Q(name=name))

    def repository(self, name: str, forms: Iterable[tuple[str, str]] = ()) -> Repository:
        """The archive of that name, abbreviation or form; known facts are taken from the table
        of repositories, others added as given."""
        fact = next((f for n in (name, *(f for _, f in forms)) if (f := find(n))), None)
        wanted = fact.name if fact else name
        known = (Repository, fold_name(wanted))
        if known not in self._entries:
            keys = {fold_name(n) for n in (wanted, name, *(form for _, form in forms))}
            stored = Repository.objects.filter(Q(key__in=keys) | Q(forms__key__in=keys))
            self._entries[known] = stored.order_by("pk").first() or _new_repository(
                wanted, fact, forms
            )
        entry = self._entries[known]
        assert isinstance(entry, Repository)
        return entry

    def _entry(self, model: type[E], name: str, matching: Q) -> E:
        known = (model, name)
        if known not in self._entries:
            stored = model._default_manager.filter(matching).order_by("pk").first()
            self._entries[known] = stored or model._default_manager.create(
                name=name, key=fold_name(name)[:500], slug=free_slug(model, name)
            )
        entry = self._entries[known]
        assert isinstance(entry, model)
        return entry


def _new_person(name: PersonName) -> Person:
    return Person.objects.create(
        name=name.name,
        key=fold_name(name.name),
        slug=free_slug(Person, name.name),
        family=name.family,
        given=name.given,
        family_first=name.family_first,
        organisation=name.organisation,
    )


def _add_forms(person: Person, name: PersonName) -> None:
    given = [(language, form) for language, form in name.forms if form != person.name]
    if fold_name(name.name) != person.key:
        given.append(("und", name.name))
    known = {(form.language, form.form) for form in person.forms.all()}
    spelled = {form for _, form in known}
    PersonForm.objects.bulk_create(
        PersonForm(person=person, language=language, form=form, key=fold_name(form))
        for language, form in given
        if (language, form) not in known and not (language == "und" and form in spelled)
    )


def _new_repository(
    name: str, fact: RepositoryFact | None, forms: Iterable[tuple[str, str]]
) -> Repository:
    entry = Repository(name=name, key=fold_name(name), slug=free_slug(Repository, name))
    if fact:
        entry.abbreviation, entry.town = fact.abbreviation, fact.town
        entry.own_name, entry.own_town = fact.own_name, fact.own_town
        entry.own_abbreviation, entry.own_language = fact.own_abbreviation, fact.own_language
        entry.source = fact.source
        forms = [*((fact.own_language or "en", other) for other in fact.other_names), *forms]
    entry.save()
    spelled = {entry.name}
    for language, form in [*forms, ("en", entry.abbreviation)]:
        if form and form not in spelled:
            spelled.add(form)
            RepositoryForm.objects.create(
                repository=entry, language=language, form=form, key=fold_name(form)
            )
    return entry
