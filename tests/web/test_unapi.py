"""Citations for reference managers, at one address."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from archive.editions.models import Edition
from archive.editions.withholding import withdraw
from tests import world
from tests.web.conftest import Reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def test_the_formats_of_anything_and_of_one_thing(reader: Reader, cable: Edition) -> None:
    anything = reader.get("/unapi")
    assert anything.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert anything.content.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<formats>\n'
        '  <format name="rdf_zotero" type="application/rdf+xml"/>\n'
        '  <format name="ris" type="application/x-research-info-systems"/>\n'
        '  <format name="bibtex" type="application/x-bibtex"/>\n'
        '  <format name="biblatex" type="application/x-bibtex"/>\n'
        '  <format name="oai_dc" type="application/xml"/>\n'
        "</formats>\n"
    )
    address = f"http://testserver/records/{cable.record_id}/v1/en/"
    one = reader.get(f"/unapi?id={address}", 300)
    assert f'<formats id="{address}">' in one.content.decode()


def test_of_several_passages_each_is_cited(reader: Reader, cable: Edition) -> None:
    address = f"127.0.0.1:8000/records/{cable.record_id}/v1/en/?passage=p2-p3%23p2"
    said = reader.get(f"/unapi?id={address}&format=ris").content.decode()
    assert "N1  - Paragraphs 2–3." in said
    assert "/v1/en/?passage=p2-p3#p2" in said


def test_the_address_on_a_page_gives_what_its_link_gives(reader: Reader, cable: Edition) -> None:
    page = reader.page(f"/records/{cable.record_id}/?passage=p2")
    assert '<link rel="unapi-server" href="/unapi" type="application/xml">' in page
    address = page.split('class="unapi-id" title="')[1].split('"')[0]
    assert address.endswith(f"/records/{cable.record_id}/v1/en/#p2")
    asked = address.replace("#", "%23")
    given = reader.get(f"/unapi?id={asked}&format=ris")
    linked = reader.get(f"/records/{cable.record_id}/v1.ris?text=en&passage=p2")
    assert given.content == linked.content
    assert given.headers["Content-Disposition"] == linked.headers["Content-Disposition"]


def test_programs_are_told_of_what_the_panel_cites(reader: Reader, cable: Edition) -> None:
    """The document, the book, or a text that stands on the right: by ``<meta>``, by links to files
    and by unAPI alike, at addresses of every kind."""
    record = f"/records/{cable.record_id}"
    for page, asked, kind, held in (
        (f"{record}/?cite=document", "text=en&cite=document", "letter", "DC.coverage"),
        (f"{record}/v1/?left=ru&cite=print", "text=ru&cite=print", "bookSection", "z:bookTitle"),
        (f"{record}/v1/en/?cite=print", "text=en&cite=print", "bookSection", "z:bookTitle"),
        (f"{record}/?passage=p11", "text=ru&passage=p11", "letter", "DC.coverage"),
        (f"{record}/?passage=p2", "text=en", "manuscript", "z:translators"),
    ):
        told = reader.page(page)
        assert f'<meta name="z:itemType" content="{kind}">' in told
        assert f'<meta name="{held}" content=' in told
        ending = asked.replace("&", "&amp;")
        assert f'<link rel="describedby" href="{record}/v1.ris?{ending}"' in told


@pytest.mark.parametrize("target", ["document", "print"])
def test_the_address_says_which_thing_is_cited(reader: Reader, cable: Edition, target: str) -> None:
    page = reader.page(f"/records/{cable.record_id}/?passage=p2-p3&cite={target}")
    address = page.split('class="unapi-id" title="')[1].split('"')[0].replace("&amp;", "&")
    assert address.endswith(f"/v1/en/?passage=p2-p3&cite={target}#p2")
    given = reader.get(f"/unapi?{urlencode({'id': address, 'format': 'ris'})}")
    query = f"text=en&passage=p2-p3&cite={target}"
    linked = reader.get(f"/records/{cable.record_id}/v1.ris?{query}")
    assert given.content == linked.content
    assert given.headers["Content-Disposition"] == linked.headers["Content-Disposition"]
    assert ("TY  - CHAP" in given.content.decode()) == (target == "print")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("id=https://elsewhere.example/1", 404),
        ("id=/records/{id}/v9/", 404),
        ("id=/records/nonsense/", 404),
        ("id=/records/{id}/&format=marc", 406),
        ("id=/records/{id}/v1/ko/&format=ris", 400),
        ("id=/records/{id}/v1/en/?cite=thesis&format=ris", 400),
        ("id=/records/{id}/v1/en/?style=apa-7-reference", 404),
        ("id=a&id=b", 400),
    ],
)
def test_what_there_is_not_is_refused(
    reader: Reader, cable: Edition, asked: str, status: int
) -> None:
    reader.get(f"/unapi?{asked.format(id=cable.record_id)}", status)


def test_a_withdrawn_record_is_not_given(reader: Reader, cable: Edition) -> None:
    withdraw(cable.record, by="Ada", reason="Published in error.")
    reader.get(f"/unapi?id=/records/{cable.record_id}/&format=ris", 410)
