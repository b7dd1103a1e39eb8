"""What the staff have decided, as limits on rows: which passages are put together or kept apart, and
which of many decisions can hold beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.parallel.components import Cells, Components, Passage
from archive.parallel.pins import Limits
from archive.parallel.values import Pin

Pins = Mapping[tuple[str, str], Sequence[Pin]]
"""Decisions about passages, by the keys of two texts in either order."""

Numbered = Mapping[tuple[int, int], Sequence[Pin]]
"""The same by the numbers of two texts, the smaller first."""

Decision = tuple[str, str, Pin]
"""Two texts, by key, and what is decided about their passages."""


def numbered(pins: Pins, keys: Sequence[str]) -> Numbered:
    """Pins by the numbers of their texts; those on texts not given left out."""
    places = {key: number for number, key in enumerate(keys)}
    found: dict[tuple[int, int], list[Pin]] = {}
    for (one, other), decisions in pins.items():
        if one not in places or other not in places or one == other:
            continue
        first, second = places[one], places[other]
        for pin in decisions:
            if first > second:
                pin = Pin(pin.target, pin.source, pin.aligned)
            found.setdefault((min(first, second), max(first, second)), []).append(pin)
    return found


def fixed(sizes: Sequence[int], decided: Numbered) -> tuple[Components, set[Passage]]:
    """Texts of so many passages with what pins hold together; the passages that a pin fixes.
    Raises ValueError where one holds what another keeps apart, or more than another allows."""
    exact: list[Cells] = [
        {one: pin.source, other: pin.target}
        for (one, other), pins in sorted(decided.items())
        for pin in pins
        if pin.aligned
    ]
    components = Components(list(sizes), _apart(decided), exact)
    held: set[Passage] = set()
    for cells in exact:
        row = [(text, place) for text, places in cells.items() for place in places]
        for passage in row[1:]:
            components.join(row[0], passage, forced=True)
        held.update(row)
    components.check()
    return components, held


def _apart(decided: Numbered) -> set[frozenset[Passage]]:
    return {
        frozenset([(one, i), (other, j)])
        for (one, other), pins in decided.items()
        for pin in pins
        if not pin.aligned
        for i in pin.source
        for j in pin.target
    }


def check(sizes: Mapping[str, int], pins: Pins) -> None:
    """``sizes`` are how many passages each text has, by key. Raises ValueError where the pins
    contradict each other, in two texts or in a way that only all of them show."""
    decided = numbered(pins, list(sizes))
    counts = list(sizes.values())
    for (one, other), held in decided.items():
        Limits(held, counts[one], counts[other])
    fixed(counts, decided)[0].ordered()


def holding(sizes: Mapping[str, int], decided: Sequence[Decision]) -> Pins:
    """The decisions that can hold, in their order: one that an earlier one contradicts gives way.

    All are tried at once, and where they contradict each other the first that does is looked for
    by halves, so that hundreds of pins cost hardly more than one.
    """
    kept: list[Decision] = []
    left = list(decided)
    while left:
        count = _agreeing(sizes, kept, left)
        kept += left[:count]
        left = left[count + 1 :]
    return _gathered(kept)


def _agreeing(sizes: Mapping[str, int], kept: list[Decision], left: list[Decision]) -> int:
    """How many of those left can be added, from the first on, before one cannot."""
    if _agree(sizes, kept + left):
        return len(left)
    can, cannot = 0, len(left)
    while cannot - can > 1:
        half = (can + cannot) // 2
        if _agree(sizes, kept + left[:half]):
            can = half
        else:
            cannot = half
    return can


def _agree(sizes: Mapping[str, int], decided: list[Decision]) -> bool:
    try:
        check(sizes, _gathered(decided))
    except ValueError:
        return False
    return True


def _gathered(decided: Sequence[Decision]) -> dict[tuple[str, str], list[Pin]]:
    found: dict[tuple[str, str], list[Pin]] = {}
    for one, other, pin in decided:
        found.setdefault((one, other), []).append(pin)
    return found
