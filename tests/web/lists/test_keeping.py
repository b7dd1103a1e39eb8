"""Where a list is kept: nothing before something is added, nobody's name, not for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archive.web.lists import keeping, value
from archive.web.lists.keeping import Kept
from archive.web.lists.value import CitationList, ListRefused, Named
from archive.web.models import ReaderList
from archive.web.refusals import Refusal

pytestmark = pytest.mark.django_db

THING = Named("f4kx7wm4", 1)


def asking(name: str = "") -> HttpRequest:
    request = RequestFactory().get("/list/")
    request.COOKIES = {"list": name} if name else {}
    return request


def begun() -> Kept:
    return keeping.change(asking(), lambda to: value.add(to, [THING]))


def test_nothing_is_kept_and_no_cookie_set_before_something_is_added() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert keeping.kept(asking()) == Kept("", CitationList())
    assert len(queries) == 0
    nothing = keeping.change(asking(), value.clear)
    assert not keeping.remember(HttpResponse(), nothing).cookies
    assert not ReaderList.objects.exists()


def test_the_cookie_leads_back_and_ends_with_the_session() -> None:
    first = begun()
    response = keeping.remember(HttpResponse(), first)
    name, count = response.cookies["list"], response.cookies["listed"]
    assert (name.value, count.value) == (first.name, "1")
    for cookie, httponly in ((name, True), (count, "")):
        assert cookie["httponly"] == httponly
        assert (cookie["samesite"], cookie["path"]) == ("Lax", "/")
        assert (cookie["expires"], cookie["max-age"]) == ("", "")
    assert keeping.kept(asking(first.name)) == first


def test_the_table_has_no_name_that_opens_a_list() -> None:
    first = begun()
    (row,) = ReaderList.objects.all()
    assert first.name not in f"{row.digest} {row.state} {row}"
    assert keeping.kept(asking(row.digest[:32])) == Kept("", CitationList())


@pytest.mark.parametrize("name", ["x", "x" * 32, "é" * 32, "\0" * 32, "x" * 3200])
def test_a_name_that_leads_nowhere_is_no_list(name: str) -> None:
    assert keeping.kept(asking(name)) == Kept("", CitationList())
    grown = keeping.change(asking(name), lambda to: value.add(to, [THING]))
    assert len(grown.name) == 32
    assert grown.name != name


def test_a_change_waits_for_another_of_the_same_list() -> None:
    first = begun()
    with CaptureQueriesContext(connection) as queries:
        keeping.change(asking(first.name), value.clear)
    read = next(query["sql"] for query in queries if "web_readerlist" in query["sql"])
    assert read.endswith("FOR UPDATE")


def test_a_refused_change_leaves_it_as_it_was() -> None:
    first = begun()
    with pytest.raises(ListRefused):
        keeping.change(asking(first.name), lambda to: value.annotate(to, {1: "x" * 1001}))
    assert keeping.kept(asking(first.name)) == first


def test_what_nobody_has_changed_for_long_is_forgotten() -> None:
    first = begun()
    long_ago = timezone.now() - keeping.KEPT_FOR - timedelta(hours=1)
    ReaderList.objects.update(changed_at=long_ago, begun_at=long_ago)
    assert keeping.kept(asking(first.name)) == first
    second = begun()
    assert keeping.kept(asking(first.name)) == Kept("", CitationList())
    assert keeping.kept(asking(second.name)) == second


def test_more_than_anybody_begins_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_BEGUN", 1)
    first = begun()
    with pytest.raises(Refusal) as refused:
        begun()
    assert (refused.value.status, refused.value.headers) == (429, (("Retry-After", "3600"),))
    grown = keeping.change(asking(first.name), lambda to: value.add(to, [Named("f4kx7wm4", 2)]))
    assert len(grown.list.items) == 2
