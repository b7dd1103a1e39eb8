from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.authority.finding import Finder
from archive.authority.merging import NameForm, PersonEntry, merge_person
from archive.authority.names import PersonName, fold_name
from archive.authority.queries import Named, bearers, named_otherwise, shared_keys

pytestmark = pytest.mark.django_db


def test_who_bears_a_name_as_preferred_or_as_another_form(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    lin = Finder().person(PersonName("Lin Biao", forms=(("ru", "Линь Бяо"), ("zh", "林彪"))))
    mao = Finder().person(PersonName("Mao Zedong", forms=(("en", "Mao Tse-tung"),)))
    Finder().person(PersonName("Zhou Enlai"))
    keys = [fold_name(name) for name in ("ЛИНЬ БЯО", "Lin Biao", "Mao Tse-tung", "Nobody")]
    with django_assert_num_queries(1):
        assert list(bearers(keys)) == [lin, mao]
    assert list(bearers([])) == []


def test_who_has_other_names_too(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    forms = (("ru", "Сталин"), ("en", "Filippov"))
    people: list[tuple[str, tuple[tuple[str, str], ...]]] = [
        ("Filippov", ()), ("Stalin", forms), ("Bureau", (("ru", "Сталин"),)),
    ]  # fmt: skip
    for number, (name, others) in enumerate(people):
        named = tuple(NameForm(*other) for other in others)
        only = (("hsg", str(number)),)
        merge_person(PersonEntry(name=name, forms=named, identifiers=only))
    with django_assert_num_queries(1):
        assert named_otherwise(["filippov"], 9) == [Named("Stalin", forms)]
    stalin, bureau = named_otherwise(["сталин"], 9)
    assert (stalin.name, bureau.name) == ("Stalin", "Bureau")
    assert named_otherwise(["сталин"], 1) == [stalin]
    with django_assert_num_queries(1):
        assert shared_keys(["filippov", "сталин", "nobody"]) == {"сталин"}
