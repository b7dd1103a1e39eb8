"""A list as a file: every format, whole, under a name that says what it is."""

from __future__ import annotations

import html5lib
import pytest

from archive.citation.formats import FORMATS
from archive.editions.models import Edition
from archive.web.lists.files import file
from archive.web.lists.value import CitationList, Item
from archive.web.refusals import Refusal
from tests.citation.test_many import READERS

pytestmark = pytest.mark.django_db

STYLE = "chicago-18-bibliography"


@pytest.fixture
def listed(cable: Edition, letter: Edition) -> CitationList:
    items = (
        Item(1, letter.record_id, 1, "en"),
        Item(2, cable.record_id, 1, "ru", note="Compare <b>\nwith & without."),
        Item(3, "f4kx7wm4", 1),
    )
    return CitationList(items=items, last=3)


def test_every_format_is_read_back_by_another_library(
    listed: CitationList, cable: Edition, letter: Edition
) -> None:
    paths = [f"{letter.record_id}/v1/en/", f"{cable.record_id}/v1/ru/"]
    addresses = [f"http://127.0.0.1:8000/records/{path}" for path in paths]
    for ending, read in READERS.items():
        made = file(listed, ending, STYLE, "")
        # A graph of RDF has no order.
        found = read(made.content.decode())
        assert (sorted(found) if ending == "zotero.rdf" else found) == (
            sorted(addresses) if ending == "zotero.rdf" else addresses
        )
        assert "Compare" in made.content.decode()
        assert made.type == f"{FORMATS[ending].media_type}; charset=utf-8"
        name = f"Facing-Pages-list-3-citations.{ending}"
        assert made.headers == (("Content-Disposition", f'attachment; filename="{name}"'),)


def test_every_format_there_is() -> None:
    assert {*READERS, "citation.txt", "citation.html"} == set(FORMATS)


def test_plain_text_and_html_say_the_same_in_the_style(
    listed: CitationList, cable: Edition
) -> None:
    plain = file(listed, "citation.txt", STYLE, "").content.decode()
    blocks = plain.strip().split("\n\n")
    archive = "Archive of the President of the Russian Federation (AP RF), Moscow"
    assert blocks[:2] == ["Archives consulted", archive]
    assert blocks[2].endswith("\n    Compare <b>\n    with & without.")
    assert blocks[3] == "Location not recorded"
    assert blocks[5].startswith("Record f4kx7wm4 is not in this archive any more. http://")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(file(listed, "citation.html", STYLE, "").content.decode())
    said = ["".join(each.itertext()) for each in page.find("body")]
    assert said[0] == "Facing Pages: citation list"
    assert [*"\n\n".join(said[1:]).split()] == plain.split()


def test_named_for_the_code_and_the_count(listed: CitationList) -> None:
    one = CitationList(items=listed.items[:1])
    name = dict(file(one, "ris", STYLE, "f4kx7wm4").headers)["Content-Disposition"]
    assert name == 'attachment; filename="Facing-Pages-list-f4kx7wm4-1-citation.ris"'


@pytest.mark.parametrize("ending", READERS)
def test_an_empty_list_is_a_whole_document_too(ending: str) -> None:
    assert READERS[ending](file(CitationList(), ending, STYLE, "").content.decode()) == []


def test_an_ending_that_there_is_not_is_refused(listed: CitationList) -> None:
    with pytest.raises(Refusal) as refused:
        file(listed, "docx", STYLE, "")
    assert refused.value.status == 404
    assert "ris, bib, csl.json" in refused.value.remedy
