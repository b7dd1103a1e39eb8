"""Refusals as pages and as problem details; what answers where no view did."""

import json
import re

import pytest
from django.conf import settings
from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.test import RequestFactory

from archive.web.refusals import bad_parameter, refused, shortened, wants_json
from archive.web.views.errors import bad_request, fault, wrong_address
from tests.web.conftest import html_faults, words


@pytest.mark.parametrize(
    ("path", "accept", "json_wanted"),
    [
        ("/", "text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("/", "application/json", True),
        ("/", "application/problem+json, application/json", True),
        ("/", "*/*", False),
        ("/", "", False),
        ("/search.json", "text/html", True),
    ],
)
def test_who_wants_json(path: str, accept: str, json_wanted: bool) -> None:
    assert wants_json(RequestFactory().get(path, headers={"Accept": accept})) is json_wanted


def test_what_is_shown_of_a_value() -> None:
    assert shortened("a\x00b\x1b\u202ec") == "a\ufffdb\ufffd\ufffdc"
    assert shortened("x" * 121) == "x" * 120 + "…"


def test_the_page_names_the_parameter_and_runs_nothing() -> None:
    refusal = bad_parameter("left", "<script>1</script>", "No such text.", "Choose another.")
    response = refused(RequestFactory().get("/records/x/"), refusal)
    page = getattr(response, "content", b"").decode()
    assert (response.status_code, html_faults(page)) == (400, [])
    assert "<script>" not in page
    assert (
        "400 The parameter “left” cannot be read No such text. left <script>1</script> "
        "Choose another."
    ) in words(page)


def test_an_address_that_is_not_there() -> None:
    response = wrong_address(RequestFactory().get("/x%00y"), Exception())
    assert response.status_code == 404
    assert "no page /x\ufffdy." in getattr(response, "content", b"").decode()


@pytest.mark.parametrize(
    ("exception", "says"),
    [
        (DisallowedHost("evil"), "names a host that this archive does not answer for"),
        (SuspiciousOperation("x"), "The request is malformed."),
    ],
)
def test_refused_before_any_view(exception: Exception, says: str) -> None:
    response = bad_request(RequestFactory().get("/"), exception)
    assert (response.status_code, says in getattr(response, "content", b"").decode()) == (400, True)


def test_a_fault_needs_nothing_but_itself() -> None:
    response = fault(RequestFactory().get("/"))
    page = getattr(response, "content", b"").decode()
    assert (response.status_code, html_faults(page)) == (500, [])
    assert "Something went wrong here" in words(page)
    assert "{" not in page
    needed = re.findall(r'href="/static/([^"]+)"', page)
    assert needed[0] == "css/tokens.css"
    assert [name for name in needed if not (settings.BASE_DIR / "static" / name).is_file()] == []
    data = fault(RequestFactory().get("/search.json"))
    assert json.loads(getattr(data, "content", b""))["status"] == 500
