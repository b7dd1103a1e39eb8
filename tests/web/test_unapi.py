"""Citations for reference managers, at one address."""

from __future__ import annotations

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


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("id=https://elsewhere.example/1", 404),
        ("id=/records/{id}/v9/", 404),
        ("id=/records/nonsense/", 404),
        ("id=/records/{id}/&format=marc", 406),
        ("id=/records/{id}/v1/ko/&format=ris", 400),
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
