"""Which passages, or parts of passages, stand beside each other in each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from archive.desk.columns import Grain
from archive.editions.apparatus import RowContent, SentenceContent
from archive.editions.content import PassageContent
from archive.editions.reading import Reading


@dataclass(frozen=True, slots=True)
class Part:
    """A passage from ``start`` to ``end`` of its body; ``first`` where it begins the passage."""

    passage: PassageContent
    start: int
    end: int
    first: bool = True

    def holds(self, passage: str, at: int) -> bool:
        """Whether that place lies in it."""
        return passage == self.passage.id and self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Plan:
    """A row: ``row`` is its place in the apparatus, ``cells`` are in the order of the columns."""

    row: int
    cells: tuple[tuple[Part, ...], ...]
    confidence: float
    pinned: bool

    def holds(self, passage: str, at: int) -> bool:
        """Whether that place lies in one of its parts."""
        return any(part.holds(passage, at) for part in chain.from_iterable(self.cells))


def plans(reading: Reading, keys: Sequence[str], grain: Grain) -> list[Plan]:
    """The rows of the apparatus that hold anything of these texts; of one text alone, a row for
    each passage. By sentences, a row for each group of them."""
    passages = reading.content.passages
    known = {p.id: p for key in keys for p in passages.get(key, ())}
    if len(keys) == 1:
        alone = passages.get(keys[0], ())
        return [Plan(n, ((_entire(p),),), 1.0, False) for n, p in enumerate(alone)]
    found: list[Plan] = []
    for index, row in enumerate(reading.apparatus.rows):
        cells = [[known[pid] for pid in row.cells.get(key, ())] for key in keys]
        if not any(cells):
            continue
        if grain == "sentences" and row.sentences:
            found += _by_sentences(index, row, keys, cells)
        else:
            parts = tuple(tuple(map(_entire, cell)) for cell in cells)
            found.append(Plan(index, parts, row.confidence, row.pinned))
    return found


def _entire(passage: PassageContent) -> Part:
    return Part(passage, passage.start, passage.end)


def _by_sentences(
    index: int, row: RowContent, keys: Sequence[str], cells: Sequence[Sequence[PassageContent]]
) -> Iterator[Plan]:
    columns = [_cut(row.sentences, key, cell) for key, cell in zip(keys, cells, strict=True)]
    for place, group in enumerate(row.sentences):
        parts = tuple(tuple(column.get(place, ())) for column in columns)
        if any(parts):
            yield Plan(index, parts, group.confidence, row.pinned)


def _cut(
    groups: Sequence[SentenceContent], key: str, cell: Sequence[PassageContent]
) -> Mapping[int, list[Part]]:
    """The parts of one text by the group in which they stand. Each begins where its sentence does
    and ends where the next one begins, so that nothing of a passage is left out. A table stays
    whole, and a passage without a sentence stands with what precedes it."""
    starts: dict[str, list[tuple[int, int]]] = {}
    for place, group in enumerate(groups):
        for at in group.cells.get(key, ()):
            starts.setdefault(at.passage, []).append((at.start, place))
    found: dict[int, list[Part]] = {}
    last = next((place for each in starts.values() for _, place in each), 0)
    for passage in cell:
        cuts = starts.get(passage.id) or [(passage.start, last)]
        for part, place in _parts(passage, [cuts[0]] if passage.kind == "table" else cuts):
            found.setdefault(place, []).append(part)
            last = place
    return found


def _parts(passage: PassageContent, cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[Part, int]]:
    """Neighbouring sentences of one group as one part."""
    kept = [cut for n, cut in enumerate(cuts) if n == 0 or cut[1] != cuts[n - 1][1]]
    ends = [start for start, _ in kept[1:]] + [passage.end]
    for n, ((start, place), end) in enumerate(zip(kept, ends, strict=True)):
        yield Part(passage, start if n else passage.start, end, first=n == 0), place
