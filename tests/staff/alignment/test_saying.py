from __future__ import annotations

import pytest

from archive.staff.alignment.saying import said
from archive.staff.alignment.table import Row, Table, decided
from archive.staff.alignment.work import Work, stepped

APART = decided([("en", ["p1"]), ("ru", ["p6"])], aligned=False)
START = Table(
    ("en", "ru"),
    (
        Row((("p1",), ("p5",)), 0.9),
        Row((("p2", "p3"), ("p6", "p7")), 0.9),
        Row((("p4",), ("p8",)), 0.3),
    ),
    (APART,),
)
WORK = Work((), START, 0)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("join-below p2", "Row 2. Joined: one row now, pinned."),
        ("join p4 p2", "Row 2. Joined: one row now, pinned."),
        (
            "join-above p2",
            "Row 1. Joined: one row now, pinned. That two of them never share a row is dropped.",
        ),
        ("split p3", "Row 3. A new row begins here."),
        ("down p7", "Row 3. Moved down."),
        (
            "down p6",
            "Row 3. Moved down. 1 of the same text went along, so that their order stays.",
        ),
        (
            "move p4 p1",
            "Row 1. Moved. 2 of the same text went along, so that their order stays.",
        ),
        ("alone p4", "Row 4. It has no counterpart: it stands alone, pinned."),
        (
            "part p4",
            "Row 4. Unlinked: these never share a row. The program places it when you save.",
        ),
        ("pin p4", "Row 3. Pinned as it is."),
        ("drop p1.p6", "The decision is dropped."),
        ("accept", "2 rows pinned: the program was sure of them."),
    ],
)
def test_a_step_is_told_in_one_sentence_with_what_went_along(step: str, words: str) -> None:
    assert said(WORK, stepped(WORK, step), step) == words


def test_undo_and_redo_are_told() -> None:
    pinned = stepped(WORK, "pin p4")
    undone = stepped(pinned, "undo")
    assert said(pinned, undone, "undo") == "Undone."
    assert said(undone, stepped(undone, "redo"), "redo") == "Done again."
    unpinned = stepped(pinned, "unpin p4")
    assert said(pinned, unpinned, "unpin p4") == (
        "Row 3. Not pinned any more: the program may place it again when you save."
    )


def test_one_row_that_was_sure_is_one_row() -> None:
    work = stepped(WORK, "pin p1")
    assert said(work, stepped(work, "accept"), "accept") == (
        "1 row pinned: the program was sure of them."
    )
