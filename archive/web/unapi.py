"""unAPI: the files in which a citation of an address can be had, and each of them.

https://unapi.info/specs/unapi-revision-3 : without a format the answer lists them, with status 300
where an identifier was given.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from archive.citation.formats import FORMATS
from archive.web.answers import Body
from archive.web.refusals import Refusal, not_found

#: Its names of formats, in the order in which Zotero prefers them, and ours.
NAMES = {
    "rdf_zotero": "zotero.rdf",
    "ris": "ris",
    "bibtex": "bib",
    "biblatex": "biblatex.bib",
    "oai_dc": "dc.xml",
}
_TEXT = r"(?P<text>[^/#?]+)/(?:\?passage=(?P<several>[^#&]+))?(?:#(?P<one>[^#]+))?"
_CITED = re.compile(
    rf"(?:(?:https?://)?[^/]+)?/records/(?P<record>[^/]+)/(?:v(?P<number>[1-9][0-9]{{0,8}})/(?:{_TEXT})?)?"
)


def cited(address: str) -> dict[str, str | None]:
    """``record``, ``number``, ``text`` and ``passage`` of an address that a citation prints."""
    found = _CITED.fullmatch(address)
    if found is None:
        raise not_found("That is no address of a record here.", "Ask for one that a page gives.")
    several, one = found["several"], found["one"]
    named = {key: found[key] for key in ("record", "number", "text")}
    return {**named, "passage": several or one}


def listed(address: str | None) -> Body:
    """The formats, of anything or of one thing."""
    of = f" id={quoteattr(address)}" if address else ""
    formats = "\n".join(
        f'  <format name="{name}" type="{FORMATS[key].media_type}"/>' for name, key in NAMES.items()
    )
    said = f'<?xml version="1.0" encoding="UTF-8"?>\n<formats{of}>\n{formats}\n</formats>\n'
    return Body(said.encode(), "application/xml; charset=utf-8", status=300 if address else 200)


def ending(name: str) -> str:
    """Our extension for its name. Raises the 406 that says which there are."""
    if name not in NAMES:
        raise Refusal(
            406,
            "There is no such format here",
            f"Citations are not given as “{name[:40]}”.",
            f"They are given as {', '.join(NAMES)}.",
        )
    return NAMES[name]
