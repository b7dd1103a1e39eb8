"""Which rows answer to a clause, as bits: fetched from tantivy hit by hit or in one aggregation.

A document has the number of its row as a block and a bit in one of its halves, a power of two. The
bits of each half summed are the rows of those that answer: 100,000 in 1,042 pairs of sums, where
handing over each of 40,000 hits takes three times as long, and one sum for each block half as long again.
A hit takes half a microsecond and a pair of sums three, so that few hits are had sooner by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray

from archive.search.clauses import All, Clause, Within
from archive.search.tantivy_clauses import compile_clause
from archive.search.tantivy_schema import BITS, BLOCK, HALVES

#: One row of so many, or fewer, are few.
_FEW = 16
#: Tantivy gives back 65,000 buckets at most: of six million rows.
_MOST_BLOCKS = 60_000

#: Eight rows in each byte, the lowest bit first.
Marked = NDArray[np.uint8]


def marked(searcher: tantivy.Searcher, rows: int, clause: Clause) -> Marked:
    """The rows that answer to a clause, of an index of at most so many. Raises ``ValueError`` where
    a document has a row in none of their blocks."""
    blocks = bytes_of(rows) * 8 // (len(HALVES) * BITS)
    sums = np.zeros((blocks, len(HALVES)), "<i8")
    few: Any = searcher.search(compile_clause(clause), rows // _FEW + 1, order_by_field=BLOCK)
    if few.count <= rows // _FEW + 1:
        _add(sums, *_hits(searcher, few))
    elif blocks <= _MOST_BLOCKS:
        _add(sums, *_buckets(searcher, clause))
    else:
        for first in range(0, blocks, _MOST_BLOCKS):
            part = Within(BLOCK, first, first + _MOST_BLOCKS - 1)
            _add(sums, *_buckets(searcher, All(filters=(clause, part))))
    return sums.view(np.uint8).reshape(blocks, len(HALVES), 8)[:, :, : BITS // 8].reshape(-1)


def bytes_of(rows: int) -> int:
    """The bytes that mark so many rows: of whole blocks, and eight by eight, which are counted at once."""
    blocks = 2 * len(HALVES) * BITS
    return -(-rows // blocks) * blocks // 8


def _add(sums: NDArray[np.int64], blocks: Sequence[int], *halves: Sequence[float]) -> None:
    """To the sums of blocks what is told of each half of some."""
    if not blocks:
        return
    if max(blocks) >= len(sums):
        raise ValueError("documents of rows that are not there")
    for half, told in enumerate(halves):
        # Less than two to the power of 53 in all, so that nothing is rounded.
        sums[:, half] += np.bincount(blocks, told, len(sums)).astype(np.int64)


def _hits(searcher: tantivy.Searcher, found: Any) -> Iterator[Sequence[Any]]:
    hits = found.hits
    yield [block for block, _ in hits]
    addresses = [address for _, address in hits]
    for half in HALVES:
        yield searcher.fast_field_values(half, addresses)


def _buckets(searcher: tantivy.Searcher, clause: Clause) -> Iterator[Sequence[Any]]:
    terms = {"field": BLOCK, "size": _MOST_BLOCKS, "segment_size": _MOST_BLOCKS}
    summed = {name: {"sum": {"field": name}} for name in HALVES}
    asked = {"blocks": {"terms": terms, "aggs": summed}}
    result: dict[str, Any] = searcher.aggregate(compile_clause(clause), asked)
    buckets = result["blocks"]["buckets"]
    yield [each["key"] for each in buckets]
    for half in HALVES:
        yield [each[half]["value"] for each in buckets]


def rows_of(marks: Marked) -> NDArray[np.int64]:
    """The numbers of marked rows, ascending."""
    return np.flatnonzero(np.unpackbits(marks, bitorder="little").view(np.bool_))
