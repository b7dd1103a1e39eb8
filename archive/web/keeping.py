"""Pages kept in the memory of the process, by a key that holds all that decides what they show.

Nothing here ever goes stale: a page whose facts have changed has another key, and the old one
falls out as the least lately used.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from archive.web.answers import Body


class Shelf:
    """Bodies by key, together no heavier than ``most`` bytes; safe between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._kept: OrderedDict[Hashable, Body] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Body]) -> Body:
        """The body kept under that key, or the one just made; made outside the lock."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        body = make()
        self._keep(key, body)
        return body

    def _keep(self, key: Hashable, body: Body) -> None:
        if body.weight > self._most // 8:
            return
        with self._lock:
            if (before := self._kept.pop(key, None)) is not None:
                self._weight -= before.weight
            self._kept[key] = body
            self._weight += body.weight
            while self._weight > self._most:
                self._weight -= self._kept.popitem(last=False)[1].weight

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._weight = 0


#: About a thousand record pages with their compressed forms.
shelf = Shelf(most=48 * 1024 * 1024)
