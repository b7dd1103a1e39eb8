"""unAPI: the files in which a citation of an address can be had, and each of them.

https://unapi.info/specs/unapi-revision-3 : without a format the answer lists them, with status 300
where an identifier was given.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl
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
_CITED = re.compile(
    r"(?:(?:https?://)?[^/]+)?/records/(?P<record>[^/?#]+)/"
    r"(?:v(?P<number>[1-9][0-9]{0,8})/(?:(?P<text>[^/#?]+)/)?)?"
    r"(?:\?(?P<query>[^#]*))?(?:#(?P<one>[^#]+))?"
)


def address(printed: str, target: str) -> str:
    """The address that a citation prints, and where its archival document or printed source is
    cited, that of the page which does so."""
    if target == "text":
        return printed
    path, mark, fragment = printed.partition("#")
    return f"{path}{'&' if '?' in path else '?'}cite={target}{mark}{fragment}"


def cited(address: str) -> dict[str, str | None]:
    """``record``, ``number``, ``text``, ``passage`` and ``target`` of such an address."""
    found = _CITED.fullmatch(address)
    asked = dict(parse_qsl(found["query"] or "", keep_blank_values=True)) if found else {}
    if found is None or not asked.keys() <= {"passage", "cite"}:
        raise not_found("That is no address of a record here.", "Ask for one that a page gives.")
    named = {key: found[key] for key in ("record", "number", "text")}
    return {**named, "passage": asked.get("passage") or found["one"], "target": asked.get("cite")}


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
