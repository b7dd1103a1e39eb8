"""Signposting (https://signposting.org/FAIR/): what a program finds from a record's page.

As ``<link>`` elements, which stay with a page that is kept.
"""

from __future__ import annotations

from urllib.parse import urlencode

from archive.citation.formats import FORMATS
from archive.editions.reading import Reading
from archive.editions.standing import Standing
from archive.web.addresses import record_path, text_path
from archive.web.paths import path_to

#: Those that describe; the two to be read are none.
_DESCRIBE = ("csl.json", "ris", "bib", "zotero.rdf", "dc.xml", "jsonld")


def cited_path(standing: Standing, text: str | None) -> str:
    """The path that a citation prints: of a text in this edition, of a description without one."""
    if text is None:
        return record_path(standing.record_id, standing.number)
    return text_path(standing.record_id, standing.number, text)


def signposts(reading: Reading, text: str | None) -> tuple[tuple[str, str, str], ...]:
    """Relation, path and media type (or nothing) of each link from a page that shows this text on
    the left, None where no text is held."""
    standing = reading.standing
    edition = record_path(standing.record_id, standing.number)
    query = f"?{urlencode({'text': text})}" if text else ""
    statement = reading.content.record.rights.statement or ""
    return (
        ("cite-as", cited_path(standing, text), ""),
        *(
            ("describedby", f"{edition.rstrip('/')}.{key}{query}", FORMATS[key].media_type)
            for key in _DESCRIBE
        ),
        *((("license", statement, ""),) if statement.startswith("http") else ()),
        ("latest-version", record_path(standing.record_id), ""),
        ("version-history", path_to("web:changes", standing.record_id), ""),
        ("unapi-server", path_to("web:unapi"), "application/xml"),
    )
