"""What staff can do with a table of rows: each a function from table to table, or ``Refused``.

A passage never overtakes another of its text: what stands between it and its new row goes along.
"""

from __future__ import annotations

from collections.abc import Callable

from archive.staff.alignment.table import (
    SURE,
    Cell,
    Decided,
    Refused,
    Row,
    Table,
    contradicted,
    decided,
    replaced,
)

Cells = tuple[Cell, ...]


def join_above(table: Table, passage: str) -> Table:
    """The passage's row and the one above it become one."""
    at = table.row_of(passage)
    if at == 0:
        raise Refused("This is the first row: there is none above it.")
    return _joined(table, at - 1, at)


def join_below(table: Table, passage: str) -> Table:
    """The passage's row and the one below it become one."""
    at = table.row_of(passage)
    if at + 1 == len(table.rows):
        raise Refused("This is the last row: there is none below it.")
    return _joined(table, at, at + 1)


def join(table: Table, passage: str, to: str) -> Table:
    """The passage's row and that of passage ``to`` become one, with all between."""
    at, target = table.row_of(passage), table.row_of(to)
    if at == target:
        raise Refused("It stands in this row already.")
    return _joined(table, min(at, target), max(at, target))


def _joined(table: Table, first: int, last: int) -> Table:
    held = zip(*(row.cells for row in table.rows[first : last + 1]), strict=True)
    all_of = tuple(tuple(pid for cell in column for pid in cell) for column in held)
    return replaced(table, first, last + 1, [all_of], keep=_all(all_of))


def split(table: Table, passage: str) -> Table:
    """A new row begins at the passage. The other texts of the row are divided in the same
    proportion of their passages: what was guessed wrong is moved."""
    at, column = table.row_of(passage), table.column_of(passage)
    cells = table.rows[at].cells
    place = cells[column].index(passage)
    if place == 0:
        raise Refused("The row begins with this passage. Choose one further down in it.")
    share = place / len(cells[column])
    cuts = [int(len(cell) * share + 0.5) for cell in cells]
    cuts[column] = place
    upper = tuple(cell[:cut] for cell, cut in zip(cells, cuts, strict=True))
    lower = tuple(cell[cut:] for cell, cut in zip(cells, cuts, strict=True))
    return replaced(table, at, at + 1, [upper, lower])


def up(table: Table, passage: str) -> Table:
    """The passage goes to the row above, with those that stand before it in its cell."""
    at = table.row_of(passage)
    if at == 0:
        raise Refused("This is the first row: there is none above it.")
    return _moved(table, passage, at - 1)


def down(table: Table, passage: str) -> Table:
    """The passage goes to the row below, with those that stand after it in its cell."""
    at = table.row_of(passage)
    if at + 1 == len(table.rows):
        raise Refused("This is the last row: there is none below it.")
    return _moved(table, passage, at + 1)


def move(table: Table, passage: str, to: str) -> Table:
    """The passage goes to the row of passage ``to``, with its text's passages on the way."""
    target = table.row_of(to)
    if target == table.row_of(passage):
        raise Refused("It stands in this row already.")
    return _moved(table, passage, target)


def _moved(table: Table, passage: str, target: int) -> Table:
    at, column = table.row_of(passage), table.column_of(passage)
    first, last = min(at, target), max(at, target)
    cells = [row.cells for row in table.rows[first : last + 1]]
    run = [pid for each in cells for pid in each[column]]
    cut = run.index(passage) + (target < at)
    own: list[Cell] = [() for _ in cells]
    if target < at:
        own[0] = tuple(run[:cut])
        own[-1] = tuple(run[cut:])
    else:
        own[0] = tuple(run[:cut])
        own[-1] = tuple(run[cut:])
    made = [_with(each, column, cell) for each, cell in zip(cells, own, strict=True)]
    return replaced(table, first, last + 1, made)


def alone(table: Table, passage: str) -> Table:
    """The passage has no counterpart: it stands alone, pinned so."""
    at = table.row_of(passage)
    if table.rows[at].passages == {passage}:
        return pin(table, passage)
    return replaced(table, at, at + 1, _without(table, passage), keep=(passage,))


