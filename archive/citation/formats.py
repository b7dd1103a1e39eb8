"""The files in which a citation leaves the site: ``/records/<id>.<extension>``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from archive.citation.bibtex import bibtex
from archive.citation.choosing import choose
from archive.citation.csl_json import csl_json
from archive.citation.entry import key_of
from archive.citation.ris import ris

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
    )
}


def filename(
    format: Format, edition: Citable, *, text: str | None = None, passage: str | None = None
) -> str:
    """``fp4k7x2b-v2-en.ris``: what it is, in ASCII. Raises ``CitationRefused``."""
    return f"{key_of(choose(edition, text, passage))}.{format.extension}"
