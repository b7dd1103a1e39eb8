"""First decide what is cited: which holding is the source of which text.

A translation made from a book is cited from that book, however many archives hold another text
of the same document: one string that joins the translator of one text with the shelfmark of
another is a false citation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal

from archive.citation.places import place_of
from archive.citation.value import Book, Copy, Source
from archive.editions.content import Content
from archive.editions.document import HoldingDocument, TextDocument

Relation = Literal["holds", "translated from", "document"]

#: The better witness first; a relation that is not recorded stands between.
_RANK = {
    "source of this text": 0,
    "printed text": 1,
    None: 2,
    "another copy": 3,
    "former shelfmark": 4,
    "origin of this digital record": 5,
}
_STANDING = {"another copy": "another copy", "former shelfmark": "formerly"}


def source_of(content: Content, text: TextDocument) -> Source | None:
    """Where the words of a text come from; None where the record does not say.

    In this order: the very holding that was translated; one where the text stands; one where
    the text that it translates stands; one that the record ties to no text; where the digital
    text was taken from.
    """
    named = text.translated_from_holding
    if named is not None and named < len(content.record.held):
        return _source(content, [named], "translated from")
    for wanted, relation in _searches(text):
        if found := _source(content, _ranked(content, wanted), relation):
            return found
    return None


def _searches(text: TextDocument) -> list[tuple[Callable[[HoldingDocument], bool], Relation]]:
    key, origin = text.key, text.translated_from or None
    untied: Relation = "document" if is_translation(text) else "holds"
    return [
        (lambda held: key in held.texts and not _secondary(held), "holds"),
        (lambda held: origin in held.texts and not _secondary(held), "translated from"),
        (lambda held: not held.texts and not _secondary(held), untied),
        (lambda held: key in held.texts, "holds"),
    ]


def described(content: Content) -> Source | None:
    """Where the document is, of a record that holds no text: in an archive before in a book."""
    return _source(content, _archival(content, None), "holds") or printed(content, None)


def archival(content: Content, text: TextDocument | None) -> Source | None:
    """The archival document: the copy that holds that text, else the best witness."""
    return _source(content, _archival(content, text), "holds")


def printed(content: Content, text: TextDocument | None) -> Source | None:
    """The printed source: the book that holds that text or was translated, else the first."""
    books = _ranked(content, lambda held: held.type == "publication")
    if text:
        closest = text.translated_from_holding
        books.sort(key=lambda at: (at != closest, text.key not in content.record.held[at].texts))
    return _source(content, books, "holds")


def printing(content: Content, text: TextDocument) -> Book | None:
    """The first book in which that very text stands."""
    books = _ranked(content, lambda held: held.type == "publication" and text.key in held.texts)
    places = (place_of(content, at) for at in books)
    return next((place for place in places if isinstance(place, Book)), None)


def other_copies(content: Content, text: TextDocument | None) -> tuple[Copy, ...]:
    """The archival copies beside the one that ``archival`` gives, each with its standing."""
    copies = [(at, place_of(content, at)) for at in _archival(content, text)]
    known = [(at, place) for at, place in copies if isinstance(place, Copy)]
    return tuple(
        replace(place, standing=_STANDING.get(content.record.held[at].relation or "", "also"))
        for at, place in known[1:]
    )


def copies_of(content: Content, text: TextDocument | None) -> tuple[Copy, ...]:
    """Every archival copy of that text, or of a document of which no text is held here."""
    wanted = [at for at in _archival(content, text) if _tells(content.record.held[at], text)]
    places = (place_of(content, at) for at in wanted)
    return tuple(place for place in places if isinstance(place, Copy))


def _tells(held: HoldingDocument, text: TextDocument | None) -> bool:
    return text is None or not held.texts or text.key in held.texts


def text_there(content: Content, source: Source | None) -> TextDocument | None:
    """The text, held here too, that stands at an archive or in a book; None where none does."""
    if source is None:
        return None
    places = [at for at in range(len(content.record.held)) if place_of(content, at) == source.place]
    keys = [key for at in places for key in content.record.held[at].texts]
    return next((text for key in keys if (text := content.record.text(key))), None)


def is_translation(text: TextDocument) -> bool:
    return "translation" in text.kind or bool(text.translated_from)


def _archival(content: Content, text: TextDocument | None) -> list[int]:
    places = _ranked(content, lambda held: held.type == "archive")
    if text:
        places.sort(key=lambda at: text.key not in content.record.held[at].texts)
    return places


def _ranked(content: Content, wanted: Callable[[HoldingDocument], bool]) -> list[int]:
    places = [at for at, held in enumerate(content.record.held) if wanted(held)]
    return sorted(places, key=lambda at: _RANK[content.record.held[at].relation])


def _secondary(held: HoldingDocument) -> bool:
    return held.relation in ("former shelfmark", "origin of this digital record")


def _source(content: Content, places: Iterable[int], relation: Relation) -> Source | None:
    for at in places:
        if place := place_of(content, at):
            return Source(place, relation)
    return None
