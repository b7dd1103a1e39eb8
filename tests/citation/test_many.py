"""Many citations in one file: a document that is whole, read by those who did not write it."""

from __future__ import annotations

import json
from collections.abc import Callable
from xml.etree import ElementTree

import bibtexparser.entrypoint
import pytest
import rdflib
import rispy
from rdflib import RDF

from archive.citation.entry import Entry, entry_of
from archive.citation.formats import FORMATS
from archive.citation.many import many
from tests.citation.editions import CABLE, LETTER, reading

REMARKS = ("Compare <b> & \\ {p. 2}\nwith  it.", "")
MANY = [extension for extension, format in FORMATS.items() if format.series]


def entries() -> list[Entry]:
    return [entry_of(reading(LETTER)), entry_of(reading(CABLE), "en", "p5,p6", REMARKS)]


def written(extension: str, items: list[Entry]) -> str:
    return "".join(many(FORMATS[extension], items))


@pytest.mark.parametrize("extension", ["ris", "bib", "biblatex.bib"])
def test_one_after_another(extension: str) -> None:
    format = FORMATS[extension]
    alone = [format.write(reading(LETTER)), format.write(reading(CABLE), text="en")]
    assert written(
        extension, [entry_of(reading(LETTER)), entry_of(reading(CABLE), "en")]
    ) == "".join(alone)


def _ris(said: str) -> list[str]:
    return [each["urls"][0] for each in rispy.loads(said)] if said else []


def _bibtex(said: str) -> list[str]:
    library = bibtexparser.entrypoint.parse_string(said)
    assert library.failed_blocks == []
    return [entry.fields_dict["url"].value for entry in library.entries]


def _csl(said: str) -> list[str]:
    return [item["URL"] for item in json.loads(said)]


def _zotero(said: str) -> list[str]:
    graph = rdflib.Graph().parse(data=said, format="xml")
    kinds = [rdflib.URIRef(f"http://purl.org/net/biblio#{k}") for k in ("Letter", "Manuscript")]
    return [str(each) for kind in kinds for each in graph.subjects(RDF.type, kind)]


def _dublin_core(said: str) -> list[str]:
    tree = ElementTree.fromstring(said)
    assert tree.tag == "records"
    return [str(each.text) for each in tree.iter("{http://purl.org/dc/elements/1.1/}identifier")]


def _json_ld(said: str) -> list[str]:
    found = json.loads(said)
    assert found["@context"] == "https://schema.org"
    return [item["url"] for item in found["@graph"]]


READERS: dict[str, Callable[[str], list[str]]] = {
    "ris": _ris,
    "bib": _bibtex,
    "csl.json": _csl,
    "biblatex.bib": _bibtex,
    "zotero.rdf": _zotero,
    "dc.xml": _dublin_core,
    "jsonld": _json_ld,
}


def test_every_format_of_many_is_read_back() -> None:
    assert list(READERS) == MANY


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("extension", READERS)
def test_one_whole_document_is_read_back(extension: str, count: int) -> None:
    found = READERS[extension](written(extension, entries()[:count]))
    assert found == [entry.address for entry in entries()[:count]]


@pytest.mark.parametrize("extension", READERS)
def test_remarks_are_told_after_its_own_notes(extension: str) -> None:
    remarked = entries()[1]
    assert remarked.notes[-1] == "Compare <b> & \\ {p. 2} with it."
    alone = entry_of(reading(CABLE), "en", "p5,p6")
    assert remarked.notes[:-1] == alone.notes
    assert written(extension, [remarked]) != written(extension, [alone])


def test_what_is_a_list_in_a_style_has_no_items() -> None:
    with pytest.raises(ValueError, match=r"^Plain text has no items\.$"):
        list(many(FORMATS["citation.txt"], entries()))


def test_csl_json_is_indented_as_one_list() -> None:
    items = [json.loads(written("csl.json", [entry]))[0] for entry in entries()]
    assert written("csl.json", entries()) == json.dumps(items, ensure_ascii=False, indent=2) + "\n"
