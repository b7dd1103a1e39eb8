from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.authority.finding import Finder
from archive.authority.names import PersonName, fold_name
from archive.authority.queries import bearers

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
