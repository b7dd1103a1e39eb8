"""A person as another authority describes them, taken into ours: known again, never twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal

from django.db.models import Q, QuerySet

from archive.authority.finding import free_slug
from archive.authority.models import Person, PersonForm, PersonIdentifier
from archive.authority.names import fold_name
from archive.authority.queries import bearers

_UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form of a name; ``language`` a BCP 47 tag, ``kind`` one of ``FormKind`` or empty."""

    language: str
    form: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """A person or body with all that is known. ``born`` and ``died`` are EDTF, empty where not
    known; ``identifiers`` pairs of scheme and value."""

    name: str
    family: str = ""
    given: str = ""
    family_first: bool | None = None
    organisation: bool | None = None
    born: str = ""
    died: str = ""
    note: str = ""
    forms: tuple[NameForm, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of an entry: added, changed, or found to be there already."""

    person: Person
    outcome: Literal["new", "changed", "same"]


class TwoPeople(ValueError):
    """Identifiers of one entry belong to two people here: ``scheme`` is that of the second."""

    def __init__(self, scheme: str, first: Person, second: Person) -> None:
        super().__init__(f"{scheme}: {second.name}, not {first.name}")
        self.scheme, self.first, self.second = scheme, first, second


def merge_person(entry: PersonEntry) -> Merged:
    """Take an entry in. What the authority has not is added; what it has stays as it is.

    The person is found by an identifier, else by any form of the name, as ``Finder`` does; not
    one who has another identifier of the same scheme, or was born or died in another year.
    Raises ``TwoPeople``.
    """
    known = _identified(entry) or _named(entry)
    if known is None:
        person = _new(entry)
        _add_forms(person, (), entry)
        _add_identifiers(person, (), entry)
        return Merged(person, "new")
    changed = [
        _complete(known, entry),
        _add_forms(known, known.forms.all(), entry),
        _add_identifiers(known, known.identifiers.all(), entry),
    ]
    return Merged(known, "changed" if any(changed) else "same")


def _whole(people: QuerySet[Person]) -> QuerySet[Person]:
    return people.prefetch_related("forms", "identifiers")


def _identified(entry: PersonEntry) -> Person | None:
    if not entry.identifiers:
        return None
    given = [Q(scheme=scheme, value=value) for scheme, value in entry.identifiers]
    rows = PersonIdentifier.objects.filter(reduce(or_, given)).values("person_id")
    owners = {
        (each.scheme, each.value): person
        for person in _whole(Person.objects.filter(pk__in=rows))
        for each in person.identifiers.all()
    }
    found: Person | None = None
    for pair in entry.identifiers:
        owner = owners.get(pair)
        if owner and found and owner != found:
            raise TwoPeople(pair[0], found, owner)
        found = found or owner
    return found


def _named(entry: PersonEntry) -> Person | None:
    own = fold_name(entry.name)
    keys = {own, *(fold_name(each.form) for each in entry.forms)} - {""}
    likely = [person for person in _whole(bearers(keys)) if not _contradicts(person, entry)]
    return min(likely, key=lambda person: (person.key != own, person.pk), default=None)


def _contradicts(person: Person, entry: PersonEntry) -> bool:
    """Whether an entry is said to be somebody else than a person of the same name."""
    pairs = [(person.born, entry.born), (person.died, entry.died)]
    other_year = any(a and b and a[:4] != b[:4] for a, b in pairs)
    other_kind = None not in (person.organisation, entry.organisation) and (
        person.organisation != entry.organisation
    )
    schemes = {scheme for scheme, _ in entry.identifiers}
    return other_year or other_kind or any(i.scheme in schemes for i in person.identifiers.all())


def _new(entry: PersonEntry) -> Person:
    return Person.objects.create(
        name=entry.name,
        key=fold_name(entry.name),
        slug=free_slug(Person, entry.name),
        family=entry.family,
        given=entry.given,
        family_first=entry.family_first,
        organisation=entry.organisation,
        born=entry.born,
        died=entry.died,
        note=entry.note,
    )


def _complete(person: Person, entry: PersonEntry) -> bool:
    """Fill what is empty; parts of a name only where the name is the same."""
    fields = ["organisation", "born", "died", "note"]
    if person.name == entry.name:
        fields += ["family", "given", "family_first"]
    missing = [f for f in fields if getattr(person, f) in ("", None)]
    filled = [f for f in missing if getattr(entry, f) not in ("", None)]
    for field in filled:
        setattr(person, field, getattr(entry, field))
    if filled:
        person.save(update_fields=filled)
    return bool(filled)


def _add_forms(
    person: Person, known: QuerySet[PersonForm] | Sequence[PersonForm], entry: PersonEntry
) -> bool:
    kept = {(row.language, row.form): row for row in known}
    spelled = {person.name, *(form for _, form in kept)}
    new: dict[tuple[str, str], PersonForm] = {}
    kinds: list[PersonForm] = []
    for each in (*entry.forms, NameForm(_UNDETERMINED, entry.name)):
        pair = (each.language, each.form)
        if row := kept.get(pair):
            if each.kind and not row.kind:
                row.kind = each.kind
                kinds.append(row)
        elif each.form != person.name and not (
            each.language == _UNDETERMINED and each.form in spelled
        ):
            new.setdefault(pair, _form(person, each))
            spelled.add(each.form)
    PersonForm.objects.bulk_create(new.values())
    PersonForm.objects.bulk_update(kinds, ["kind"])
    return bool(new or kinds)


def _form(person: Person, given: NameForm) -> PersonForm:
    return PersonForm(
        person=person,
        language=given.language,
        form=given.form,
        kind=given.kind,
        key=fold_name(given.form),
    )


def _add_identifiers(
    person: Person,
    known: QuerySet[PersonIdentifier] | Sequence[PersonIdentifier],
    entry: PersonEntry,
) -> bool:
    kept = {(row.scheme, row.value) for row in known}
    new = [pair for pair in dict.fromkeys(entry.identifiers) if pair not in kept]
    PersonIdentifier.objects.bulk_create(
        PersonIdentifier(person=person, scheme=scheme, value=value) for scheme, value in new
    )
    return bool(new)
