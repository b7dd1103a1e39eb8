"""Numbers spelled out in words, by one small grammar over the tables of ``numerals``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.parallel.affixes import JOINING, Word, words
from archive.parallel.numerals import WordTable

_GAP = re.compile(r"[\s\-‐‑–']{1,3}")
_FRENCH_EIGHTY = 4


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words. ``bare`` where it is only a scale ("thousands of"), or an ordinal."""

    start: int
    end: int
    value: int
    bare: bool


@dataclass(slots=True)
class _Sum:
    """A number being read. ``room``: what is added next must be smaller than this."""

    total: int = 0
    current: int = 0
    room: int = 1000
    scale: int = 10**15
    counted: bool = False

    def add(self, value: int, table: WordTable, joined: bool) -> bool:
        if self.current % 20 == _FRENCH_EIGHTY and value == 20 and "vingts" in table.values:
            self.current += 76
            self.room = 20
        elif 1000 <= value < self.scale and not self.current:
            self.total += value
            self.room, self.scale = (1, 1) if value % 1000 else (1000, 1000)
        elif value < self.room:
            self.current += value
            self.room = 10 if self.room == 20 and value == 10 else _room_after(value, table)
        elif (table.units_first and joined) and value % 10 == 0 and 0 < self.current % 100 < 10:
            if not 20 <= value < 100:
                return False
            self.current += value
            self.room = 1
        else:
            return False
        self.counted = True
        return True

    def add_ten(self) -> bool:
        if not 0 < self.current % 100 < 10:
            return False
        self.current += 10
        self.room = 1
        return True

    def hundred(self) -> bool:
        if self.current >= 100 or self.room == 100:
            return False
        self.current = (self.current or 1) * 100
        self.room = 100
        return True

    def multiply(self, scale: int) -> bool:
        if self.total and not self.current and scale > 1000 and self.total < scale:
            self.total, self.scale = self.total * scale, scale
            return True
        if scale >= self.scale or (self.total and not self.current):
            return False
        self.total += (self.current or 1) * scale
        self.current, self.room, self.scale = 0, 1000, scale
        return True


def _room_after(value: int, table: WordTable) -> int:
    if value >= 1000:
        return 1000
    if value >= 100:
        return 100 if value % 100 == 0 else 1
    if value in (60, 80) and "soixante" in table.values:
        return 20
    if value == 10 and "soixante" in table.values:
        return 10
    return 10 if value >= 20 and value % 10 == 0 else 1


def spelled(text: str, table: WordTable) -> Iterator[Spelled]:
    """The numbers in words of a text already in lower case, in order, never overlapping."""
    every = words(text)
    place = 0
    while place < len(every):
        read = 0
        if table.begins(every[place][0]):
            read, found = _read(text, every, place, table)
            if found is not None:
                yield found
        place += max(1, read)


def _read(
    text: str, every: Sequence[Word], place: int, table: WordTable
) -> tuple[int, Spelled | None]:
    """How many words were read from ``place`` on, and the number that they make, if any."""
    state, last, here, joined = _Sum(), place, place, False
    ordinal = False
    while here < len(every) and not ordinal:
        if here > place and not _GAP.fullmatch(text, every[here - 1][2], every[here][1]):
            break
        word, prefixed = _bare(every[here][0], table, started=last > place)
        if last > place and word in table.joiners:
            joined, here = True, here + 1
            continue
        ordinal = word in table.ordinals and word not in table.values and word not in table.teens
        if not _take(state, word, table, joined or prefixed):
            break
        here, joined = here + 1, False
        last = here
    if last == place:
        return 0, None
    value = state.total + state.current
    bare = not state.counted or ordinal
    return last - place, Spelled(every[place][1], every[last - 1][2], value, bare)


def _bare(word: str, table: WordTable, *, started: bool) -> tuple[str, bool]:
    """The word without what is written on to it; within a number that can only be "and"."""
    bare, affix = table.written.get(word, (word, ""))
    if started and affix and affix not in JOINING:
        return word, False
    return bare, bool(affix)


def _take(state: _Sum, word: str, table: WordTable, joined: bool) -> bool:
    if word in table.teens and 0 < state.current % 100 < 10 and not joined:
        return state.add_ten()
    if word in table.hundreds and 1 < state.current < 10:
        return state.hundred()
    value = table.value(word)
    if value is not None:
        return state.add(value, table, joined)
    if word in table.hundreds:
        return state.hundred()
    if word in table.scales:
        return state.multiply(table.scales[word])
    if word in table.ordinals:
        return state.add(table.ordinals[word], table, joined)
    return False
