"""What citeproc-js is given: the item of the CSL-JSON file, without what styles would print of it
falsely or twice."""

from __future__ import annotations

from typing import Any

from archive.citation import csl_json, phrases
from archive.citation.entry import Entry
from archive.citation.value import Cited

#: Other copies would be printed as the shelfmark of the one cited; the rest is for programs.
_NOT_PRINTED = ("abstract", "keyword", "call-number", "note", "source", "version", "recipient")


def item_of(entry: Entry, cited: Cited, *, shortened: bool) -> dict[str, Any]:
    """As a manuscript, letters too, since many styles list no personal communication; "Cable to Mao
    Zedong" in the title's place, which then says the genre. ``shortened``: the style has initials and
    inverts every name, those said family first too."""
    fields = csl_json.fields(entry)
    item = {name: value for name, value in fields.items() if name not in _NOT_PRINTED}
    if item["type"] == "personal_communication":
        item["type"] = "manuscript"
    if cited.hand is None:
        item["title"] = phrases.communication(cited)
    if cited.recipients and cited.hand is None:
        item.pop("genre", None)
    for role in ("author", "translator", "editor") if shortened else ():
        names = [{**name, "static-ordering": False} for name in item.get(role, ())]
        item |= {role: names} if names else {}
    return item


def place_of(cited: Cited) -> dict[str, str]:
    """The paragraphs, as a citation in notes or in the text has them."""
    numbers = phrases.runs(cited.paragraphs)
    return {"locator": numbers, "label": "paragraph"} if numbers else {}
