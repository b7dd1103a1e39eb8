"""What the citation of a text will lack, said before anybody cites it: each with where to put it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from archive.citation import phrases
from archive.citation.choosing import Chosen, choose
from archive.citation.describing import describe
from archive.citation.places import place_of
from archive.citation.value import Book, Cited, Copy, Source

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

Part = Literal["record", "people", "texts", "held"]


@dataclass(frozen=True, slots=True)
class Lack:
    """``words`` are a sentence. ``field`` is that of the record's document, empty where a row is to
    be added; ``row`` counts the rows of its part from 0, None where none is meant."""

    words: str
    part: Part
    row: int | None = None
    field: str = ""


def lacking(edition: Citable, text: str | None = None) -> tuple[Lack, ...]:
    """What a citation of that text (None: the first, or the description) cannot say, in the order of
    a citation. Raises ``CitationRefused`` for a text that there is not."""
    chosen = choose(edition, text)
    cited = describe(chosen, "text")
    return (*_who_and_when(cited), *_by_whom(chosen, cited), *_whence(chosen, cited.source))


def _who_and_when(cited: Cited) -> Iterator[Lack]:
    if not cited.creators:
        yield Lack("No sender or author: it begins with the title.", "people")
    if not cited.date:
        yield Lack("No date: it says “undated”, in APA “n.d.”.", "record", None, "date")


def _by_whom(chosen: Chosen, cited: Cited) -> Iterator[Lack]:
    rendering = cited.rendering
    signed = rendering.made in ("translation", "contemporary translation")
    if signed and not rendering.translators:
        said = phrases.translation(cited, "", []) or f"[in {rendering.language}]"
        place = [text.key for text in chosen.content.record.texts].index(_key(chosen))
        yield Lack(f"No translator: it says “{said}”.", "texts", place, "translators")


def _key(chosen: Chosen) -> str:
    return chosen.text.key if chosen.text else ""


def _whence(chosen: Chosen, source: Source | None) -> Iterator[Lack]:
    """What is not known of the one holding that is cited as the source."""
    if source is None:
        yield Lack("No source: it gives this archive's address alone.", "held")
        return
    content = chosen.content
    held = range(len(content.record.held))
    row = next((at for at in held if place_of(content, at) == source.place), None)
    if source.relation == "document":
        yield Lack(
            "Not recorded which text stands at its source: it says “document in …”.",
            "held",
            row,
            "texts",
        )
    if isinstance(source.place, Copy):
        yield from _of_copy(source.place, row)
    elif isinstance(source.place, Book):
        yield from _of_book(source.place, row)


def _of_copy(copy: Copy, row: int | None) -> Iterator[Lack]:
    if not copy.archive:
        yield Lack("No archive: it gives the shelfmark alone.", "held", row, "repository")
    if not copy.shelfmark:
        yield Lack("No shelfmark: it says “shelfmark not recorded”.", "held", row, "reference")


def _of_book(book: Book, row: int | None) -> Iterator[Lack]:
    if book.citation:
        yield Lack(
            "The printed source is one string: no style can order its parts.", "held", row, "title"
        )
        return
    named = (
        (book.year, "No year of the printed source: it says “n.d.”.", "year"),
        (book.publisher or book.place, "No publisher of the printed source.", "publisher"),
        (book.pages, "No page of the printed source.", "pages"),
    )
    for value, words, field in named:
        if not value:
            yield Lack(words, "held", row, field)
