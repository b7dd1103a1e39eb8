"""Passages of several texts gathered into rows that keep every text's reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

Passage = tuple[int, int]
"""(number of the text, place in the text)."""

Cells = dict[int, tuple[int, ...]]
"""Places by the number of the text, rising."""

LARGEST = 4
"""A row holds at most this many passages of one text, unless a pin says otherwise."""


class Components:
    """Sets of passages, at first one for each; in every text a set is one unbroken stretch.

    ``apart`` are pairs that may never stand in one set. ``exact`` are pinned rows: a set with any
    passage of one holds exactly those places in each text that it names.
    """

    def __init__(
        self, sizes: list[int], apart: set[frozenset[Passage]], exact: Sequence[Cells] = ()
    ) -> None:
        self._sizes = sizes
        self._exact = exact
        self._pinned: dict[Passage, list[Cells]] = {}
        for row in exact:
            for passage in _listed(row):
                self._pinned.setdefault(passage, []).append(row)
        self._apart: dict[Passage, set[Passage]] = {}
        for one, other in map(tuple, apart):
            self._apart.setdefault(one, set()).add(other)
        self._owner: dict[Passage, Passage] = {
            (text, place): (text, place) for text, size in enumerate(sizes) for place in range(size)
        }
        self._members: dict[Passage, set[Passage]] = {passage: {passage} for passage in self._owner}

    def join(
        self, one: Passage, other: Passage, *, forced: bool = False, ordered: bool = False
    ) -> None:
        """Put two sets together, with all that stands between, if the row is not too large and no
        pin is touched.

        ``forced``, by a pin, whatever the size. Raises ValueError where a forced set holds two
        passages that must stay apart. ``ordered``: not where no order would agree with every text.
        """
        if self._owner[one] == self._owner[other]:
            return
        members = self._closed(self._members[self._owner[one]] | self._members[self._owner[other]])
        kept_apart = any(not members.isdisjoint(self._apart.get(one, ())) for one in members)
        if kept_apart and forced:
            raise ValueError(f"passages {one} and {other} are pinned as aligned and as not aligned")
        if kept_apart or (not forced and not self._may_stand(members, ordered)):
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

    def _may_stand(self, members: set[Passage], ordered: bool) -> bool:
        cells = _cells(members)
        if any(len(places) > LARGEST for places in cells.values()):
            return False
        pinned = [row for passage in members for row in self._pinned.get(passage, ())]
        return _as_pinned(cells, pinned) and not (ordered and self._turns(cells))

    def _turns(self, cells: Cells) -> bool:
        """Whether something that comes after these in one text comes before them in another.

        Beyond a set that has all their texts, nothing can.
        """
        waiting = list(self._following(cells))
        seen: set[Passage] = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            later = _cells(self._members[name])
            if any(later[text][0] < cells[text][0] for text in cells.keys() & later.keys()):
                return True
            if not cells.keys() <= later.keys():
                waiting += self._following(later)
        return False

    def _following(self, cells: Cells) -> Iterable[Passage]:
        """The names of the sets that come next in each text."""
        return (
            self._owner[text, places[-1] + 1]
            for text, places in cells.items()
            if places[-1] + 1 < self._sizes[text]
        )

    def check(self) -> None:
        """Raises ValueError where a set does not hold what is pinned, or more than that."""
        for row in self._exact:
            passage = next(iter(_listed(row)), None)
            if passage and not _as_pinned(_cells(self._members[self._owner[passage]]), [row]):
                raise ValueError(f"what is pinned with passage {passage} is pinned otherwise too")

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


def _listed(cells: Cells) -> Iterable[Passage]:
    return ((text, place) for text, places in cells.items() for place in places)


def _as_pinned(cells: Cells, pinned: Iterable[Cells]) -> bool:
    return all(cells.get(text, ()) == places for row in pinned for text, places in row.items())


def _cells(members: set[Passage]) -> Cells:
    return {text: tuple(sorted(places)) for text, places in _stretches(members)}
