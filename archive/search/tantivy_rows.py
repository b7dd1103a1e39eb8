"""What facets have of every document of a tantivy index, in a file beside it: a row for each.

A row is the numbers of its values (``tantivy_values``), facet after facet, 32 bits each, and a word
of ones. A document knows the number of its row. The file only grows: a document put in place of
another has a new row, and the old one stays until the index is made anew, where nothing leads to it.
Readers hold the rows in memory: some 8 MB for 100,000 documents of fourteen values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from archive.search.fields import FACETS
from archive.search.tantivy_few import Few
from archive.search.tantivy_listed import Numbers
from archive.search.tantivy_marked import Marked, part_of, rows_of
from archive.search.tantivy_often import Often
from archive.search.tantivy_values import Values

NAME = "facet-rows"
_WORD = np.dtype("<u4")
_END = 0xFFFFFFFF
#: When there are more than so many times the rows, which values are frequent is settled anew.
_GROWN = 2


class Rows:
    """The rows as readers of an index hold them, with the values that they number."""

    def __init__(self, folder: Path) -> None:
        self.values = Values(folder)
        self._path = folder / NAME
        self._read = 0
        #: What belongs together, for threads that count meanwhile.
        self._held = Few(), Often()
        #: Of how many rows it was settled which values are frequent.
        self._settled = 0
        #: How many values of several labels had no code then.
        self._lacking = 0

    def __len__(self) -> int:
        return self._held[1].rows

    def follow(self) -> None:
        """Take in the rows written since; one thread at a time. Raises ``OSError``, and
        ``ValueError`` where the files do not belong to each other."""
        words, ends = _whole_rows(self._path, self._read)
        if not len(ends):
            return
        held, read = self._held, self._read
        settle = len(self) + len(ends) > _GROWN * self._settled
        if not settle:
            held = self._with(words, ends, held)
            settle = held[1].lacking > self._lacking
        if settle:
            words, ends = _whole_rows(self._path, 0)
            held, read = self._with(words, ends, (Few(), Often())), 0
            self._settled, self._lacking = len(ends), held[1].lacking
        self._held, self._read = held, read + len(words) * _WORD.itemsize

    def _with(
        self, words: NDArray[np.uint32], ends: Numbers, held: tuple[Few, Often]
    ) -> tuple[Few, Often]:
        """What is held and these rows. Values are followed after the rows were read: they are written
        before them."""
        self.values.follow()
        numbers, facets = words[words != _END].astype(np.int32), self.values.facets
        if numbers.max(initial=-1) >= len(facets):
            raise ValueError("rows of facets with values that are not there")
        rows = np.repeat(np.arange(len(ends)), np.diff(ends, prepend=-1) - 1)
        few = held[0].grown(facets, len(ends), rows, numbers)
        others = ~np.isin(numbers, few.dense)
        mine = rows[others], numbers[others]
        return few, held[1].grown(facets, len(ends), *mine, self.values.firsts)

    def counts(self, marks: Marked, most: Mapping[int, int]) -> tuple[Numbers, Numbers]:
        """Values by number and how many of the marked rows have each, one at least: of facets, told by
        their places in ``FACETS``, so many of the most frequent values, all that are as frequent, and
        perhaps others of them. Raises ``ValueError`` where a row is not there."""
        few, often = self._held
        size = often.rows
        beyond = marks[size // 8 :]
        if beyond.any() and (last := rows_of(beyond)[-1]) >= size % 8:
            raise ValueError(f"no row {size // 8 * 8 + last}")
        part = part_of(marks)
        if len(most) == 1 and (facet := next(iter(most))) in few:
            return few.counts(marks, part, facet)
        wanted = np.zeros(len(FACETS), np.int64)
        wanted[list(most)] = list(most.values())
        parts = few.counts(marks, part), often.counts(marks, part, wanted)
        numbers, counts = map(np.concatenate, zip(*parts, strict=True))
        of_these = np.zeros(256, np.bool_)
        of_these[list(most)] = True
        mine = np.flatnonzero(of_these[self.values.facets[numbers]])
        return numbers[mine], counts[mine]


class RowWriter:
    """Writes rows, for one writer of the index at a time."""

    def __init__(self) -> None:
        self._rows = 0
        self._end = 0
        self._waiting: list[bytes] = []

    def follow(self, file: BinaryIO) -> None:
        """Count what the file has more than was counted and written before, and write there. What
        a killed writer left half written is cut off."""
        self._file = file
        words, ends = _whole_rows(Path(file.name), self._end)
        self._rows += len(ends)
        self._end += len(words) * _WORD.itemsize
        file.truncate(self._end)

    def row(self, numbers: Sequence[int]) -> int:
        """Take the row of a document, its values facet after facet; the row's number."""
        self._waiting.append(np.array([*numbers, _END], _WORD).tobytes())
        self._rows += 1
        return self._rows - 1

    def write(self) -> None:
        """Write the rows taken, after the values that they number: readers may look at any time."""
        self._end += self._file.write(b"".join(self._waiting))
        self._waiting = []


def _whole_rows(path: Path, begin: int) -> tuple[NDArray[np.uint32], Numbers]:
    """The words of a file from a byte on up to the end of its last whole row, and where rows end
    among them."""
    words = np.fromfile(path, _WORD, offset=begin)
    ends = np.flatnonzero(words == _END)
    return words[: ends[-1] + 1 if len(ends) else 0], ends
