"""What a step did, in one sentence that is shown and read aloud."""

from __future__ import annotations

from archive.staff.alignment.steps import pins_dropped
from archive.staff.alignment.table import Refused, Table
from archive.staff.alignment.work import Work

_SAID = {
    "join-above": "Joined: one row now, pinned.",
    "join-below": "Joined: one row now, pinned.",
    "join": "Joined: one row now, pinned.",
    "split": "A new row begins here.",
    "up": "Moved up.",
    "down": "Moved down.",
    "move": "Moved.",
    "alone": "It has no counterpart: it stands alone, pinned.",
    "part": "Unlinked: these never share a row. The program places it when you save.",
    "pin": "Pinned as it is.",
    "unpin": "Not pinned any more: the program may place it again when you save.",
    "drop": "The decision is dropped.",
}


def said(before: Work, after: Work, step: str) -> str:
    """About one step, ``undo`` and ``redo`` among them."""
    if step == "undo":
        return "Undone."
    if step == "redo":
        return "Done again."
    if step == "accept":
        count = len(set(after.now.pins) - set(before.now.pins))
        return f"{count} row{'s' if count > 1 else ''} pinned: the program was sure of them."
    verb, passage = step.split(" ")[:2]
    words = [_SAID[verb]]
    if row := _row(after.now, passage):
        words.insert(0, f"Row {row}.")
    words += _besides(before.now, after.now, step)
    return " ".join(words)


def _row(table: Table, passage: str) -> int | None:
    try:
        return table.row_of(passage) + 1
    except Refused:
        return None


def _besides(before: Table, after: Table, step: str) -> list[str]:
    """What went along, and what was decided before and holds no longer."""
    words = []
    if along := _along(before, step):
        words.append(f"{along} of the same text went along, so that their order stays.")
    if not step.startswith("drop") and any(not pin.aligned for pin in pins_dropped(before, after)):
        words.append("That two of them never share a row is dropped.")
    return words


def _along(table: Table, step: str) -> int:
    """How many other passages a move takes with it."""
    verb, passage, *to = step.split(" ")
    if verb not in ("up", "down", "move"):
        return 0
    at, column = table.row_of(passage), table.column_of(passage)
    target = table.row_of(to[0]) if to else at + (1 if verb == "down" else -1)
    rows = table.rows[target + 1 : at + 1] if target < at else table.rows[at:target]
    run = [pid for row in rows for pid in row.cells[column]]
    place = run.index(passage)
    return place if target < at else len(run) - 1 - place
