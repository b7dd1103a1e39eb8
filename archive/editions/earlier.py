"""What an apparatus says of rows that are still the same, so that it need not be compared again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from archive.editions.apparatus import (
    ApparatusContent,
    ComparisonContent,
    RowContent,
    VoteContent,
    WordingContent,
)

Cell = tuple[str, ...]
Beside = tuple[Cell, Cell]
"""The passages that two texts have in one row."""

Near = tuple[Beside, Beside, Beside]
"""A row of two texts with the row above and the row below it."""

Pair = tuple[str, str]

_Line = TypeVar("_Line", ComparisonContent, WordingContent, VoteContent)


class Earlier:
    """An apparatus of the same passages with the same wording, compared with the same names and
    date by the same program.

    A comparison rests on a row of two texts and the rows next to it, a vote on a row of all texts.
    Where those are as they were, so is what was found; None is given where they are not. Lines come
    back with the row's new number.
    """

    def __init__(self, made: ApparatusContent) -> None:
        self._rows = made.rows
        self._near: dict[Pair, Mapping[Near, int]] = {}
        self._compared: dict[tuple[str, str, int], list[ComparisonContent]] = defaultdict(list)
        self._worded: dict[tuple[str, str, int], list[WordingContent]] = defaultdict(list)
        self._votes: dict[int, list[VoteContent]] = defaultdict(list)
        for line in made.comparisons:
            self._compared[line.left, line.right, line.row].append(line)
        for words in made.wordings:
            self._worded[words.left, words.right, words.row].append(words)
        for vote in made.votes:
            self._votes[vote.row].append(vote)
        self._whole = {_cells(row): place for place, row in enumerate(made.rows)}

    def comparisons(self, pair: Pair, near: Near, row: int) -> list[ComparisonContent] | None:
        """Everything compared in a row of two texts."""
        place = self._place(pair, near)
        return None if place is None else _renumbered(self._compared.get((*pair, place), ()), row)

    def wordings(self, pair: Pair, near: Near, row: int) -> list[WordingContent] | None:
        """The words of a row that only one of two texts has."""
        place = self._place(pair, near)
        return None if place is None else _renumbered(self._worded.get((*pair, place), ()), row)

    def votes(self, wanted: RowContent, row: int) -> list[VoteContent] | None:
        """Where the texts of a row are not agreed."""
        place = self._whole.get(_cells(wanted))
        return None if place is None else _renumbered(self._votes.get(place, ()), row)

    def _place(self, pair: Pair, near: Near) -> int | None:
        if pair not in self._near:
            self._near[pair] = {each: place for place, each in enumerate(nearby(self._rows, pair))}
        return self._near[pair].get(near)


def nearby(rows: Sequence[RowContent], pair: Pair) -> list[Near]:
    """Every row of two texts with its neighbours; above the first and below the last is nothing."""
    one, other = pair
    nothing: Beside = ((), ())
    beside = [(row.cells.get(one, ()), row.cells.get(other, ())) for row in rows]
    return list(zip([nothing, *beside], beside, [*beside[1:], nothing], strict=False))


def _cells(row: RowContent) -> frozenset[tuple[str, Cell]]:
    return frozenset(row.cells.items())


def _renumbered(lines: Sequence[_Line], row: int) -> list[_Line]:
    return [line if line.row == row else msgspec.structs.replace(line, row=row) for line in lines]
