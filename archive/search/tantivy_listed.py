"""What some rows have, listed row by row, for what few rows have: those that are marked are picked out
by their bits."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive.search.tantivy_marked import Marked

Numbers = NDArray[np.int64]
#: Codes or numbers of values, one in each place or several side by side.
Held = NDArray[np.integer]


class Listed(NamedTuple):
    """Rows, ascending and each as often as need be, by the byte and the bit that mark it, and what
    stands beside each."""

    bytes: Numbers
    bits: NDArray[np.uint8]
    values: Held

    @classmethod
    def nothing(cls, values: Held) -> Listed:
        """No row yet, and an empty array of such values."""
        return cls(np.empty(0, np.int64), np.empty(0, np.uint8), values)

    def grown(self, rows: Numbers, values: Held) -> Listed:
        """With later rows."""
        bits = np.left_shift(1, rows % 8).astype(np.uint8)
        return Listed(
            np.concatenate((self.bytes, rows // 8)),
            np.concatenate((self.bits, bits)),
            np.concatenate((self.values, values)),
        )

    def of(self, marks: Marked, part: slice) -> Held:
        """The values of marked rows, of which there are none outside a part of the marks."""
        first, last = self.bytes.searchsorted((part.start, part.stop))
        there = marks[self.bytes[first:last]] & self.bits[first:last]
        found: Held = self.values[first:last].take(np.flatnonzero(there != 0), axis=0)
        return found
