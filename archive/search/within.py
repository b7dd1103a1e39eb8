"""Words found within one record, in every text that may be read, folded as everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.editions.reading import Reading
from archive.search.bridging import bridges
from archive.search.passage_words import passage_words
from archive.search.sought import Span, Stretch, sought_in
from archive.search.wanted import DEEP, Wanted, wanted
from archive.search.wording import understand


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that render each other, of which one at least has what was sought: ids by text key,
    and the stretches of each body that have it. ``index`` is the row of the apparatus, -1 where
    the edition has none."""

    index: int
    cells: Mapping[str, tuple[str, ...]]
    stretches: Mapping[str, tuple[Stretch, ...]]


@dataclass(frozen=True, slots=True)
class Within:
    """Rows in reading order. ``some``: none has all of the words, and these have the most of
    them. ``notices`` say how the query was understood."""

    rows: tuple[Row, ...]
    some: bool
    notices: tuple[str, ...]

    @property
    def places(self) -> int:
        """How often what was sought stands in them."""
        return sum(len(found) for row in self.rows for found in row.stretches.values())


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands in one passage: stretches of the body, and the numbers of the pieces."""

    stretches: tuple[Stretch, ...]
    pieces: frozenset[int]


def find_within(reading: Reading, q: str) -> Within:
    """Where the words of a query, and the other forms of names in it, stand in a record.

    Operators and fields are read as in a search, and their words looked for; what a query excludes
    is not. Rows with the most of the words are kept. At most two database queries; each text is
    read to its 200,000th character.
    """
    wording = understand(q)
    if not wording.pieces:
        return Within((), False, wording.notices)
    named = bridges(q, wording)
    also = [form for each in named for form in each.seen]
    content = reading.content
    keys = {text.key for text in content.record.texts}
    sought = wanted(content, keys, wording.pieces, also)
    found = dict(_passages(reading, sought))
    asked = frozenset(range(len(wording.pieces)))
    rows = [row for row in _rows(reading) if any(pid in found for pid in _ids(row))]
    most = max((len(_pieces(row, found) & asked) for row in rows), default=0)
    kept = tuple(
        _row(row, found)
        for row in rows
        if len((pieces := _pieces(row, found)) & asked) == most or pieces - asked
    )
    return Within(kept, bool(rows) and most < len(asked) and not named, wording.notices)


def _passages(reading: Reading, sought: Wanted) -> Iterator[tuple[str, _Found]]:
    for text in reading.content.record.texts:
        for_text = sought_in(sought, text.language)
        passages = reading.content.passages.get(text.key, ())
        stretches = [(each.start, each.end) for each in passages if each.start <= DEEP]
        for at, _ in for_text.present(text.body, stretches):
            wording, offsets = passage_words(text.body, passages[at])
            if spans := for_text.spans(wording):
                yield passages[at].id, _found(spans, offsets)


def _found(spans: Sequence[Span], offsets: Sequence[int]) -> _Found:
    stretches = tuple((offsets[s.start], offsets[s.end - 1] + 1) for s in spans)
    return _Found(stretches, frozenset(span.piece for span in spans))


_Cells = tuple[int, Mapping[str, tuple[str, ...]]]


def _rows(reading: Reading) -> Iterator[_Cells]:
    """The rows of the desk; without an apparatus each passage is one."""
    if reading.apparatus.rows:
        yield from ((index, row.cells) for index, row in enumerate(reading.apparatus.rows))
        return
    for text in reading.content.record.texts:
        for passage in reading.content.passages.get(text.key, ()):
            yield -1, {text.key: (passage.id,)}


def _ids(row: _Cells) -> Iterator[str]:
    return (pid for cell in row[1].values() for pid in cell)


def _pieces(row: _Cells, found: Mapping[str, _Found]) -> frozenset[int]:
    return frozenset[int]().union(*(found[pid].pieces for pid in _ids(row) if pid in found))


def _row(row: _Cells, found: Mapping[str, _Found]) -> Row:
    index, cells = row
    stretches = {
        key: tuple(each for pid in ids if pid in found for each in found[pid].stretches)
        for key, ids in cells.items()
    }
    return Row(index, cells, stretches)
