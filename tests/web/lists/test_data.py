"""A list as data."""

from __future__ import annotations

import json

import pytest

from archive.citation import cite
from archive.editions.models import Edition
from archive.web.lists.files import file
from archive.web.lists.value import CitationList, Item
from tests import world

pytestmark = pytest.mark.django_db
STYLE = "mhra-4-bibliography"


@pytest.fixture
def cable() -> Edition:
    return world.published(world.cable_document())


def test_each_citation_with_what_it_cites_in_the_order_shown(cable: Edition) -> None:
    name = cable.record_id
    listed = CitationList(
        items=(
            Item(1, "f4kx7wm4", 1),
            Item(2, name, 1, "en", ("p2", "p3"), note="Compare."),
            Item(3, name, 1, "ru", target="document"),
        )
    )
    made = file(listed, "json", STYLE, "")
    assert (made.type, made.headers) == ("application/json", ())
    said = json.loads(made.content)
    results = said.pop("results")
    assert said == {"total": 3, "style": STYLE}
    assert [(row["id"], row["heading"]) for row in results] == [
        (name, "Archives consulted"),
        (name, "Printed sources"),
        ("f4kx7wm4", ""),
    ]
    citation = cite(cable, "mhra-4", "bibliography", text="ru", target="document")
    assert (results[0]["citation"], results[0]["html"]) == (citation.text, citation.html)
    archive = "Archive of the President of the Russian Federation (AP RF), Moscow"
    assert results[0]["archive"] == archive
    assert {key: results[1][key] for key in ("edition", "text", "passages", "target", "note")} == {
        "edition": 1,
        "text": "en",
        "passages": ["p2", "p3"],
        "target": "text",
        "note": "Compare.",
    }
    assert results[1]["url"].endswith(f"/records/{name}/v1/en/?passage=p2-p3#p2")
    assert (results[2]["citation"], results[2]["newest"]) == (None, None)


def test_an_empty_list() -> None:
    said = json.loads(file(CitationList(), "json", STYLE, "").content)
    assert said == {"total": 0, "style": STYLE, "results": []}
