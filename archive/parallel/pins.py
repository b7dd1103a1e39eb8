"""What the staff have decided, as limits on the programme."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import pairwise
from math import inf

from archive.parallel.evidence import Matches
from archive.parallel.values import Bead, Pin

Cut = tuple[int, int, int, int]


class Limits:
    """Pins, checked and ready: where the lattice is cut, and which beads are forbidden.

    ``cuts`` are the pinned beads of two sides as (first source, end, first target, end), rising;
    ``source_alone`` and ``target_alone`` are units that no bead of two sides may hold;
    ``forbidden`` are the pairs that no bead may hold, each with a weight of -inf.
    Raises ValueError where a pin cannot hold; the message names it.
    """

    def __init__(self, pins: Sequence[Pin], source_count: int, target_count: int) -> None:
        for pin in pins:
            _check(pin, source_count, target_count)
        fixed = {pin for pin in pins if pin.aligned and (pin.source or pin.target)}
        self.cuts = _cuts([pin for pin in fixed if pin.source and pin.target])
        forbidden = {
            (i, j) for pin in pins if not pin.aligned for i in pin.source for j in pin.target
        }
        alone = [pin for pin in fixed if not (pin.source and pin.target)]
        self._source_groups = _groups([pin.source for pin in alone if pin.source], "source")
        self._target_groups = _groups([pin.target for pin in alone if pin.target], "target")
        self._check_cuts(forbidden)
        self.source_alone = frozenset(self._source_groups)
        self.target_alone = frozenset(self._target_groups)
        self.forbidden = Matches.summed([(i, j, -inf) for i, j in forbidden])

    def inside(self, rows: tuple[int, int], columns: tuple[int, int]) -> Hashable:
        """What is forbidden in a rectangle (first, end): equal where the same is."""
        held = self.forbidden.inside(rows, columns)
        return (
            held.source.tobytes(),
            held.target.tobytes(),
            frozenset(unit for unit in self.source_alone if rows[0] <= unit < rows[1]),
            frozenset(unit for unit in self.target_alone if columns[0] <= unit < columns[1]),
        )

    def _check_cuts(self, forbidden: set[tuple[int, int]]) -> None:
        for first, end, left, right in self.cuts:
            if self._source_groups.keys() & set(range(first, end)) or (
                self._target_groups.keys() & set(range(left, right))
            ):
                raise ValueError(f"source {first} is pinned twice: aligned, and alone")
            pairs = {(i, j) for i in range(first, end) for j in range(left, right)}
            if pairs & forbidden:
                raise ValueError(f"source {first} is pinned as aligned and as not aligned")

    def grouped(self, beads: list[Bead]) -> list[Bead]:
        """The units that a pin holds together alone as one bead again, and sure."""
        if not (self._source_groups or self._target_groups):
            return beads
        found: list[Bead] = []
        for bead in beads:
            if bead.source and not bead.target and bead.source[0] in self._source_groups:
                group = self._source_groups[bead.source[0]]
                found += [Bead(group, (), 1.0)] if bead.source[0] == group[0] else []
            elif bead.target and not bead.source and bead.target[0] in self._target_groups:
                group = self._target_groups[bead.target[0]]
                found += [Bead((), group, 1.0)] if bead.target[0] == group[0] else []
            else:
                found.append(bead)
        return found


def _check(pin: Pin, source_count: int, target_count: int) -> None:
    for side, units, count in (
        ("source", pin.source, source_count),
        ("target", pin.target, target_count),
    ):
        if any(not 0 <= unit < count for unit in units):
            raise ValueError(f"a pin names {side} {units}, and there are {count} units")
        if pin.aligned and any(after != unit + 1 for unit, after in pairwise(units)):
            raise ValueError(f"a pin's units must be consecutive: {side} {units}")


def _cuts(pins: list[Pin]) -> list[Cut]:
    cuts = sorted(
        (pin.source[0], pin.source[-1] + 1, pin.target[0], pin.target[-1] + 1) for pin in pins
    )
    for (_, end, _, right), (first, _, left, _) in pairwise(cuts):
        if first < end or left < right:
            raise ValueError(f"the pins at source {end - 1} and source {first} cross")
    return cuts


def _groups(units: list[tuple[int, ...]], side: str) -> dict[int, tuple[int, ...]]:
    groups: dict[int, tuple[int, ...]] = {}
    for group in units:
        for unit in group:
            if unit in groups:
                raise ValueError(f"{side} {unit} is pinned twice")
            groups[unit] = group
    return groups
