from __future__ import annotations

import pytest

from archive.authority.finding import Finder
from archive.authority.models import Person, Place, Repository
from archive.authority.names import PersonName

pytestmark = pytest.mark.django_db

LIN = PersonName("Lin Biao", "Lin", "Biao", True, forms=(("ru", "Линь Бяо"),))


def test_a_new_person_is_added_with_every_form() -> None:
    person = Finder().person(LIN)
    assert (person.slug, person.family, person.family_first) == ("lin-biao", "Lin", True)
    assert [(form.language, form.form) for form in person.forms.all()] == [("ru", "Линь Бяо")]


def test_a_person_is_found_by_another_form_which_brings_new_ones() -> None:
    person = Finder().person(LIN)
    found = Finder().person(PersonName("Линь Бяо", forms=(("zh", "林彪"),)))
    assert found == person
    forms = {(form.language, form.form) for form in person.forms.all()}
    assert forms == {("ru", "Линь Бяо"), ("zh", "林彪")}


def test_a_preferred_name_comes_before_another_form() -> None:
    bearer = Finder().person(PersonName("Filippov"))
    Finder().person(PersonName("Stalin", forms=(("en", "Filippov"),)))
    assert Finder().person(PersonName("Filippov")) == bearer


def test_a_body_and_a_person_of_one_name_are_two() -> None:
    person = Finder().person(PersonName("Ford", organisation=False))
    body = Finder().person(PersonName("Ford", organisation=True))
    assert (person.slug, body.slug) == ("ford", "ford-2")


def test_a_name_in_no_latin_letters_has_an_address_in_ascii() -> None:
    assert Finder().person(PersonName("林彪")).slug.isascii()


def test_known_facts_of_an_archive_are_taken_from_the_table() -> None:
    by_abbreviation = Finder().repository("АП РФ")
    by_name = Finder().repository("Archive of the President of the Russian Federation")
    assert by_abbreviation == by_name
    assert (by_name.abbreviation, by_name.town, by_name.own_abbreviation) == (
        "AP RF",
        "Moscow",
        "АП РФ",
    )


def test_an_unknown_archive_is_added_as_given_with_its_forms() -> None:
    finder = Finder()
    added = finder.repository("State Archive of Valmora", [("fr", "Archives d'État")])
    assert Finder().repository("Archives d'État") == added
    assert Repository.objects.count() == 1


def test_a_place_is_found_again_however_it_is_written() -> None:
    assert Finder().place("Moscow") == Finder().place("MOSCOW ")
    assert Place.objects.count() == 1


def test_the_same_name_asked_twice_costs_nothing(
    django_assert_num_queries: object,
) -> None:
    finder = Finder()
    finder.person(LIN)
    with django_assert_num_queries(0):  # type: ignore[operator]
        finder.person(LIN)
    assert Person.objects.count() == 1
