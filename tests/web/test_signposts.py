"""Where a record's page sends programs."""

from __future__ import annotations

import pytest

from archive.editions.document import Rights
from archive.web.signposts import signposts
from tests.citation.editions import CABLE, changed

_STATEMENT = "http://rightsstatements.org/vocab/NoC-US/1.0/"


def test_of_a_text_with_a_statement_of_rights() -> None:
    edition = changed(CABLE, id="fp4k7x2b", rights=Rights(statement=_STATEMENT))
    files = {
        "csl.json": "application/vnd.citationstyles.csl+json",
        "ris": "application/x-research-info-systems",
        "bib": "application/x-bibtex",
        "zotero.rdf": "application/rdf+xml",
        "dc.xml": "application/xml",
        "jsonld": "application/ld+json",
    }
    path, query = "/records/fp4k7x2b/v2/ru/", "?text=ru&cite=document"
    assert signposts(edition, path, query) == (
        ("cite-as", path, ""),
        *(
            ("describedby", f"/records/fp4k7x2b/v2.{ending}{query}", kind)
            for ending, kind in files.items()
        ),
        ("license", _STATEMENT, ""),
        ("latest-version", "/records/fp4k7x2b/", ""),
        ("version-history", "/records/fp4k7x2b/changes/", ""),
        ("unapi-server", "/unapi", "application/xml"),
    )


@pytest.mark.parametrize("statement", [None, "javascript:alert(1)", "In copyright"])
def test_a_description_and_words_that_are_no_address(statement: str | None) -> None:
    edition = changed(CABLE, texts=(), rights=Rights(statement=statement))
    found = signposts(edition, "/records/fp4k7x2b/v2/", "")
    assert found[0] == ("cite-as", "/records/fp4k7x2b/v2/", "")
    assert "license" not in {relation for relation, _, _ in found}
