"""Which rows answer to a clause, as bits: fetched from tantivy hit by hit or in one aggregation.

A document has the number of its row, and a bit for it in one of the halves of a block of rows, a
power of two. The bits of each half summed are the rows of those that answer: 100,000 in 1,042 pairs of
sums, where handing over each of 40,000 hits takes three times as long, and one sum for each block half
as long again. Up to 10,000 hits are had sooner by themselves.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray

from archive.search.clauses import All, Clause, Within
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_schema import BITS, HALVES, ROW

#: One row of so many, or fewer, are few.
_FEW = 10
#: Tantivy gives back 65,000 buckets at most: of six million rows.
_MOST_BLOCKS = 60_000
_BLOCK = len(HALVES) * BITS

#: Eight rows in each byte, the lowest bit first.
Marked = NDArray[np.uint8]


def marked(searcher: tantivy.Searcher, rows: int, clause: Clause) -> Marked:
    """The rows that answer to a clause, of an index of at most so many. Raises ``ValueError`` where
    a document has a row beyond their last block."""
    few = rows // _FEW + 1
    found: Any = searcher.search(compile_clause(clause), few, order_by_field=ROW)
    if found.count <= few:
        return _of_hits(rows, [row for row, _ in found.hits])
    sums = np.zeros((bytes_of(rows) * 8 // _BLOCK, len(HALVES)), "<i8")
    if len(sums) <= _MOST_BLOCKS:
        _sum(sums, searcher, clause)
    else:
        for first in range(0, len(sums), _MOST_BLOCKS):
            part = Within(ROW, first * _BLOCK, (first + _MOST_BLOCKS) * _BLOCK - 1)
            _sum(sums, searcher, All(filters=(clause, part)))
    return sums.view(np.uint8).reshape(*sums.shape, 8)[:, :, : BITS // 8].reshape(-1)


def bytes_of(rows: int) -> int:
    """The bytes that mark so many rows: of whole blocks, and eight by eight, which are counted at once."""
    return -(-rows // (2 * _BLOCK)) * 2 * _BLOCK // 8


def _of_hits(rows: int, found: list[int]) -> Marked:
    bits = np.zeros(bytes_of(rows) * 8, np.bool_)
    if max(found, default=-1) >= len(bits):
        raise _lost()
    bits[found] = True
    return np.packbits(bits, bitorder="little")


def _sum(sums: NDArray[np.int64], searcher: tantivy.Searcher, clause: Clause) -> None:
    """To the sums of the blocks what tantivy tells of those in which a row answers."""
    blocks = {"field": ROW, "interval": _BLOCK, "min_doc_count": 1}
    summed = {name: {"sum": {"field": name}} for name in HALVES}
    asked = {"blocks": {"histogram": blocks, "aggs": summed}}
    result: dict[str, Any] = searcher.aggregate(compile_clause(clause), asked)
    buckets = result["blocks"]["buckets"]
    numbers = [int(each["key"]) // _BLOCK for each in buckets]
    if max(numbers, default=-1) >= len(sums):
        raise _lost()
    for half, name in enumerate(HALVES):
        # Less than two to the power of 53 each, so that nothing is rounded.
        sums[numbers, half] = [int(each[name]["value"]) for each in buckets]


def _lost() -> ValueError:
    return ValueError("documents of rows that are not there")


def part_of(marks: Marked) -> slice:
    """The bytes from the first marked row to the last, eight by eight: what is of a kind or of some
    years stands together in an index made anew."""
    there = np.flatnonzero(marks.view(np.uint64))
    return slice(int(there[0]) * 8, int(there[-1]) * 8 + 8) if len(there) else slice(0, 0)


def rows_of(marks: Marked) -> NDArray[np.int64]:
    """The numbers of marked rows, ascending."""
    return np.flatnonzero(np.unpackbits(marks, bitorder="little").view(np.bool_))
