"""Small documents and an index of them, made without a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from archive.search.documents import IndexDocument
from archive.search.tantivy_index import TantivyIndex
from archive.search.tantivy_marked import Marked, bytes_of
from archive.search.ties import tie


def indexed(
    record_id: str, text: str, *, day: str = "1950-01-22", kind: str = "cable"
) -> IndexDocument:
    """A document of one English text."""
    ordinal = date.fromisoformat(day).toordinal()
    return IndexDocument(
        id=record_id,
        number=1,
        practice=False,
        words={"text": text, "text_en": text},
        facets={"kind": (f"{kind}\x1f{kind.capitalize()}",), "analysis": ("en",)},
        orders={"by_date": f"{day}~{record_id}"},
        numbers={"earliest": (ordinal,), "latest": (ordinal,), "tie": (tie(record_id),)},
    )


def index_of(folder: Path, *documents: IndexDocument) -> TantivyIndex:
    """An index in that folder which holds these."""
    index = TantivyIndex(folder)
    with index.rebuilding() as (_, writer):
        writer.put(documents)
    return index


def marks_of(numbers: list[int], rows: int) -> Marked:
    """Marks of the rows of these numbers, of so many."""
    bits = np.zeros(bytes_of(rows) * 8, np.bool_)
    bits[numbers] = True
    return np.packbits(bits, bitorder="little")


def values_of(held: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The values that rows hold, one after another: the row of each, and its number."""
    rows = np.repeat(np.arange(len(held)), [len(row) for row in held])
    return rows, np.array([number for row in held for number in row], np.int32)