def part(table: Table, passage: str) -> Table:
    """The passage never shares a row with those of other texts beside which it stands now; where
    it belongs, the program says."""
    at, column = table.row_of(passage), table.column_of(passage)
    row = table.rows[at]
    others = [(key, cell) for key, cell in zip(table.texts, row.cells, strict=True) if cell]
    key = table.texts[column]
    partings = [
        decided([(key, (passage,)), other], aligned=False) for other in others if other[0] != key
    ]
    if not partings:
        raise Refused("It stands alone already: there is nothing to unlink it from.")
    made = replaced(table, at, at + 1, _without(table, passage), pinning=False)
    return Table(made.texts, made.rows, (*made.pins, *partings))


def _without(table: Table, passage: str) -> list[Cells]:
    """The row of a passage in pieces: the passage by itself, the rest beside it."""
    at, column = table.row_of(passage), table.column_of(passage)
    cells = table.rows[at].cells
    place = cells[column].index(passage)
    before, after = cells[column][:place], cells[column][place + 1 :]
    nothing: Cells = ((),) * len(cells)
    lone = _with(nothing, column, (passage,))
    if before or not after:
        return [_with(cells, column, before), lone, _with(nothing, column, after)]
    return [lone, _with(cells, column, after)]


def pin(table: Table, passage: str) -> Table:
    """The passage's row is right as it is."""
    at = table.row_of(passage)
    row = table.rows[at]
    if table.pin_of(row) in table.pins:
        raise Refused("This row is pinned already.")
    return _pinned(table, [row])


def accept(table: Table) -> Table:
    """Every row of which the program was sure is right as it is."""
    sure = [
        row
        for row in table.rows
        if row.confidence is not None and row.confidence >= SURE and not any(table.pins_on(row))
    ]
    if not sure:
        raise Refused("No row is left that the program was sure of and that is not pinned.")
    return _pinned(table, sure)


def _pinned(table: Table, rows: list[Row]) -> Table:
    """Pinned in all the texts shown; pins of fewer of them go, those of texts not shown stay."""
    held = frozenset[str]().union(*(row.passages for row in rows))
    shown, gone = set(table.texts), contradicted(table, rows)
    pins = [
        pin
        for pin in table.pins
        if pin not in gone
        and not (pin.aligned and pin.keys <= shown and not pin.passages.isdisjoint(held))
    ]
    return Table(table.texts, table.rows, (*pins, *map(table.pin_of, rows)))


def unpin(table: Table, passage: str) -> Table:
    """The program may place the passage's row again."""
    row = table.rows[table.row_of(passage)]
    gone = set(table.pins_on(row))
    if not gone:
        raise Refused("This row is not pinned.")
    return Table(table.texts, table.rows, tuple(pin for pin in table.pins if pin not in gone))


def drop(table: Table, passages: str) -> Table:
    """A pin or parting goes; it is named by all its passages, ``p3.p17``."""
    named = frozenset(passages.split("."))
    kept = tuple(pin for pin in table.pins if pin.passages != named)
    if len(kept) == len(table.pins):
        raise Refused("That decision is not there any more.")
    return Table(table.texts, table.rows, kept)


def _with(cells: Cells, column: int, cell: Cell) -> Cells:
    return (*cells[:column], cell, *cells[column + 1 :])


def _all(cells: Cells) -> Cell:
    return tuple(passage for cell in cells for passage in cell)


ONE: dict[str, Callable[[Table, str], Table]] = {
    "join-above": join_above,
    "join-below": join_below,
    "split": split,
    "up": up,
    "down": down,
    "alone": alone,
    "part": part,
    "pin": pin,
    "unpin": unpin,
    "drop": drop,
}
"""Steps that take a passage (``drop``: all those of a decision), by the name in the form."""


def perform(table: Table, step: str) -> Table:
    """A step as the form names it: ``split p17``, ``move p17 p30``, ``accept``."""
    match step.split(" "):
        case ["accept"]:
            return accept(table)
        case ["move", passage, to]:
            return move(table, passage, to)
        case ["join", passage, to]:
            return join(table, passage, to)
        case [verb, passage] if verb in ONE:
            return ONE[verb](table, passage)
    raise Refused("This page does not know that step.")


def pins_dropped(before: Table, after: Table) -> set[Decided]:
    """The decisions that a step did away with."""
    return set(before.pins) - set(after.pins)
