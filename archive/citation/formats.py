"""The files in which a citation leaves the site: ``/records/<id>.<extension>``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from anyascii import anyascii

from archive.citation import phrases, written
from archive.citation.biblatex import biblatex
from archive.citation.bibtex import bibtex
from archive.citation.choosing import choose
from archive.citation.csl_json import csl_json
from archive.citation.describing import describe
from archive.citation.dublin_core import dublin_core
from archive.citation.entry import key_of
from archive.citation.json_ld import json_ld
from archive.citation.ris import ris
from archive.citation.wording import clean
from archive.citation.zotero_rdf import zotero_rdf

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


class Write(Protocol):
    """A whole document, to be encoded as UTF-8. Raises ``CitationRefused``."""

    def __call__(
        self,
        edition: Citable,
        *,
        text: str | None = None,
        passage: str | None = None,
        accessed: date | None = None,
    ) -> str: ...


@dataclass(frozen=True, slots=True)
class Format:
    """``label`` is for readers, ``media_type`` for machines, without a charset."""

    extension: str
    label: str
    media_type: str
    write: Write


FORMATS: Mapping[str, Format] = {
    format.extension: format
    for format in (
        Format("ris", "RIS", "application/x-research-info-systems", ris),
        Format("bib", "BibTeX", "application/x-bibtex", bibtex),
        Format("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
        Format("biblatex.bib", "BibLaTeX", "application/x-bibtex", biblatex),
        Format("zotero.rdf", "Zotero RDF", "application/rdf+xml", zotero_rdf),
        Format("dc.xml", "Dublin Core", "application/xml", dublin_core),
        Format("jsonld", "JSON-LD", "application/ld+json", json_ld),
        Format("citation.txt", "Plain text", "text/plain", written.plain),
        Format("citation.html", "HTML", "text/html", written.html),
    )
}


def filename(
    format: Format, edition: Citable, *, text: str | None = None, passage: str | None = None
) -> str:
    """``Liu-to-Mao-1950-01-22-fp4k7x2b-v2-en.ris``: what it cites and which text of which edition,
    in ASCII. Raises ``CitationRefused``."""
    chosen = choose(edition, text, passage)
    cited = describe(chosen, "text")
    said = anyascii(f"{phrases.document(cited, full=False)} {clean(cited.date or '')}")
    words = [word for word in re.split(r"[^A-Za-z0-9]+", said) if word]
    while len(" ".join(words)) > _LONGEST:
        words.pop()
    lead = ["composed"] if cited.composed else []
    return f"{'-'.join([*lead, *words, key_of(chosen)])}.{format.extension}"


_LONGEST = 60
