"""Rows of passages as staff see and change them: frozen values, nothing that needs a database.

In every table each passage of each text shown stands exactly once, and the rows keep the reading
order of every text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Annotated

import msgspec

PassageId = Annotated[str, msgspec.Meta(pattern=r"^p[1-9][0-9]{0,8}\Z")]
TextKey = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{0,31}\Z")]
Cell = tuple[PassageId, ...]

SURE = 0.8
"""From this confidence on, "accept all that is sure" pins a row."""


class Refused(ValueError):
    """A step that cannot be done; the message says why, in words for staff."""


class Decided(msgspec.Struct, frozen=True, array_like=True):
    """What the staff decided: passage ids by text key, in the order of the keys; whether they are
    exactly one row or never share one (``parallel.models.Pin``)."""

    cells: tuple[tuple[TextKey, Cell], ...]
    aligned: bool = True

    @property
    def passages(self) -> frozenset[str]:
        """Every passage named."""
        return frozenset(passage for _, cell in self.cells for passage in cell)

    @property
    def keys(self) -> frozenset[str]:
        """Every text named."""
        return frozenset(key for key, _ in self.cells)


class Row(msgspec.Struct, frozen=True, array_like=True):
    """A cell for each text of the table; ``confidence`` is the program's, 0..1, and None where the
    row is not as the program made it."""

    cells: tuple[Cell, ...]
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None

    @property
    def passages(self) -> frozenset[str]:
        """Every passage in it."""
        return frozenset(passage for cell in self.cells for passage in cell)

    @property
    def filled(self) -> int:
        """How many texts have part in it."""
        return sum(map(bool, self.cells))


class Table(msgspec.Struct, frozen=True, array_like=True):
    """``texts`` are the keys shown, in the order of the columns. ``pins`` are all decisions about
    the record, those that name texts not shown too."""

    texts: tuple[TextKey, ...]
    rows: tuple[Row, ...]
    pins: tuple[Decided, ...] = ()

    def row_of(self, passage: str) -> int:
        """The place of the row that holds a passage. Raises ``Refused``."""
        for place, row in enumerate(self.rows):
            if any(passage in cell for cell in row.cells):
                return place
        raise Refused("Choose a passage first.")

    def column_of(self, passage: str) -> int:
        """The place of the text that has a passage. Raises ``Refused``."""
        row = self.rows[self.row_of(passage)]
        return next(place for place, cell in enumerate(row.cells) if passage in cell)

    def column(self, place: int) -> tuple[str, ...]:
        """All passages of one text, in order."""
        return tuple(passage for row in self.rows for passage in row.cells[place])

    def pins_on(self, row: Row) -> Iterator[Decided]:
        """The pins (not the partings) that fix any passage of a row."""
        held = row.passages
        return (pin for pin in self.pins if pin.aligned and not held.isdisjoint(pin.passages))

    def pin_of(self, row: Row) -> Decided:
        """The pin that holds a row as it is, in the texts shown."""
        return decided(zip(self.texts, row.cells, strict=True))


def decided(cells: Iterable[tuple[str, Iterable[str]]], *, aligned: bool = True) -> Decided:
    """A decision about these passages, its texts in the order of their keys."""
    return Decided(tuple(sorted((key, tuple(cell)) for key, cell in cells)), aligned)


def standing(table: Table) -> tuple[Decided, ...]:
    """The decisions that the rows bear out, as far as their texts are shown."""
    rows = {pid: at for at, row in enumerate(table.rows) for cell in row.cells for pid in cell}
    return tuple(pin for pin in table.pins if _holds(table, rows, pin))


def _holds(table: Table, rows: Mapping[str, int], pin: Decided) -> bool:
    """``rows`` gives each passage's row."""
    shown = [(table.texts.index(key), cell) for key, cell in pin.cells if key in table.texts]
    found = [{rows.get(pid, -1) for pid in cell} for _, cell in shown]
    if not pin.aligned:
        return all(one & other <= {-1} for one, other in combinations(found, 2))
    together = set[int]().union(*found)
    if len(together) != 1 or -1 in together:
        return not together
    row = table.rows[together.pop()]
    return all(row.cells[at] == cell for at, cell in shown)


def clash(one: Decided, other: Decided) -> bool:
    """Whether two decisions contradict each other by what they name; that their rows would cross
    is another matter, and not seen here."""
    if one.aligned and other.aligned:
        ours, theirs = dict(one.cells), dict(other.cells)
        shared = not one.passages.isdisjoint(other.passages)
        return shared and any(ours[key] != theirs[key] for key in one.keys & other.keys)
    if one.aligned == other.aligned:
        return False
    row, parting = (one, other) if one.aligned else (other, one)
    return sum(not row.passages.isdisjoint(cell) for _, cell in parting.cells) > 1


def replaced(
    table: Table,
    first: int,
    end: int,
    cells: Sequence[tuple[Cell, ...]],
    *,
    keep: Cell = (),
    pinning: bool = True,
) -> Table:
    """The table with the rows from ``first`` to ``end`` (exclusive) in place of these cells.

    What changed and has two texts or more is pinned, and so is the row with a passage of ``keep``;
    nothing is where not ``pinning``.
    Pins on what changed go, and partings that the new rows contradict. Raises ``Refused`` where
    what changes is pinned together with a text that is not shown.
    """
    before = {row.cells: row for row in table.rows[first:end]}
    made = [before.get(each) or Row(each) for each in cells if any(each)]
    fresh = [row for row in made if row.cells not in before]
    touched = frozenset[str]().union(*(row.passages for row in fresh))
    _check_hidden(table, touched)
    own = [row for row in fresh if row.filled > 1 or not row.passages.isdisjoint(keep)]
    gone = contradicted(table, fresh)
    pins = [
        pin
        for pin in table.pins
        if pin not in gone and not (pin.aligned and not pin.passages.isdisjoint(touched))
    ]
    return Table(
        table.texts,
        (*table.rows[:first], *made, *table.rows[end:]),
        (*pins, *map(table.pin_of, own if pinning else ())),
    )


def contradicted(table: Table, rows: Iterable[Row]) -> frozenset[Decided]:
    """The partings whose passages stand together in one of these rows."""
    partings = tuple(pin for pin in table.pins if not pin.aligned)
    return frozenset(partings).difference(standing(Table(table.texts, tuple(rows), partings)))


def _check_hidden(table: Table, touched: frozenset[str]) -> None:
    for pin in table.pins:
        hidden = pin.keys.difference(table.texts)
        if pin.aligned and hidden and not pin.passages.isdisjoint(touched):
            texts = ", ".join(sorted(hidden))
            raise Refused(
                f"This row is pinned together with a text that is not shown here ({texts}). "
                "Show that text too, then change the row."
            )
