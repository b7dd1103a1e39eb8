"""The two files of facets beside a tantivy index, as its writer has them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from archive.search import tantivy_rows, tantivy_values
from archive.search.fields import FACETS
from archive.search.tantivy_rows import RowWriter
from archive.search.tantivy_values import Coder


class Beside:
    """Written by one writer of the index at a time."""

    def __init__(self) -> None:
        self._coder = Coder()
        self._rows = RowWriter()

    def follow(self, values: BinaryIO, rows: BinaryIO) -> None:
        """Read what the files have more than was read and written before, and write there."""
        self._coder.follow(values)
        self._rows.follow(rows)
        self._files = values, rows

    def row(self, facets: Mapping[str, Sequence[str]]) -> int:
        """Write what the facets have of a document, each value once; the number of its row."""
        number = self._coder.number
        return self._rows.row(
            [
                number(facet, value)
                for facet, name in enumerate(FACETS)
                for value in dict.fromkeys(facets.get(name, ()))
            ]
        )

    def keep(self) -> None:
        """Put what was written on the disk: before the index that leads to it is committed, and
        values before the rows that number them."""
        values, rows = self._files
        _sync(values)
        self._rows.write()
        _sync(rows)


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


#: What this process had last, by its file: a record that is published need not pay for reading
#: 100,000 names again. A folder made anew has another file.
_had: dict[tuple[Path, int], Beside] = {}


@contextmanager
def writing_beside(folder: Path) -> Iterator[Beside]:
    """The files beside the index in a folder. Whoever has them writes that index alone."""
    with (
        (folder / tantivy_values.NAME).open("a+b") as values,
        (folder / tantivy_rows.NAME).open("a+b") as rows,
    ):
        which = folder, os.fstat(values.fileno()).st_ino
        beside = _had.pop(which, None) or Beside()
        beside.follow(values, rows)
        yield beside
    _had.clear()
    _had[which] = beside
