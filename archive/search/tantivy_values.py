"""The values of facets, each written once into a file beside a tantivy index.

A line is the letter of its facet and the value as JSON; its number is how many lines stand before
it. Where a value has another label already, the letter is a capital and the number of its first line
follows. The file only grows, so that a number stands for the same value until the index is made anew.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np

from archive.search.fields import FACETS, LABELLED

NAME = "facet-values"
#: In the order of ``FACETS``, as what counts them has them too.
_LETTERS = b"abcdefghijklmnop"[: len(FACETS)]
_END = b"\n"
#: What a capital lacks of the letter.
_SMALL = 0x20


class _Known(dict[int, str]):
    """Values by number, remembered."""

    def __init__(self, value: Callable[[int], str]) -> None:
        super().__init__()
        self._value = value

    def __missing__(self, number: int) -> str:
        self[number] = value = self._value(number)
        return value


class Values:
    """The values as readers of an index ask for them. What stands at a place never changes, so it
    may be asked for while another process writes."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._written: mmap | bytes = b""
        self._places = np.zeros(1, np.int64)
        #: Of each number the place of its facet in ``FACETS``; a greater one for a line of none.
        self.facets = np.empty(0, np.uint8)
        #: Of each the number of the first that is the same under whatever label, mostly its own.
        self.firsts = np.empty(0, np.int64)
        #: Whether it has other labels.
        self.several = np.empty(0, np.bool_)
        self._known = _Known(self._value)

    def follow(self) -> None:
        """Take in what was written since; one thread at a time. Raises ``OSError``."""
        begin, size = int(self._places[-1]), self._path.stat().st_size
        if size == begin:
            return
        with self._path.open("rb") as file:
            self._written = mmap(file.fileno(), size, access=ACCESS_READ)
        new = np.frombuffer(self._written, np.uint8)[begin:]
        places = np.concatenate(([0], np.flatnonzero(new == _END[0]) + 1))
        letters = new[places[:-1]]
        before = len(self.facets)
        self._places = np.concatenate((self._places, places[1:] + begin))
        firsts = np.arange(before, before + len(letters))
        for at in np.flatnonzero(letters < _LETTERS[0]).tolist():
            first = self._line(before + at).partition(b'"')[0][1:]
            if first.isdigit() and int(first) < before + at:
                firsts[at] = int(first)
        several = np.concatenate((self.several, np.zeros(len(letters), np.bool_)))
        again = np.flatnonzero(firsts != np.arange(before, before + len(firsts)))
        several[before + again] = several[firsts[again]] = True
        self.several = several
        self.firsts = np.concatenate((self.firsts, firsts))
        self.facets = np.concatenate((self.facets, (letters | _SMALL) - _LETTERS[0]))

    def named(self, numbers: Iterable[int]) -> list[str]:
        """The values of these numbers. Raises ``ValueError`` where the file does not belong to the
        index."""
        return list(map(self._known.__getitem__, numbers))

    def _value(self, number: int) -> str:
        if not 0 <= number < len(self.facets):
            raise ValueError(f"no value {number} of a facet")
        _, quote, rest = self._line(number).partition(b'"')
        return msgspec.json.decode(quote + rest, type=str)

    def _line(self, number: int) -> bytes:
        return self._written[int(self._places[number]) : int(self._places[number + 1])]


class Coder:
    """Gives every value of a facet its number, to one writer of the index at a time."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        #: The first number of each value, whatever its label, by letter and value.
        self._firsts: dict[tuple[bytes, str], int] = {}
        self._lines = 0
        self._end = 0

    def follow(self, file: BinaryIO) -> None:
        """Read what the file has more than was read and written before, and write there."""
        self._file = file
        file.seek(self._end)
        for line in file:
            self._read(line)

    def number(self, facet: int, value: str) -> int:
        """The number of a value of a facet, which is told by its place in ``FACETS``; a new one is
        written at the end of the file."""
        letter = _LETTERS[facet : facet + 1]
        line = letter + msgspec.json.encode(value) + _END
        known = self._numbers.get(line)
        if known is None:
            first = self._firsts.get((letter, value.partition(LABELLED)[0]))
            if first is not None:
                line = letter.upper() + str(first).encode() + line[1:]
            self._file.write(line)
            known = self._read(line)
        return known

    def _read(self, line: bytes) -> int:
        """The number of a line of the file; one that a killed writer left half written is ended, and
        keeps its number, since readers count lines without looking at their values."""
        if not line.endswith(_END):
            self._file.write(_END)
            line += _END
        number, letter = self._lines, line[:1].lower()
        _, quote, rest = line.partition(b'"')
        self._numbers[letter + quote + rest] = number
        with contextlib.suppress(msgspec.DecodeError):
            value, _, _ = msgspec.json.decode(quote + rest, type=str).partition(LABELLED)
            self._firsts.setdefault((letter, value), number)
        self._lines += 1
        self._end += len(line)
        return number
