from __future__ import annotations

import pytest

from archive.authority.finding import Finder
from archive.authority.merging import NameForm, PersonEntry, TwoPeople, merge_person
from archive.authority.models import Person
from archive.authority.names import PersonName

pytestmark = pytest.mark.django_db

STALIN = PersonEntry(
    name="Joseph Stalin",
    family="Stalin",
    given="Joseph",
    born="1878",
    forms=(
        NameForm("ru", "Иосиф Сталин", "native script"),
        NameForm("en", "Filippov", "code name"),
    ),
    identifiers=(("wikidata", "Q855"),),
)


def forms(person: Person) -> list[tuple[str, str, str]]:
    return sorted(
        (f.language, f.form, f.kind) for f in Person.objects.get(pk=person.pk).forms.all()
    )


def test_a_new_person_whole_and_the_second_time_nothing_changes() -> None:
    first, again = merge_person(STALIN), merge_person(STALIN)
    assert (first.outcome, again.outcome, again.person) == ("new", "same", first.person)
    person = Person.objects.get()
    assert (person.slug, person.key, person.family, person.born) == (
        "joseph-stalin", "joseph stalin", "Stalin", "1878",
    )  # fmt: skip
    assert forms(person) == [
        ("en", "Filippov", "code name"),
        ("ru", "Иосиф Сталин", "native script"),
    ]
    assert [str(each) for each in person.identifiers.all()] == ["wikidata:Q855"]


def test_whom_records_brought_is_known_by_any_form_and_completed() -> None:
    known = Finder().person(PersonName("Stalin", forms=(("ru", "Иосиф Сталин"),)))
    assert merge_person(STALIN).outcome == "changed"
    person = Person.objects.get()
    assert (person.pk, person.name, person.slug, person.family) == (
        known.pk, "Stalin", "stalin", "",
    )  # fmt: skip
    assert (person.born, forms(person)) == (
        "1878",
        [
            ("en", "Filippov", "code name"),
            ("ru", "Иосиф Сталин", "native script"),
            ("und", "Joseph Stalin", ""),
        ],
    )
    assert merge_person(STALIN).outcome == "same"


def test_an_identifier_goes_before_every_name() -> None:
    person = merge_person(STALIN).person
    namesake = merge_person(PersonEntry(name="Koba")).person
    koba = PersonEntry(name="Koba", identifiers=(("viaf", "1"), ("wikidata", "Q855")))
    merged = merge_person(koba)
    assert (merged.person, merged.outcome) == (person, "changed")
    assert merged.person != namesake
    assert ("und", "Koba", "") in forms(person)


@pytest.mark.parametrize(
    "other",
    [
        PersonEntry(name="Joseph Stalin", identifiers=(("wikidata", "Q1"),)),
        PersonEntry(name="Joseph Stalin", born="1901-02"),
        PersonEntry(name="Joseph Stalin", organisation=True),
    ],
)
def test_a_namesake_of_whom_something_else_is_said_is_another(other: PersonEntry) -> None:
    Person.objects.filter(pk=merge_person(STALIN).person.pk).update(organisation=False)
    merged = merge_person(other)
    assert (merged.outcome, merged.person.slug) == ("new", "joseph-stalin-2")


def test_what_is_there_is_not_overwritten() -> None:
    merge_person(STALIN)
    other = PersonEntry(
        name="Joseph Stalin",
        family="Djugashvili",
        born="1878-12-18",
        note="Generalissimo",
        forms=(NameForm("en", "Filippov", "pseudonym"),),
    )
    merged = merge_person(other)
    person = Person.objects.get()
    assert merged.outcome == "changed"
    assert (person.family, person.born, person.note) == ("Stalin", "1878", "Generalissimo")
    assert ("en", "Filippov", "code name") in forms(person)


def test_identifiers_of_two_people_are_told() -> None:
    first = merge_person(STALIN).person
    second = merge_person(PersonEntry(name="Lin Biao", identifiers=(("viaf", "9"),))).person
    both = PersonEntry(name="X", identifiers=(("wikidata", "Q855"), ("viaf", "9")))
    with pytest.raises(TwoPeople) as raised:
        merge_person(both)
    assert (raised.value.scheme, raised.value.first, raised.value.second) == ("viaf", first, second)
