"""The page that checks a quotation: where it stands, what was changed in it, how to cite it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from archive.citation.citing import cite
from archive.citation.value import Citation
from archive.desk.labels import short_label
from archive.editions.words import Piece
from archive.search.quotations import LONGEST, Origin
from archive.texts.languages import direction
from archive.web.addresses import record_path, search_path, text_path
from archive.web.answers import JSON, Body
from archive.web.pages import absolute, page
from archive.web.words import counted

#: The style in which a source is cited here; its record's page has the others.
STYLE, FORM = "chicago-18", "note"

_LIKENESS = {
    "exact": "Word for word",
    "same words": "The same words; signs or spelling differ",
    "altered": "Altered",
}
_MOST_SEARCHED = 300
_PAGE = "citation/quotations.html"


@dataclass(frozen=True, slots=True)
class OriginView:
    """A text that the quotation may be from. ``address`` is that of the words in the edition that
    has them, ``desk`` of the record's page; ``pieces`` compare the quotation with the text."""

    title: str
    record: str
    text: str
    label: str
    language: str
    direction: str
    likeness: str
    verdict: str
    editions: str
    first: int
    last: int
    current: bool
    passages: tuple[str, ...]
    pieces: tuple[Piece, ...]
    address: str
    desk: str
    citation: Citation


def quotation_page(quotation: str, found: list[Origin] | None = None, fault: str = "") -> Body:
    """The form, what was found of what it was sent with, or why that cannot be looked for."""
    origins = tuple(map(_view, found or ()))
    context = {
        "quotation": quotation,
        "origins": origins,
        "asked": found is not None,
        "fault": fault,
        "heading": _heading(origins),
        "longest": LONGEST,
        "search_url": search_path(q=quotation[:_MOST_SEARCHED]),
    }
    path = "" if quotation else "/quotations/"
    return page(_PAGE, context, path=path, here="quotations", status=400 if fault else 200)


def quotation_json(quotation: str, found: list[Origin]) -> Body:
    """The same as data."""
    said = {"quotation": quotation, "found": tuple(map(_view, found))}
    # The HTML of a citation is a string that says it is safe, which the encoder does not know.
    return Body(msgspec.json.encode(said, enc_hook=str.__str__), JSON)


def _heading(origins: tuple[OriginView, ...]) -> str:
    if not origins:
        return "Nothing here reads so"
    return f"Found in {counted(len(origins), 'text', 'texts')}"


def _view(origin: Origin) -> OriginView:
    standing, content = origin.reading.standing, origin.reading.content
    text = content.record.text(origin.key)
    assert text
    first = origin.match.passages[0]
    words = "".join(piece.text for piece in origin.match.pieces)
    return OriginView(
        title=standing.title,
        record=standing.record_id,
        text=origin.key,
        label=short_label(content, text),
        language=text.language,
        direction=direction(text.language, words),
        likeness=origin.match.likeness,
        verdict=_verdict(origin),
        editions=_editions(origin),
        first=origin.first,
        last=origin.last,
        current=origin.current,
        passages=origin.match.passages,
        pieces=origin.match.pieces,
        address=f"{absolute(text_path(standing.record_id, standing.number, origin.key))}#{first}",
        desk=f"{record_path(standing.record_id, None if origin.current else standing.number)}"
        f"?left={origin.key}#{first}",
        citation=cite(origin.reading, STYLE, FORM, text=origin.key, passage=first),
    )


def _verdict(origin: Origin) -> str:
    said = _LIKENESS[origin.match.likeness]
    if origin.match.likeness != "altered":
        return said
    return f"{said}: {origin.match.kept} of its {origin.match.words} words stand there so"


def _editions(origin: Origin) -> str:
    """``edition 2, the current one``, ``editions 1 to 3 of 5; the current one reads otherwise``."""
    newest = origin.reading.standing.newest
    several = origin.first < origin.last
    said = f"editions {origin.first} to {origin.last}" if several else f"edition {origin.last}"
    if origin.current:
        return f"{said}, the current one" if newest > 1 and not several else said
    return f"{said} of {newest}; the current one reads otherwise"
