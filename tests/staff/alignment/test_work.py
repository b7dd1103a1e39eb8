from __future__ import annotations

import msgspec
import pytest

from archive.staff.alignment.table import Decided, Refused, Row, Table, decided
from archive.staff.alignment.work import Work, merged, read, stepped, written

START = Table(("en", "ru"), (Row((("p1",), ("p3",)), 0.9), Row((("p2",), ("p4",)), 0.9)), ())
WORK = Work((), START, 7)
JOINED = decided([("en", ["p1", "p2"]), ("ru", ["p3", "p4"])])


def test_what_a_form_carries_comes_back_as_it_was() -> None:
    work = stepped(stepped(WORK, "join-above p2"), "undo")
    assert written(work) == (
        '[[],[["en","ru"],[[[["p1"],["p3"]],0.9],[[["p2"],["p4"]],0.9]],[]],7,[],["join-above p2"]]'
    )
    assert read(written(work)) == work


def test_steps_are_done_undone_and_done_again() -> None:
    joined = stepped(WORK, "join-above p2")
    assert (joined.done, joined.now.pins, joined.changed) == (("join-above p2",), (JOINED,), True)
    undone = stepped(joined, "undo")
    assert (undone.now, undone.changed, undone.undone) == (START, False, ("join-above p2",))
    assert stepped(undone, "redo") == joined


def test_a_new_step_forgets_what_was_undone() -> None:
    undone = stepped(stepped(WORK, "join-above p2"), "undo")
    assert stepped(undone, "pin p1") == Work((), START, 7, ("pin p1",))


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("undo", "There is nothing to undo"),
        ("redo", "There is nothing to redo"),
        ("join-above p1", "This is the first row"),
        ("fly p1", "does not know that step"),
    ],
)
def test_a_step_that_cannot_be_done_says_why(step: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        stepped(WORK, step)


def _form(**changed: object) -> str:
    given = {"texts": ["en", "ru"], "rows": [[[["p1"], ["p3"]], 0.9]], "pins": [], **changed}
    return msgspec.json.encode([[], [given["texts"], given["rows"], given["pins"]], 0]).decode()


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "null",
        "[]",
        "\ud800",
        "[" * 5000,
        _form(rows=[[[["p1"], ["p1"]], 0.9]]),
        _form(rows=[[[["p1"]], 0.9]]),
        _form(rows=[[[[], []], 0.9]]),
        _form(rows=[[[["p1"], ["p3"]], 2]]),
        _form(rows=[[[["p0"], ["p3"]], 0.9]]),
        _form(rows=[[[["p1\n"], ["p3"]], 0.9]]),
        _form(texts=["en", "en"]),
        _form(texts=["en"], rows=[[[["p1"]], 0.9]]),
        _form(texts=["en", "<script>"]),
        _form(pins=[[[["en", ["p1"]]], "yes"]]),
        _form().replace("],0]", "],-1]"),
        _form().replace("],0]", '],0,["split p9"]]'),
        _form().replace("],0]", '],0,["join p1"]]'),
        _form().replace("],0]", '],0,["' + "x" * 2001 + '"]]'),
    ],
)
def test_what_no_page_of_ours_has_sent_is_refused(sent: str) -> None:
    with pytest.raises(Refused):
        read(sent)


THEIRS = decided([("en", ["p2"]), ("ru", ["p4"])])
BASE = decided([("en", ["p1"]), ("ru", ["p3"])])
APART = decided([("en", ["p1"]), ("ru", ["p4"])], aligned=False)


@pytest.mark.parametrize(
    ("mine", "base", "theirs", "expected", "overruled"),
    [
        ([APART], [], [THEIRS], (THEIRS, APART), ()),
        ([JOINED], [], [THEIRS], (JOINED,), (THEIRS,)),
        ([], [BASE], [BASE, THEIRS], (THEIRS,), ()),
        ([BASE], [BASE], [], (), ()),
        ([BASE, APART], [BASE], [APART], (APART,), ()),
        ([THEIRS], [], [THEIRS], (THEIRS,), ()),
    ],
    ids=["beside", "against", "I drop", "they drop", "both add", "the same"],
)
def test_my_decisions_are_laid_on_those_that_others_saved(
    mine: list[Decided],
    base: list[Decided],
    theirs: list[Decided],
    expected: tuple[Decided, ...],
    overruled: tuple[Decided, ...],
) -> None:
    assert merged(mine, base, theirs) == (expected, overruled)
