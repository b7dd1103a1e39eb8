"""The sentences of each row beside their counterparts, for two or more texts.

Rows of passages are settled first (``rows``); within a row the sentences follow their beads, which
all lead through the pivot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.parallel.components import Cells, Components
from archive.parallel.values import Bead, SentenceRow, Stretch

Place = tuple[int, int]
"""(number of the text, number of the sentence in that text)."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Two texts, by number, and the beads of their sentences."""

    one: int
    other: int
    beads: Sequence[Bead]


def sentence_rows(
    rows: Sequence[Cells],
    sentences: Sequence[Sequence[Stretch]],
    linked: Sequence[Linked],
    keys: Sequence[str],
) -> list[tuple[SentenceRow, ...]]:
    """For each row its sentences; ``sentences`` are those of each text, in order."""
    homes = _homes(rows, sentences)
    sure = dict.fromkeys(homes, 1.0)
    links: list[list[tuple[Place, Place]]] = [[] for _ in rows]
    for pair in linked:
        for bead in pair.beads:
            held = [(pair.one, i) for i in bead.source] + [(pair.other, j) for j in bead.target]
            for place in held:
                sure[place] = min(sure[place], bead.confidence)
            for row, one, other in _inside(held, homes):
                links[row].append((one, other))
    places: list[list[Place]] = [[] for _ in rows]
    for place, row in homes.items():
        places[row].append(place)
    return [
        tuple(_groups(held, joined, sentences, sure, keys))
        for held, joined in zip(places, links, strict=True)
    ]


def _homes(rows: Sequence[Cells], sentences: Sequence[Sequence[Stretch]]) -> dict[Place, int]:
    """The row in which each sentence stands."""
    row_of = {
        (text, passage): number
        for number, cells in enumerate(rows)
        for text, passages in cells.items()
        for passage in passages
    }
    return {
        (text, number): row_of[text, stretch.passage]
        for text, stretches in enumerate(sentences)
        for number, stretch in enumerate(stretches)
    }


def _inside(held: list[Place], homes: Mapping[Place, int]) -> Iterator[tuple[int, Place, Place]]:
    """Links between the members of a bead that stand in one row."""
    first: dict[int, Place] = {}
    for place in held:
        row = homes[place]
        if row in first:
            yield row, first[row], place
        else:
            first[row] = place


def _joined(sizes: tuple[int, ...], links: tuple[tuple[Place, Place], ...]) -> Sequence[Cells]:
    """So many sentences of each text in groups that hold these together."""
    components = Components(list(sizes), set())
    for one, other in links:
        components.join(one, other, forced=True)
    return components.ordered()


SHORT = 24
"""Rows of up to so many sentences are built alike again and again, and put together once."""

_joined_alike = lru_cache(maxsize=1024)(_joined)


def _groups(
    places: list[Place],
    links: list[tuple[Place, Place]],
    sentences: Sequence[Sequence[Stretch]],
    sure: Mapping[Place, float],
    keys: Sequence[str],
) -> Iterator[SentenceRow]:
    """One row's sentences in groups. Places are counted from the row's first of each text."""
    numbers: dict[int, list[int]] = {}
    for text, number in sorted(places):
        numbers.setdefault(text, []).append(number)
    sizes = tuple(len(numbers.get(text, ())) for text in range(len(keys)))
    local = {(text, n): (text, k) for text, held in numbers.items() for k, n in enumerate(held)}
    alone = len(numbers) == 1
    inner = tuple((local[one], local[other]) for one, other in links)
    for cells in (_joined_alike if sum(sizes) <= SHORT else _joined)(sizes, inner):
        held = [(text, numbers[text][k]) for text, ks in sorted(cells.items()) for k in ks]
        yield SentenceRow(
            {
                keys[text]: tuple(sentences[text][numbers[text][k]] for k in ks)
                for text, ks in sorted(cells.items())
            },
            1.0 if alone else min(sure[place] for place in held),
        )
