"""The values of facets, each written once into a file beside a tantivy index, which holds codes.

Of a facet of 100,000 names it is not counting that takes long, but putting words to the most frequent
of them: they lie scattered over a dictionary of each segment, of which nearly every block is unpacked.
Codes are short and alike, so that there are few blocks; and what is frequent is met early when an
index is made, so that it stands together.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

import msgspec

_NAME = "facet-values"
#: Hexadecimal digits of a code: the place of a value in a file of four gigabytes at most.
_DIGITS = 8
_END = b"\n"


class Values:
    """The values as readers of an index ask for them. What stands at a place never changes, so it
    may be asked for while another process writes."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._known: dict[str, str] = {}
        self._written: mmap | bytes = b""

    def counted(self, codes: Mapping[str, int]) -> dict[str, int]:
        """Counts by code → counts by value. Raises ``OSError`` or ``ValueError`` where the file does
        not belong to the index."""
        known = self._known
        for code in codes:
            if code not in known:
                known[code] = self._value(int(code, 16))
        return {known[code]: count for code, count in codes.items()}

    def _value(self, place: int) -> str:
        written = self._written
        if place >= len(written):
            with self._path.open("rb") as file:
                written = self._written = mmap(file.fileno(), 0, access=ACCESS_READ)
        end = written.find(_END, place)
        if end < 0:
            raise ValueError(f"no value of a facet at {place}")
        return msgspec.json.decode(written[place:end], type=str)


class Coder:
    """Gives every value its code, to one writer of the index at a time."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._end = 0

    def follow(self, file: BinaryIO) -> None:
        """Read what the file has more than was read and written before, and write there."""
        self._file = file
        file.seek(self._end)
        for line in file:
            self._read(line)

    def code(self, value: str) -> str:
        """The code of a value; a new one is written at the end of the file."""
        known = self._codes.get(value)
        if known is None:
            known = self._codes[value] = self._next_code()
            self._end += self._file.write(msgspec.json.encode(value) + _END)
        return known

    def keep(self) -> None:
        """Put what was written on the disk: before the index that holds the codes is committed."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def _next_code(self) -> str:
        return f"{self._end:0{_DIGITS}x}"

    def _read(self, line: bytes) -> None:
        """A line of the file; one that a killed writer left half written is ended."""
        with suppress(msgspec.DecodeError):
            self._codes[msgspec.json.decode(line, type=str)] = self._next_code()
        self._end += len(line)
        if not line.endswith(_END):
            self._end += self._file.write(_END)


#: The coder that this process had last, by its file: a record that is published need not pay for
#: reading 100,000 names again. A folder made anew has another file.
_had: dict[tuple[Path, int], Coder] = {}


@contextmanager
def coding(folder: Path) -> Iterator[Coder]:
    """The coder of the index in a folder. Whoever has it writes that index alone."""
    with (folder / _NAME).open("a+b") as file:
        which = folder, os.fstat(file.fileno()).st_ino
        coder = _had.pop(which, None) or Coder()
        coder.follow(file)
        yield coder
    _had.clear()
    _had[which] = coder
