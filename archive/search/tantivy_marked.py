"""Which rows answer to a clause, as bits: fetched from tantivy in one aggregation.

A document has the number of its row as a block and a bit in one of its halves, a power of two. The
bits of each half summed are the rows of those that answer: 100,000 in 1,042 pairs of sums, where
handing over each of 40,000 hits takes three times as long, and one sum for each block half as long again.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray

from archive.search.clauses import All, Clause, Within
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_schema import BITS, BLOCK, HALVES

#: Tantivy gives back 65,000 buckets at most: of six million rows.
_MOST_BLOCKS = 60_000

#: Eight rows in each byte, the lowest bit first.
Marked = NDArray[np.uint8]


def marked(searcher: tantivy.Searcher, rows: int, clause: Clause) -> Marked:
    """The rows that answer to a clause, of an index of at most so many. Raises ``ValueError`` where
    a document has a row in none of their blocks."""
    blocks = bytes_of(rows) * 8 // (len(HALVES) * BITS)
    bits = np.zeros((blocks, len(HALVES), BITS // 8), np.uint8)
    for first in range(0, blocks or 1, _MOST_BLOCKS):
        if blocks > _MOST_BLOCKS:
            part = Within(BLOCK, first, first + _MOST_BLOCKS - 1)
            _mark(bits, searcher, All(filters=(clause, part)))
        else:
            _mark(bits, searcher, clause)
    return bits.reshape(-1)


def bytes_of(rows: int) -> int:
    """The bytes that mark so many rows: of whole blocks, and eight by eight, which are counted at once."""
    blocks = 2 * len(HALVES) * BITS
    return -(-rows // blocks) * blocks // 8


def _mark(bits: Marked, searcher: tantivy.Searcher, clause: Clause) -> None:
    terms = {"field": BLOCK, "size": _MOST_BLOCKS, "segment_size": _MOST_BLOCKS}
    summed = {name: {"sum": {"field": name}} for name in HALVES}
    asked = {"blocks": {"terms": terms, "aggs": summed}}
    result: dict[str, Any] = searcher.aggregate(compile_clause(clause), asked)
    buckets = result["blocks"]["buckets"]
    if buckets:
        if max(each["key"] for each in buckets) >= len(bits):
            raise ValueError("documents of rows that are not there")
        low, high = HALVES
        sums = np.array([(each[low]["value"], each[high]["value"]) for each in buckets])
        taken = sums.astype("<i8").view(np.uint8).reshape(-1, len(HALVES), 8)
        bits[[each["key"] for each in buckets]] = taken[:, :, : BITS // 8]


def rows_of(marks: Marked) -> NDArray[np.int64]:
    """The numbers of marked rows, ascending."""
    return np.flatnonzero(np.unpackbits(marks, bitorder="little").view(np.bool_))
