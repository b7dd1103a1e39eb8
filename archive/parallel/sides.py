"""One text as the scorer asks for it: sums over the last few units before each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from archive.parallel.anchors import ending
from archive.parallel.evidence import Floats

LARGEST = 4
"""A bead holds at most this many units of a side."""

SALUTATION = 30
"""A salutation is no longer than this many characters."""

MARKS = ('"“”„«»「」『』', "()（）", ":：;；؛", "?？؟", ",，،、")
"""Marks that a translation mostly keeps: quotation marks, brackets, colons, questions, commas."""

ENDS = ("", ".", "?", "!")
"""How a unit may end; see ``anchors.ending``."""

_OPENERS = " \t\n\u00a0\"'“”„«‘([.—–-"
_COMMAS = ",;，；،、"


class Side:
    """One text of an alignment. [size, place] is the sum of ``size`` units, 0 to ``LARGEST``,
    before the place between units.

    ``length``: their characters, times ``ratio``. ``marks``: of each kind of ``MARKS``, how many.
    ``crossed``: how many of them but the first begin a passage (those in ``breaks``); ``headed``:
    with a capital, what follows a heading or salutation; ``runs_on``: carry on a sentence.
    ``end[place]``: how the unit before it ends, as the number of its end in ``ENDS``;
    ``open[place]``: 1 where the sentence runs on.
    """

    def __init__(self, units: Sequence[str], ratio: float, breaks: frozenset[int]) -> None:
        ends = [ending(text) for text in units]
        running = _running(units, ends, breaks)
        self.lengths = _sums(len(text.strip()) * ratio for text in units)
        self.length = _windows(self.lengths)
        self.marks = np.stack([_windows(_sums(_count(units, kind))) for kind in MARKS])
        self.crossed = _inside(place in breaks for place in range(len(units)))
        self.headed = _inside(_headed(units, ends))
        self.runs_on = _inside(running)
        self.end = np.array([0, *map(ENDS.index, ends)])
        self.open = np.array([*running, False], dtype=np.float64)


def _sums(values: Iterable[float]) -> Floats:
    return np.append(0.0, np.cumsum(np.fromiter(values, np.float64)))


def windows(values: Floats) -> Floats:
    """As the sums of a ``Side``, of one value for each unit."""
    return _windows(np.append(0.0, np.cumsum(values)))


def _windows(sums: Floats) -> Floats:
    places = np.arange(len(sums))
    return np.stack([sums - sums[np.maximum(places - size, 0)] for size in range(LARGEST + 1)])


def _inside(begun: Iterable[bool]) -> Floats:
    """Sums over all units of a window but its first."""
    sums = _windows(_sums(begun))
    return np.concatenate([sums[:1], sums[:-1]])


def _count(units: Sequence[str], marks: str) -> Iterable[int]:
    return (sum(map(unit.count, marks)) for unit in units)


def _headed(units: Sequence[str], ends: Sequence[str]) -> Iterable[bool]:
    """For each unit, whether it begins with a capital after a heading or salutation."""
    for place, unit in enumerate(units):
        before = units[place - 1] if place else "."
        yield place > 0 and _stands_alone(before, ends[place - 1]) and _first(unit).isupper()


def _stands_alone(unit: str, mark: str) -> bool:
    """A heading or signature (no end mark), or a salutation (short, with a colon or a call)."""
    return not mark or (mark == "!" and len(unit) <= SALUTATION)


def _running(units: Sequence[str], ends: Sequence[str], breaks: frozenset[int]) -> list[bool]:
    """For each unit, whether it carries on the sentence of the one before."""
    return [
        place > 0 and _carries_on(units[place - 1], ends[place - 1], unit, place in breaks)
        for place, unit in enumerate(units)
    ]


def _carries_on(before: str, mark: str, unit: str, anew: bool) -> bool:
    """A passage that begins ``anew`` after none but a missing mark does not: before it stood a
    heading, a name or a date, and a figure or a letter that has no capital begins it."""
    first = _first(unit)
    if before.rstrip()[-1:] in tuple(_COMMAS):
        return not first.isupper() or len(before) > SALUTATION
    return first.islower() or (first != "" and not (mark or anew or first.isupper()))


def _first(unit: str) -> str:
    return unit.lstrip(_OPENERS)[:1]
