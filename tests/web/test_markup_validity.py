"""Every page is valid HTML: what the parser can see, and what it cannot.

The parser finds broken markup; the checks beside it find what is well formed and wrong: an id
twice, a label or a description of nothing, a heading skipped, an address with a space, a tag that
is no language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import html5lib
import pytest
from django.test import Client

from archive.editions.publishing import publish
from archive.editions.withholding import withdraw
from archive.exchange.samples import load_samples
from archive.records.models import Record
from archive.search.outbox import drain
from archive.web.models import SharedList
from tests import world
from tests.web.conftest import html_faults

pytestmark = pytest.mark.django_db(transaction=True)

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-(\w{5,8}|\d\w{3}))*")
_REFERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


@pytest.fixture
def paths(client: Client) -> list[str]:
    """Every kind of page there is, over the whole sample archive, to a reader who has a list."""
    load_samples()
    cable = Record.objects.get(source_id=world.CABLE_SOURCE)
    Record.objects.filter(pk=cable.pk).update(title=f"{cable.title} & <others>")
    cable.refresh_from_db()
    publish(cable, by="Ada", note="A title & a note")
    gone = world.published(world.document(title="Gone"))
    withdraw(gone.record, by="Ada", reason="Sent <back> & closed")
    drain()
    records = list(Record.objects.order_by("pk").values_list("pk", flat=True))
    client.post("/list/", {"add": [f"/records/{pk}/" for pk in records]})
    client.post("/list/", {"share": ""})
    return [
        *("/", "/about/", "/nope", "/admin/login/"),
        *("/search/", "/search/?q=rifle", "/search/?page=x", "/search/?q=nothingatall"),
        *("/list/", "/list/?style=ieee-reference", "/list/nonsense/", "/list/reading-pack/"),
        *(f"/list/{shared.code}/" for shared in SharedList.objects.all()),
        *("/search/help/", "/search/?q=rifle+AND"),
        "/search/?with=practice&kind=cable&from=1900&to=1960&sort=date&size=2&page=2",
        *(f"/records/{pk}/" for pk in records),
        *(f"/records/{pk}/changes/" for pk in records),
        f"/records/{cable.pk}/v1/",
        f"/records/{cable.pk}/v1/ru/",
        f"/records/{cable.pk}/?left=ru&right=en",
        f"/records/{cable.pk}/?left=nothing",
        *(f"/records/{pk}/?scans=beside" for pk in records),
    ]


def _faults(page: str) -> Iterator[str]:
    yield from html_faults(page)
    tree: Any = html5lib.parse(page, namespaceHTMLElements=False)
    elements = [e for e in tree.iter() if isinstance(e.tag, str)]
    ids = Counter(e.get("id") for e in elements if e.get("id") is not None)
    yield from (f"id {name!r} stands {n} times" for name, n in ids.items() if n > 1 or not name)
    yield from (f"{kind} on {e.tag}: no id {name}" for e, kind, name in _references(elements, ids))
    yield from (f"lang {e.get('lang')!r}" for e in elements if not _is_tag(e.get("lang")))
    yield from (f"{e.tag}: address {a!r}" for e in elements for a in _wrong_addresses(e))
    yield from (f"inline {name} on {e.tag}" for e in elements for name in e.attrib if _inline(name))
    levels = [int(e.tag[1]) for e in elements if re.fullmatch("h[1-6]", e.tag)]
    if levels.count(1) != 1 or any(b > a + 1 for a, b in pairwise(levels)):
        yield f"headings {levels}"


def _references(elements: list[Any], ids: Counter[str]) -> Iterator[tuple[Any, str, str]]:
    for element in elements:
        for kind in _REFERS:
            for name in (element.get(kind) or "").split():
                if name not in ids:
                    yield element, kind, name


def _is_tag(tag: str | None) -> bool:
    return tag is None or tag == "" or _TAG.fullmatch(tag) is not None


def _wrong_addresses(element: Any) -> Iterator[str]:
    for name in ("href", "src", "action", "formaction"):
        address = element.get(name)
        if address is None:
            continue
        scheme = re.match(r"[a-z][a-z0-9+.-]*:", unquote(address).strip().lower())
        if re.search(r"[\s<>\"\\^`{|}]", address) or (scheme and scheme[0] not in _SCHEMES):
            yield address


_SCHEMES = {"http:", "https:", "mailto:", "data:"}


def _inline(name: Any) -> bool:
    return isinstance(name, str) and (name == "style" or name.startswith("on"))


def test_every_page(client: Client, paths: list[str]) -> None:
    found = {}
    for path in paths:
        response = client.get(path)
        assert (path, response.status_code < 500) == (path, True)
        if faults := list(_faults(response.content.decode())):
            found[path] = faults
    assert found == {}


def test_a_fault_is_found() -> None:
    page = (
        '<!doctype html><html lang="en"><title>x</title><body><h1 id="a">x</h1><h3 id="a">y</h3>'
        '<p lang="ko-Latn-mccr" style="color: red"><a href="a b">x</a>'
        '<a href="java&#x09;script:x">x</a><label for="b">x</label></body></html>'
    )
    assert list(_faults(page)) == [
        "id 'a' stands 2 times",
        "for on label: no id b",
        "lang 'ko-Latn-mccr'",
        "a: address 'a b'",
        "a: address 'java\\tscript:x'",
        "inline style on p",
        "headings [1, 3]",
    ]
