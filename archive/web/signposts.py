"""Signposting (https://signposting.org/FAIR/): what a program finds from a record's page.

As ``<link>`` elements, which stay with a page that is kept.
"""

from __future__ import annotations

from archive.citation.formats import FORMATS
from archive.editions.reading import Reading
from archive.web.addresses import record_path
from archive.web.paths import path_to

#: Those that describe; the two to be read are none.
_DESCRIBE = ("csl.json", "ris", "bib", "zotero.rdf", "dc.xml", "jsonld")


def signposts(reading: Reading, path: str, query: str) -> tuple[tuple[str, str, str], ...]:
    """Relation, path and media type (or nothing) of each link from a page whose panel cites what is
    at this path, or its document or printed source. ``query`` makes files cite the same."""
    standing = reading.standing
    edition = record_path(standing.record_id, standing.number)
    statement = reading.content.record.rights.statement or ""
    return (
        ("cite-as", path, ""),
        *(
            ("describedby", f"{edition.rstrip('/')}.{key}{query}", FORMATS[key].media_type)
            for key in _DESCRIBE
        ),
        *((("license", statement, ""),) if statement.startswith("http") else ()),
        ("latest-version", record_path(standing.record_id), ""),
        ("version-history", path_to("web:changes", standing.record_id), ""),
        ("unapi-server", path_to("web:unapi"), "application/xml"),
    )
