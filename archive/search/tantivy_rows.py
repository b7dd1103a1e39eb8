"""What facets have of every document of a tantivy index, in a file beside it: a row for each.

A row is the numbers of its values (``tantivy_values``), facet after facet, 32 bits each, and a word
of ones. A document knows the number of its row. The file only grows: a document put in place of
another has a new row, and the old one stays until the index is made anew, where nothing leads to it.
Readers hold the rows in memory: some 10 MB for 100,000 documents of fourteen values.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from archive.search.fields import FACETS
from archive.search.tantivy_few import Few, Numbers
from archive.search.tantivy_marked import Marked, rows_of
from archive.search.tantivy_values import Values

NAME = "facet-rows"
_WORD = np.dtype("<u4")
_END = 0xFFFFFFFF


class Rows:
    """The rows as readers of an index hold them, with the values that they number."""

    def __init__(self, folder: Path) -> None:
        self.values = Values(folder)
        self._path = folder / NAME
        self._read = 0
        #: By facet where each row's numbers of it begin; last of all where the whole row ends.
        self._starts = np.empty((len(FACETS) + 1, 0), np.int32)
        self._numbers = np.empty(0, np.int32)
        self._few = Few()

    def __len__(self) -> int:
        return self._starts.shape[1]

    def follow(self) -> None:
        """Take in the rows written since; one thread at a time. Raises ``OSError``, and
        ``ValueError`` where the files do not belong to each other."""
        words, ends = _whole_rows(self._path, self._read)
        if not len(ends):
            return
        self.values.follow()
        numbers = words[words != _END].astype(np.int32)
        facets = self.values.facets
        if numbers.max(initial=-1) >= len(facets):
            raise ValueError("rows of facets with values that are not there")
        row_of = np.repeat(np.arange(len(ends)), np.diff(ends, prepend=-1) - 1)
        cells = np.bincount(
            row_of * len(FACETS) + facets[numbers], minlength=len(ends) * len(FACETS)
        )
        starts = np.concatenate(([0], np.cumsum(cells))) + len(self._numbers)
        by_facet = (
            *(starts[at : -1 : len(FACETS)] for at in range(len(FACETS))),
            starts[len(FACETS) :: len(FACETS)],
        )
        self._few = self._few.grown(facets, ends - np.arange(len(ends)), numbers)
        self._numbers = np.concatenate((self._numbers, numbers))
        self._starts = np.concatenate((self._starts, np.array(by_facet, np.int32)), axis=1)
        self._read += len(words) * _WORD.itemsize

    def counts(self, marks: Marked, facet: int | None = None) -> tuple[Numbers, Numbers]:
        """Values by number, ascending, and how many of the marked rows have each; of one facet,
        which is told by its place in ``FACETS``, or of all. Raises ``ValueError`` where a row is not
        there."""
        few, size = self._few, len(self)
        if len(beyond := rows_of(marks[size // 8 :])) and beyond[-1] >= size % 8:
            raise ValueError(f"no row {size // 8 * 8 + beyond[-1]}")
        if facet is not None and facet in few:
            return few.counts(marks, facet)
        first, last = (0, len(FACETS)) if facet is None else (facet, facet + 1)
        found = np.bincount(self._held(rows_of(marks), first, last))
        numbers = np.flatnonzero(found)
        return numbers, found[numbers]

    def _held(self, rows: Numbers, first: int, last: int) -> NDArray[np.int32]:
        """What rows have of facets from one to before another: the numbers of the values."""
        begin = self._starts[first][rows]
        lengths = self._starts[last][rows] - begin
        if lengths.max(initial=0) <= 1:
            places = begin[lengths > 0]
        else:
            ends = np.cumsum(lengths)
            places = np.repeat(begin - ends + lengths, lengths) + np.arange(ends[-1])
        held: NDArray[np.int32] = self._numbers[places]
        return held


class RowWriter:
    """Writes rows, for one writer of the index at a time."""

    def __init__(self) -> None:
        self._rows = 0
        self._end = 0
        self._waiting: list[bytes] = []

    def __len__(self) -> int:
        return self._rows

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
