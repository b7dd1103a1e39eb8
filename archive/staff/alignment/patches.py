"""What a page that has one table must replace to have another: the rows between the first and the
last that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.staff.alignment.page import RowView
from archive.staff.alignment.table import Decided, Row, Table


@dataclass(frozen=True, slots=True)
class Patch:
    """Of the rows there were, ``removed`` go, beginning at place ``first`` (from 0); ``rows`` come
    in their place."""

    first: int
    removed: int
    rows: tuple[RowView, ...]


def patch(before: Table, after: Table, views: Sequence[RowView]) -> Patch:
    """``views`` are all rows of the table ``after``."""
    old, new = _marks(before), _marks(after)
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    return Patch(first, len(old) - last - first, tuple(views[first : len(new) - last]))


def _marks(table: Table) -> list[tuple[Row, frozenset[Decided]]]:
    """Each row with everything that its look depends on."""
    pins: dict[str, list[Decided]] = {}
    for pin in table.pins:
        for pid in pin.passages:
            pins.setdefault(pid, []).append(pin)
    return [
        (row, frozenset(pin for pid in row.passages for pin in pins.get(pid, ())))
        for row in table.rows
    ]


def _alike(
    old: Sequence[tuple[Row, frozenset[Decided]]], new: Sequence[tuple[Row, frozenset[Decided]]]
) -> int:
    """How many are the same at the beginning."""
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
