"""A reader of each format that did not write it: what it finds is held against the edition."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import bibtexparser.entrypoint
import html5lib
import pybtex.database
import rdflib
import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.bibtex.utils import split_name_list
from pylatexenc.latex2text import LatexNodes2Text
from rdflib import DCTERMS, RDF

from archive.citation import phrases, sources
from archive.citation.choosing import choose
from archive.citation.entry import Entry, entry_of
from archive.citation.formats import FORMATS
from archive.citation.naming import always_inverted
from archive.citation.value import Book, CitedName
from archive.citation.wording import clean, commas
from archive.editions.reading import Reading

ACCESSED = date(2026, 11, 23)


def written(edition: Reading, extension: str, target: str = "text") -> str:
    return FORMATS[extension].write(edition, target=target, accessed=ACCESSED)


def cited(edition: Reading, target: str) -> Entry:
    return entry_of(edition, target=target, accessed=ACCESSED)


def targets(edition: Reading) -> list[str]:
    """The text, the document, and the printed source where there is one."""
    printed = sources.printed(edition.content, choose(edition).text)
    return ["text", "document", *(["print"] if printed else [])]


def _accessed(entry: Entry) -> str:
    """Only a site is read on a day."""
    return ACCESSED.isoformat() if entry.site else ""


def read_ris(edition: Reading, target: str = "text") -> None:
    entry = cited(edition, target)
    book = entry.book or Book("")
    [found] = rispy.loads(written(edition, "ris", target))
    recipients = entry.recipients if entry.is_letter else ()
    for key, value in {
        "type_of_reference": "CHAP" if entry.book else "PCOMM" if entry.is_letter else "MANSCPT",
        "title": entry.title,
        "authors": list(map(always_inverted, entry.authors)),
        "secondary_authors": [*map(always_inverted, (*recipients, *book.editors))],
        "secondary_title": book.whole_title,
        "tertiary_title": book.series,
        "volume": book.volume,
        "place_published": book.place,
        "publisher": book.publisher,
        "start_page": phrases.bare_pages(book),
        "subsidiary_authors": list(map(always_inverted, entry.translators)),
        "type_of_work": entry.kind,
        "year": entry.book.year if entry.book else entry.when.year,
        "language": entry.language,
        "name_of_database": commas(entry.archive, entry.town),
        "accession_number": entry.shelfmark,
        "call_number": "; ".join(entry.copies),
        "database_provider": entry.site,
        "urls": list(filter(None, [entry.address])),
        "access_date": _accessed(entry).replace("-", "/"),
        "abstract": clean(entry.summary),
        "keywords": list(entry.keywords),
    }.items():
        assert found.pop(key, type(value)()) == value, key
    notes = found.pop("notes", [])
    assert notes[-len(entry.notes) - bool(entry.rights) :][: len(entry.notes)] == [*entry.notes]
    assert set(found) <= {"date"}


_READS_TEX = LatexNodes2Text()


def _tex(value: str) -> str:
    """As LaTeX prints it; its two accents that stand alone are printed as other signs."""
    said: str = _READS_TEX.latex_to_text(value)
    return said.replace("ˆ", "^")


def _fields(entry: Entry, extension: str) -> dict[str, str]:
    """What both dialects of BibTeX hold in fields of their own."""
    book = entry.book or Book("")
    own = {
        "bib": {
            "year": entry.book.year if entry.book else entry.when.year,
            "address": book.place,
            "copyright": entry.rights,
        },
        "biblatex.bib": {
            "addendum": entry.rights,
            "location": entry.book.place if entry.book else entry.town,
            "version": entry.edition,
            **({"date": entry.book.year} if entry.book else {}),
        },
    }
    return own[extension] | {
        "booktitle": book.whole_title,
        "series": book.series,
        "volume": book.volume,
        "publisher": book.publisher,
        "pages": phrases.bare_pages(book),
        "title": entry.title,
        "type": entry.kind,
        "library": commas(entry.archive, entry.town, entry.shelfmark),
        "language": entry.language,
        "url": entry.address,
        "urldate": _accessed(entry),
        "abstract": clean(entry.summary),
        "keywords": ", ".join(entry.keywords),
    }


def _held(name: CitedName) -> str:
    return name.full if name.family_first or name.organisation else always_inverted(name)


def read_bibtex(edition: Reading, target: str = "text", extension: str = "bib") -> None:
    entry, said = cited(edition, target), written(edition, extension, target)
    library = bibtexparser.entrypoint.parse_string(said)
    assert (len(library.entries), library.failed_blocks) == (1, [])
    kind = "incollection" if entry.book else "unpublished"
    assert (library.entries[0].key, library.entries[0].entry_type) == (entry.key, kind)
    other = pybtex.database.parse_string(said, "bibtex").entries[entry.key]
    for key, value in _fields(entry, extension).items():
        first = library.entries[0].fields_dict.get(key)
        assert _tex(first.value if first else "") == value, key
        assert _tex(other.fields.get(key, "")) == value, key
    editors = entry.book.editors if entry.book else ()
    roles = (("author", entry.authors), ("translator", entry.translators), ("editor", editors))
    for role, names in roles:
        given_names = split_name_list(other.fields[role]) if role in other.fields else []
        persons = other.persons.get(role) or list(map(pybtex.database.Person, given_names))
        assert [_tex(str(person)) for person in persons] == list(map(_held, names))
    note = _tex(other.fields.get("note", ""))
    assert all(told in note for told in (*entry.notes, *entry.copies, entry.shelfmark))


def read_biblatex(edition: Reading, target: str = "text") -> None:
    read_bibtex(edition, target, "biblatex.bib")


def read_csl_json(edition: Reading, target: str = "text") -> None:
    entry, [item] = cited(edition, target), json.loads(written(edition, "csl.json", target))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # It knows no "static-ordering", nor every variable.
        found = CiteProcJSON([item])[entry.key]
    book = entry.book or Book("")
    for key, value in {
        "title": entry.title,
        "genre": entry.kind,
        "container_title": book.whole_title,
        "collection_title": book.series,
        "volume": book.volume,
        "publisher_place": book.place,
        "publisher": book.publisher,
        "language": entry.language,
        "archive": entry.archive,
        "archive_location": entry.shelfmark,
        "source": entry.site,
        "URL": entry.address,
        "abstract": entry.summary,
    }.items():
        assert str(found.get(key) or "") == value, key
    roles = {"author": entry.authors, "translator": entry.translators, "editor": book.editors}
    for role, names in roles.items():
        said = [(name.get("family"), name.get("given")) for name in found.get(role) or []]
        assert len(said) == len(names)
    assert (item.get("archive-place", ""), item.get("version", "")) == (entry.town, entry.edition)
    assert item.get("page", "") == phrases.bare_pages(book)
    assert item["type"] == "chapter" if entry.book else item["type"] != "chapter"
    assert all(told in item["note"] for told in entry.notes)


_Z = "http://www.zotero.org/namespaces/export#"
_DC = "http://purl.org/dc/elements/1.1/"
_FOAF = "http://xmlns.com/foaf/0.1/"
_BASE = "https://file.example/item.rdf"
_BIB = "http://purl.org/net/biblio#"


def read_zotero_rdf(edition: Reading, target: str = "text") -> None:
    entry, graph = cited(edition, target), rdflib.Graph()
    graph.parse(data=written(edition, "zotero.rdf", target), format="xml", publicID=_BASE)
    item = rdflib.URIRef(entry.address or f"{_BASE}#{entry.key}")

    def said(name: str) -> list[str]:
        found = graph.objects(item, rdflib.URIRef(name))
        return [str(value) for value in found if isinstance(value, rdflib.Literal)]

    for name, value in {
        f"{_Z}itemType": "bookSection"
        if entry.book
        else ("letter" if entry.is_letter else "manuscript"),
        f"{_DC}title": entry.title,
        "http://purl.org/dc/terms/abstract": entry.summary,
        f"{_DC}date": entry.book.year if entry.book else entry.when.edtf,
        f"{_BIB}pages": phrases.bare_pages(entry.book) if entry.book else "",
        f"{_Z}type": entry.kind,
        f"{_Z}language": entry.language,
        f"{_DC}rights": entry.rights,
        f"{_Z}archive": commas(entry.archive, entry.town),
        f"{_DC}coverage": entry.shelfmark,
        f"{_Z}libraryCatalog": entry.site,
    }.items():
        assert said(name) == ([value] if value else []), name
    assert sorted(said(f"{_DC}subject")) == sorted(set(entry.keywords))
    editors = entry.book.editors if entry.book else ()
    for name, names in (
        (f"{_BIB}authors", entry.authors),
        (f"{_BIB}editors", editors),
        (f"{_Z}translators", entry.translators),
    ):
        assert _people(graph, item, name) == [
            (named.family, named.given)
            if named.family and named.given and not named.organisation
            else (named.full, "")
            for named in names
        ]
    assert all(told in said(f"{_DC}description")[0] for told in entry.notes)
    if entry.book:
        _is_in(graph, item, entry.book)


def _is_in(graph: rdflib.Graph, item: rdflib.URIRef, book: Book) -> None:
    """The section stands in that book of that publisher."""
    within = graph.value(item, DCTERMS.isPartOf)
    publisher = graph.value(item, rdflib.URIRef(f"{_DC}publisher"))
    said = {str(value) for value in graph.objects(within) if isinstance(value, rdflib.Literal)}
    assert said == set(filter(None, (book.whole_title, book.volume)))
    assert str(graph.value(publisher, rdflib.URIRef(f"{_FOAF}name")) or "") == book.publisher


def _people(graph: rdflib.Graph, item: rdflib.URIRef, role: str) -> list[tuple[str, str]]:
    """Surname and given name, in the order of the list."""
    people = []
    for sequence in graph.objects(item, rdflib.URIRef(role)):
        items = sorted(graph.predicate_objects(sequence), key=lambda pair: str(pair[0]))
        for person in (each for role_of, each in items if str(role_of) != str(RDF.type)):
            surname = graph.value(person, rdflib.URIRef(f"{_FOAF}surname"))
            given_name = graph.value(person, rdflib.URIRef(f"{_FOAF}givenName"))
            people.append((str(surname), str(given_name or "")))
    return people


_ELEMENTS = {
    "title", "creator", "subject", "description", "publisher", "contributor", "date", "type",
    "format", "identifier", "source", "language", "relation", "coverage", "rights",
}  # fmt: skip


def read_dublin_core(edition: Reading, target: str = "text") -> None:
    entry, root = cited(edition, target), ElementTree.fromstring(written(edition, "dc.xml", target))
    assert root.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    found: dict[str, list[str]] = {}
    for child in root:
        name = child.tag.removeprefix(f"{{{_DC}}}")
        assert name in _ELEMENTS
        found.setdefault(name, []).append(child.text or "")
    held = commas(entry.archive, entry.town, entry.shelfmark)
    books = found["source"][:1] if entry.book else []
    assert all((entry.book or Book("")).title in book for book in books)
    for name, values in {
        "title": [entry.title],
        "creator": list(map(always_inverted, entry.authors)),
        "subject": list(entry.keywords),
        "description": [*filter(None, [entry.summary]), *entry.notes],
        "publisher": list(filter(None, [entry.site])),
        "date": list(filter(None, [entry.when.edtf])),
        "type": list(filter(None, ["Text", entry.kind])),
        "identifier": list(filter(None, [entry.address])),
        "source": [*filter(None, [held, *books]), *entry.copies],
        "language": list(filter(None, [entry.language])),
        "rights": list(filter(None, [entry.rights])),
    }.items():
        assert found.get(name, []) == values, name
    assert len(found.get("contributor", [])) == len(entry.translators + entry.recipients)


_SCHEMA = "https://schema.org/"


def read_json_ld(edition: Reading, target: str = "text") -> None:
    entry, said = cited(edition, target), json.loads(written(edition, "jsonld", target))
    # The context stands on another site, which a test does not ask.
    said["@context"] = {"@vocab": _SCHEMA}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # The library's own, of a class that it is giving up.
        graph = rdflib.Graph().parse(data=json.dumps(said), format="json-ld", base=_BASE)
    item = rdflib.URIRef(entry.address or f"{_BASE}#{entry.key}")
    within = graph.value(item, rdflib.URIRef(f"{_SCHEMA}isPartOf"))
    title = graph.value(within, rdflib.URIRef(f"{_SCHEMA}name"))
    assert str(title or "") == (entry.book.whole_title if entry.book else "")
    for name, values in {
        "name": [entry.title],
        "dateCreated": [entry.when.edtf],
        "genre": [entry.kind],
        "inLanguage": [entry.language],
        "abstract": [entry.summary],
        "keywords": list(entry.keywords),
        "itemLocation": [entry.shelfmark],
        "version": [entry.edition],
        "copyrightNotice": [entry.rights],
    }.items():
        found = sorted(map(str, graph.objects(item, rdflib.URIRef(_SCHEMA + name))))
        assert found == sorted(set(filter(None, values))), name
    for name, names in (("translator", entry.translators), ("recipient", entry.recipients)):
        people = graph.objects(item, rdflib.URIRef(_SCHEMA + name))
        said_names = [str(graph.value(each, rdflib.URIRef(f"{_SCHEMA}name"))) for each in people]
        assert sorted(said_names) == sorted(named.full for named in names)


def read_html(edition: Reading, target: str = "text") -> None:
    """The page says what the plain text says, in the same order, and is valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(written(edition, "citation.html", target))
    title, *pairs = written(edition, "citation.txt", target).removesuffix("\n").split("\n\n")
    assert page.findtext("head/title") == title
    labels = ["".join(each.itertext()) for each in page.findall("body/dl/dt")]
    said = ["".join(each.itertext()) for each in page.findall("body/dl/dd")]
    assert [f"{label}\n{each}" for label, each in zip(labels, said, strict=True)] == pairs


READERS: dict[str, Callable[..., None]] = {
    "ris": read_ris,
    "bib": read_bibtex,
    "biblatex.bib": read_biblatex,
    "csl.json": read_csl_json,
    "zotero.rdf": read_zotero_rdf,
    "dc.xml": read_dublin_core,
    "jsonld": read_json_ld,
    "citation.html": read_html,
}
