"""Snippets as they face each other on the desk: the words found, and what renders them.

Rows and sentences are those of the edition's apparatus; no words are aligned here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.editions.apparatus import RowContent, decode_rows
from archive.editions.document import TextDocument
from archive.search.cutting import cut, excerpt
from archive.search.passage_words import passage_words
from archive.search.queries import Shown
from archive.search.results import Facing, Snippet
from archive.search.snippets import Place
from archive.search.sought import sought_in
from archive.search.wanted import Wanted

#: Rows of one record that a page of results shows.
MOST_ROWS = 3


def facing(
    shown: Shown, places: Sequence[Place], wanted: Wanted, reads: Sequence[str]
) -> tuple[Facing, ...]:
    """The snippets by the row in which they stand, at most ``MOST_ROWS``, English first in each.

    A row of which one text alone has a snippet also gets the counterpart: in the first language
    of ``reads`` that the row has; of words in a language of ``reads``, what they were translated
    from, else an original, else another text.
    """
    texts = [text for text in shown.content.record.texts if text.key in shown.open_texts]
    aligned = places and len(texts) > 1 and shown.apparatus
    rows = decode_rows(shown.apparatus) if aligned else ()
    row_of = {pid: row for row in rows for cell in row.cells.values() for pid in cell}
    groups: dict[int, list[Place]] = {}
    for number, place in enumerate(places):
        row = row_of.get(place.snippet.passage)
        groups.setdefault(-1 - number if row is None else id(row), []).append(place)
    return tuple(
        _row(shown, texts, row_of.get(group[0].snippet.passage), group, wanted, reads)
        for group in list(groups.values())[:MOST_ROWS]
    )


def _row(
    shown: Shown,
    texts: Sequence[TextDocument],
    row: RowContent | None,
    group: Sequence[Place],
    wanted: Wanted,
    reads: Sequence[str],
) -> Facing:
    snippets = [place.snippet for place in group]
    if row is None or len({snippet.text for snippet in snippets}) > 1:
        return Facing(_in_order(snippets), only=False)
    others = [t for t in texts if t.key != snippets[0].text and row.cells.get(t.key)]
    own = shown.content.record.text(snippets[0].text)
    if not others or own is None:
        all_open = len(texts) == len(shown.content.record.texts)
        return Facing(tuple(snippets), only=all_open and not others)
    chosen = min(others, key=lambda text: _rank(text, own, reads))
    other = _counterpart(shown, row, group[0], chosen, wanted)
    return Facing(_in_order([*snippets, *([other] if other else [])]), only=False)


def _in_order(snippets: Sequence[Snippet]) -> tuple[Snippet, ...]:
    """English first, as on the desk; else as they come."""
    return tuple(sorted(snippets, key=lambda snippet: _primary(snippet.language) != "en"))


def _rank(text: TextDocument, own: TextDocument, reads: Sequence[str]) -> tuple[int, bool, bool]:
    languages = [_primary(tag) for tag in reads]
    wished = 0
    if _primary(own.language) not in languages:
        mine = _primary(text.language)
        wished = languages.index(mine) if mine in languages else len(languages)
    return wished, text.key != own.translated_from, text.kind != "original"


def _primary(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The part of a passage, in code points of the body, that renders the sentence with the hit,
    and how far into that the hit stands, 0 to 1. ``end`` 0: to the end of the passage."""

    passage: str
    start: int = 0
    end: int = 0
    share: float = 0.0


def _counterpart(
    shown: Shown, row: RowContent, place: Place, text: TextDocument, wanted: Wanted
) -> Snippet | None:
    """What that text of the row says there: the names sought, where they stand in it, else the
    words of the sentence that renders the one found; None where that faces no sentence."""
    found = _stretch(row, place, text.key)
    if found is None:
        return None
    passage = next(p for p in shown.content.passages[text.key] if p.id == found.passage)
    wording, offsets = passage_words(text.body, passage)
    end = found.end or passage.end
    inside = [n for n, at in enumerate(offsets) if found.start <= at < end]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, len(wording))
    spans = [s for s in sought_in(wanted, text.language).spans(wording) if first <= s.start < last]
    words = cut(wording, spans) if spans else (excerpt(wording, first, last, found.share), "", "")
    return Snippet(text.key, text.language, passage.id, passage.number, *words)


def _stretch(row: RowContent, place: Place, key: str) -> _Stretch | None:
    """Where that text renders the sentence with the hit; where no sentences are known the whole
    of the row's first passage."""
    found = place.snippet
    for sentence in row.sentences:
        mine = sentence.cells.get(found.text, ())
        for each in mine:
            if each.passage == found.passage and each.start <= place.at < each.end:
                others = sentence.cells.get(key, ())
                same = [other for other in others if other.passage == others[0].passage]
                share = (place.at - each.start) / (each.end - each.start)
                return (
                    _Stretch(same[0].passage, same[0].start, same[-1].end, share) if same else None
                )
    return _Stretch(row.cells[key][0])
