"""One text as the scorer asks for it: sums over the last few units before each place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from archive.parallel.anchors import Features, ending
from archive.parallel.evidence import Floats

LARGEST = 4
"""A bead holds at most this many units of a side."""

SALUTATION = 30
"""A salutation is no longer than this many characters."""

_OPENERS = " \t\n\u00a0\"'“”„«‘([.—–-"
_MARKS = ("", ".", "?", "!")


class Side:
    """One text of an alignment. [size, place] is the sum of ``size`` units, 0 to ``LARGEST``,
    before the place between units.

    ``length``: their characters, times ``ratio``. ``stock``: their anchors. ``crossed``: how many
    of them but the first begin something new: a passage (those in ``breaks``) or, with a capital,
    what follows a heading or salutation. ``alone``: how many must stand alone. ``end[place]``: the
    mark that the unit before it ends with.
    """

    def __init__(
        self,
        units: Sequence[str],
        anchors: Sequence[Features],
        ratio: float,
        breaks: frozenset[int],
        alone: Collection[int],
    ) -> None:
        ends = [ending(text) for text in units]
        self.lengths = _sums(len(text.strip()) * ratio for text in units)
        self.length = _windows(self.lengths)
        self.stock = _windows(_sums(sum(unit.values()) for unit in anchors))
        begun = _windows(_sums(_begins(units, ends, breaks)))
        self.crossed = np.concatenate([begun[:1], begun[:-1]])
        self.alone = _windows(_sums(place in alone for place in range(len(units))))
        self.end = np.array([0, *map(_MARKS.index, ends)])


def _sums(values: Iterable[float]) -> Floats:
    return np.append(0.0, np.cumsum(np.fromiter(values, np.float64)))


def _windows(sums: Floats) -> Floats:
    places = np.arange(len(sums))
    return np.stack([sums - sums[np.maximum(places - size, 0)] for size in range(LARGEST + 1)])


def _begins(units: Sequence[str], ends: Sequence[str], breaks: frozenset[int]) -> list[bool]:
    """For each unit, whether something new begins with it."""
    alone = [_stands_alone(unit, mark) for unit, mark in zip(units, ends, strict=True)]
    after = [False] + [
        heading and unit.lstrip(_OPENERS)[:1].isupper()
        for heading, unit in zip(alone, units[1:], strict=False)
    ]
    return [place in breaks or new for place, new in enumerate(after[: len(units)])]


def _stands_alone(unit: str, mark: str) -> bool:
    """A heading or signature (no end mark), or a salutation (short, with a colon or a call)."""
    return not mark or (mark == "!" and len(unit) <= SALUTATION)
