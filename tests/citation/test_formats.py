"""The table of files."""

from __future__ import annotations

import pytest

from archive.citation import CitationRefused
from archive.citation.formats import FORMATS, filename
from tests.citation.editions import CABLE, changed, composed, reading


def test_what_is_offered() -> None:
    assert {
        key: (each.extension, each.label, each.media_type) for key, each in FORMATS.items()
    } == {
        "ris": ("ris", "RIS", "application/x-research-info-systems"),
        "bib": ("bib", "BibTeX", "application/x-bibtex"),
        "csl.json": ("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
        "biblatex.bib": ("biblatex.bib", "BibLaTeX", "application/x-bibtex"),
        "zotero.rdf": ("zotero.rdf", "Zotero RDF", "application/rdf+xml"),
        "dc.xml": ("dc.xml", "Dublin Core", "application/xml"),
        "jsonld": ("jsonld", "JSON-LD", "application/ld+json"),
        "citation.txt": ("citation.txt", "Plain text", "text/plain"),
        "citation.html": ("citation.html", "HTML", "text/html"),
    }


def test_names_say_what_the_file_is() -> None:
    bib = FORMATS["bib"]
    assert filename(bib, reading(CABLE)) == "Liu-to-Mao-1950-01-22-fp4k7x2b-v2-en.bib"
    assert filename(bib, reading(CABLE), text="ru") == "Liu-to-Mao-1950-01-22-fp4k7x2b-v2-ru.bib"
    assert filename(FORMATS["csl.json"], reading(CABLE), passage="p5,p6") == (
        "Liu-to-Mao-1950-01-22-fp4k7x2b-v2-en-p5-p6.csl.json"
    )
    described = changed(
        CABLE, texts=(), people=(), date=None, title="Über “Korea” и " + 20 * "мир "
    )
    assert filename(bib, described) == (
        "Uber-Korea-i-mir-mir-mir-mir-mir-mir-mir-mir-mir-mir-mir-mir-fp4k7x2b-v2.bib"
    )
    assert filename(bib, composed(CABLE)) == "composed-Liu-to-Mao-1950-01-22-fp4k7x2b-v2-en.bib"


@pytest.mark.parametrize("extension", FORMATS)
def test_every_file_of_a_composed_record_says_so_and_refuses_as_citations_do(
    extension: str,
) -> None:
    write = FORMATS[extension].write
    assert "[Composed for demonstration] Cable, Liu" in write(composed(CABLE))
    with pytest.raises(CitationRefused):
        write(reading(CABLE), text="ko")
