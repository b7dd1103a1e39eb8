"""Passages of several texts gathered into rows that keep every text's reading order."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

Passage = tuple[int, int]
"""(number of the text, place in the text)."""

Cells = dict[int, tuple[int, ...]]

LARGEST = 4
"""A row holds at most this many passages of one text, unless a pin says otherwise."""


class Components:
    """Sets of passages, at first one for each; in every text a set is one unbroken stretch.

    ``apart`` are pairs that may never stand in one set.
    """

    def __init__(self, sizes: list[int], apart: set[frozenset[Passage]]) -> None:
        self._sizes = sizes
        self._apart: dict[Passage, set[Passage]] = {}
        for one, other in map(tuple, apart):
            self._apart.setdefault(one, set()).add(other)
        self._owner: dict[Passage, Passage] = {
            (text, place): (text, place) for text, size in enumerate(sizes) for place in range(size)
        }
        self._members: dict[Passage, set[Passage]] = {passage: {passage} for passage in self._owner}

    def join(self, one: Passage, other: Passage, *, forced: bool = False) -> None:
        """Put two sets together, with all that stands between, if the row is not too large.

        ``forced``, by a pin, whatever the size. Raises ValueError where a forced set holds two
        passages that must stay apart.
        """
        if self._owner[one] == self._owner[other]:
            return
        members = self._closed(self._members[self._owner[one]] | self._members[self._owner[other]])
        kept_apart = any(not members.isdisjoint(self._apart.get(one, ())) for one in members)
        if kept_apart and forced:
            raise ValueError(f"passages {one} and {other} are pinned as aligned and as not aligned")
        if kept_apart or (not forced and self._too_large(members)):
            return
        for passage in members:
            self._members.pop(self._owner[passage], None)
        for passage in members:
            self._owner[passage] = min(members)
        self._members[min(members)] = members

    def _closed(self, members: set[Passage]) -> set[Passage]:
        """With every set that stands between two members in some text."""
        while True:
            hull = {
                passage
                for text, places in _stretches(members)
                for place in range(min(places), max(places) + 1)
                for passage in self._members[self._owner[text, place]]
            }
            if hull == members:
                return members
            members = hull

    def _too_large(self, members: set[Passage]) -> bool:
        return any(len(places) > LARGEST for _, places in _stretches(members))

    def ordered(self) -> list[Cells]:
        """The sets in an order that agrees with every text. Raises ValueError where none does."""
        before = {name: set[Passage]() for name in self._members}
        after = {name: set[Passage]() for name in self._members}
        for text, size in enumerate(self._sizes):
            for place in range(1, size):
                one, other = self._owner[text, place - 1], self._owner[text, place]
                if one != other:
                    before[other].add(one)
                    after[one].add(other)
        ready = [self._rank(name) for name, earlier in before.items() if not earlier]
        heapify(ready)
        found: list[Cells] = []
        while ready:
            name = heappop(ready)[1]
            found.append(_cells(self._members[name]))
            for later in sorted(after[name]):
                before[later].discard(name)
                if not before[later]:
                    heappush(ready, self._rank(later))
        if len(found) < len(self._members):
            raise ValueError("the pins cross: no order of rows agrees with every text")
        return found

    def _rank(self, name: Passage) -> tuple[bool, Passage]:
        """What stands in one text alone comes first, where it follows its own text."""
        return len({text for text, _ in self._members[name]}) > 1, name


def _stretches(members: Iterable[Passage]) -> list[tuple[int, list[int]]]:
    places: dict[int, list[int]] = {}
    for text, place in members:
        places.setdefault(text, []).append(place)
    return sorted(places.items())


def _cells(members: set[Passage]) -> Cells:
    return {text: tuple(sorted(places)) for text, places in _stretches(members)}
