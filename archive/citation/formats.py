"""The files in which a citation leaves the site: ``/records/<id>.<extension>``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Unpack

from anyascii import anyascii

from archive.citation import (
    biblatex,
    bibtex,
    csl_json,
    dublin_core,
    json_ld,
    phrases,
    ris,
    written,
    zotero_rdf,
)
from archive.citation.choosing import choose
from archive.citation.describing import describe
from archive.citation.entry import Asked, Entry, key_of
from archive.citation.wording import clean

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


class Write(Protocol):
    """A whole document, to be encoded as UTF-8. Raises ``CitationRefused``."""

    def __call__(self, edition: Citable, **asked: Unpack[Asked]) -> str: ...


@dataclass(frozen=True, slots=True)
class Series:
    """How one document holds many: ``item`` writes each, the strings stand around and between."""

    item: Callable[[Entry], str]
    opened: str = ""
    between: str = ""
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """``label`` is for readers, ``media_type`` for machines, without a charset. ``series`` is None
    where a file of many is a list in one style."""

    extension: str
    label: str
    media_type: str
    write: Write
    series: Series | None = None


FORMATS: Mapping[str, Format] = {
    format.extension: format
    for format in (
        Format("ris", "RIS", "application/x-research-info-systems", ris.ris, Series(ris.item)),
        Format("bib", "BibTeX", "application/x-bibtex", bibtex.bibtex, Series(bibtex.item)),
        Format(
            "csl.json",
            "CSL-JSON",
            "application/vnd.citationstyles.csl+json",
            csl_json.csl_json,
            Series(csl_json.item, "[", ",", "\n]\n"),
        ),
        Format(
            "biblatex.bib",
            "BibLaTeX",
            "application/x-bibtex",
            biblatex.biblatex,
            Series(biblatex.item),
        ),
        Format(
            "zotero.rdf",
            "Zotero RDF",
            "application/rdf+xml",
            zotero_rdf.zotero_rdf,
            Series(zotero_rdf.item, zotero_rdf.OPENED, "", zotero_rdf.CLOSED),
        ),
        Format(
            "dc.xml",
            "Dublin Core",
            "application/xml",
            dublin_core.dublin_core,
            Series(dublin_core.item, dublin_core.OPENED, "", dublin_core.CLOSED),
        ),
        Format(
            "jsonld",
            "JSON-LD",
            "application/ld+json",
            json_ld.json_ld,
            Series(json_ld.item, json_ld.OPENED, ",", json_ld.CLOSED),
        ),
        Format("citation.txt", "Plain text", "text/plain", written.plain),
        Format("citation.html", "HTML", "text/html", written.html),
    )
}


def filename(format: Format, edition: Citable, **asked: Unpack[Asked]) -> str:
    """``Liu-to-Mao-1950-01-22-fp4k7x2b-v2-en.ris``: what it cites and which text of which edition,
    in ASCII. Raises ``CitationRefused``."""
    target = asked.get("target", "text")
    chosen = choose(edition, asked.get("text"), asked.get("passage"))
    cited = describe(chosen, target)
    said = anyascii(f"{phrases.document(cited, full=False)} {clean(cited.date or '')}")
    words = [word for word in re.split(r"[^A-Za-z0-9]+", said) if word]
    while len(" ".join(words)) > _LONGEST:
        words.pop()
    lead = ["composed"] if cited.composed else []
    return f"{'-'.join([*lead, *words, key_of(chosen, target)])}.{format.extension}"


_LONGEST = 60
