"""What a query looks for in the wording of one record."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from archive.editions.content import Content
from archive.search.analyser import as_written, folded, words
from archive.search.beginnings import Letters, letters
from archive.search.glancing import Starts, starts
from archive.search.pieces import Piece, piece
from archive.search.sought import likely_words

#: Characters of one text that are looked through.
DEEP = 200_000

#: Pieces by number: those of the query first, then other forms of the names among them.
Wanted = Sequence[tuple[int, Piece]]


def wanted(
    content: Content,
    open_texts: Collection[str],
    pieces: Sequence[Piece],
    also: Sequence[Piece] = (),
    *,
    as_typed: bool = False,
) -> Wanted:
    """The pieces as this record has them; ``also`` are other forms of names in the query."""
    asked = _in_this_record(content, open_texts, pieces)
    others = [] if as_typed else [*also, *_other_forms(content, asked)]
    return [*enumerate(asked), *enumerate(dict.fromkeys(others), start=len(asked))]


def _in_this_record(
    content: Content, open_texts: Collection[str], pieces: Sequence[Piece]
) -> Sequence[Piece]:
    """Pieces found by their likeness, with the words of this record that they stand for."""
    if not any(each.like for each in pieces):
        return pieces
    record = content.record
    bodies = (text.body[:DEEP] for text in record.texts if text.key in open_texts)
    by = _letters(pieces)
    written = {word for said in (record.summary, *bodies) for word in likely_words(said, *by)}
    words = set(as_written(folded([*written])))
    return [replace(p, also=p.answers(words)) if p.like else p for p in pieces]


def _letters(pieces: Sequence[Piece]) -> tuple[Letters | None, Starts]:
    """With which the words begin and go on that answer; none where a slip may be in them."""
    like = [each for each in pieces if each.like]
    if any(each.like == "fuzzy" for each in like):
        return None, ()
    values = [value for each in like for value in as_written(each.words)]
    begin = letters(values)
    return begin, starts(values, None) if begin else ()


def _other_forms(content: Content, pieces: Sequence[Piece]) -> list[Piece]:
    """The other names of people whom the query names, as pieces to be found beside its own."""
    asked = {word for each in pieces for word in as_written(each.words)}
    others: list[Piece] = []
    for part, entry in zip(content.record.people, content.people, strict=False):
        forms = [form for _, form in entry.forms]
        names = (part.name, entry.name, *part.forms.values(), *forms)
        if any(map(asked.issuperset, map(_said, names))):
            others += filter(None, map(piece, names))
    return others


@lru_cache(maxsize=20_000)
def _said(name: str) -> frozenset[str]:
    """The words of a name; an empty one where it has none. Remembered: the same people are in many
    records."""
    return frozenset(as_written(words(name)) or [""])
