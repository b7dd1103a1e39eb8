"""Addresses of neighbouring searches."""

from django.http import QueryDict

from archive.web.search_links import links

ASKED = links(QueryDict("page=3&language=ru&junk=1&q=Лю&language=en&kind=&language=ru"))


def test_known_filled_and_once_in_the_order_of_the_contract() -> None:
    assert ASKED.pairs == (("q", "Лю"), ("language", "ru"), ("language", "en"), ("page", "3"))


def test_neighbours() -> None:
    q = "/search/?q=%D0%9B%D1%8E"
    both = f"{q}&language=ru&language=en"
    assert ASKED.having("kind", "a & b") == f"{both}&kind=a+%26+b"
    assert ASKED.without("language", "ru") == f"{q}&language=en"
    assert ASKED.without("language") == q
    assert ASKED.setting("sort", "date") == f"{both}&sort=date"
    assert ASKED.page(1) == both
    assert ASKED.page(4) == f"{both}&page=4"
    assert ASKED.bare() == q
    assert ASKED.url(ending="json") == f"{both}&page=3".replace("/search/", "/search.json")
    assert ASKED.kept() == both
    assert ASKED.export("csv") == both.replace("/search/", "/search.csv")
    assert ASKED.export("json") == both.replace("/search/", "/search.json") + "&size=all"
    assert ASKED.feed() == both.replace("/search/", "/search.atom")
    assert ASKED.narrowing() == (("language", "ru"), ("language", "en"))
    assert ASKED.between(950, 1951) == f"{both}&from=0950&to=1951"
    assert ASKED.besides("q", "from") == (("language", "ru"), ("language", "en"))


def test_nothing_asked() -> None:
    assert links(QueryDict("")).url() == "/search/"
