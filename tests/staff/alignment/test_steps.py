"""Every step keeps every passage once, in the order of its text, and its own pins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.staff.alignment import steps
from archive.staff.alignment.table import Decided, Refused, Row, Table, decided, standing

Shape = list[tuple[int, ...]]


def table(*rows: str, pins: tuple[Decided, ...] = (), texts: str = "en ru") -> Table:
    """Rows written as ``p1 p2 | p5``."""
    cells = [tuple(tuple(side.split()) for side in row.split("|")) for row in rows]
    return Table(tuple(texts.split()), tuple(Row(each, 0.9) for each in cells), pins)


def shown(made: Table) -> list[str]:
    """The rows as they are written, pinned ones with a mark."""
    fixed = standing(made)
    return [
        " | ".join(" ".join(cell) for cell in row.cells).strip()
        + (" *" if made.pin_of(row) in fixed else "")
        for row in made.rows
    ]


START = table("p1 | p5", "p2 p3 | p6 p7", "p4 |", "| p8")


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("join-above p2", ["p1 p2 p3 | p5 p6 p7 *", "p4 |", "| p8"]),
        ("join-below p7", ["p1 | p5", "p2 p3 p4 | p6 p7 *", "| p8"]),
        ("join-below p4", ["p1 | p5", "p2 p3 | p6 p7", "p4 | p8 *"]),
        ("join p1 p6", ["p1 p2 p3 | p5 p6 p7 *", "p4 |", "| p8"]),
        ("join p8 p2", ["p1 | p5", "p2 p3 p4 | p6 p7 p8 *"]),
        ("split p3", ["p1 | p5", "p2 | p6 *", "p3 | p7 *", "p4 |", "| p8"]),
        ("up p6", ["p1 | p5 p6 *", "p2 p3 | p7 *", "p4 |", "| p8"]),
        ("up p7", ["p1 | p5 p6 p7 *", "p2 p3 |", "p4 |", "| p8"]),
        ("down p6", ["p1 | p5", "p2 p3 |", "p4 | p6 p7 *", "| p8"]),
        ("move p8 p2", ["p1 | p5", "p2 p3 | p6 p7 p8 *", "p4 |"]),
        ("move p8 p1", ["p1 | p5 p6 p7 p8 *", "p2 p3 |", "p4 |"]),
        ("move p1 p4", ["| p5", "| p6 p7", "p1 p2 p3 p4 |", "| p8"]),
        ("alone p6", ["p1 | p5", "| p6 *", "p2 p3 | p7 *", "p4 |", "| p8"]),
        ("alone p7", ["p1 | p5", "p2 p3 | p6 *", "| p7 *", "p4 |", "| p8"]),
        ("alone p4", ["p1 | p5", "p2 p3 | p6 p7", "p4 | *", "| p8"]),
        ("part p1", ["| p5", "p1 |", "p2 p3 | p6 p7", "p4 |", "| p8"]),
        ("pin p3", ["p1 | p5", "p2 p3 | p6 p7 *", "p4 |", "| p8"]),
        ("accept", ["p1 | p5 *", "p2 p3 | p6 p7 *", "p4 | *", "| p8 *"]),
    ],
)
def test_what_a_step_makes(step: str, expected: list[str]) -> None:
    assert shown(steps.perform(START, step)) == expected


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("join-above p1", "This is the first row"),
        ("up p5", "This is the first row"),
        ("join-below p8", "This is the last row"),
        ("down p8", "This is the last row"),
        ("split p2", "The row begins with this passage"),
        ("move p2 p7", "It stands in this row already"),
        ("join p2 p7", "It stands in this row already"),
        ("part p4", "It stands alone already"),
        ("unpin p1", "This row is not pinned"),
        ("drop p1.p5", "not there any more"),
        ("split p99", "Choose a passage first"),
        ("split ", "Choose a passage first"),
        ("turn p1", "does not know that step"),
        ("", "does not know that step"),
        ("move p1", "does not know that step"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(step: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        steps.perform(START, step)


def test_a_pin_is_taken_off_and_not_given_twice() -> None:
    pinned = steps.pin(START, "p1")
    with pytest.raises(Refused, match="pinned already"):
        steps.pin(pinned, "p5")
    assert steps.unpin(pinned, "p5") == START


def test_what_is_done_to_a_pinned_row_is_pinned_anew() -> None:
    pinned = steps.pin(START, "p2")
    made = steps.up(pinned, "p6")
    assert shown(made)[:2] == ["p1 | p5 p6 *", "p2 p3 | p7 *"]
    assert len(made.pins) == 2


def test_unlinking_says_so_of_each_other_text_and_joining_takes_it_back() -> None:
    start = table("p1 | p5 | p9", texts="en ru zh")
    made = steps.part(start, "p5")
    assert shown(made) == ["p1 |  | p9", "| p5 |"]
    assert made.pins == (
        decided([("en", ("p1",)), ("ru", ("p5",))], aligned=False),
        decided([("ru", ("p5",)), ("zh", ("p9",))], aligned=False),
    )
    joined = steps.join_above(made, "p5")
    assert shown(joined) == ["p1 | p5 | p9 *"]
    assert all(pin.aligned for pin in joined.pins)


def test_a_row_pinned_with_a_text_not_shown_stays_as_it_is() -> None:
    pin = decided([("en", ("p1",)), ("ru", ("p5",)), ("zh", ("p9",))])
    start = table("p1 | p5", "p2 | p6", pins=(pin,))
    for step in ("join-below p1", "up p6", "alone p5"):
        with pytest.raises(Refused, match=r"not shown here \(zh\)"):
            steps.perform(start, step)
    assert steps.alone(start, "p6").pins[0] == pin


def test_a_decision_is_dropped_by_its_passages() -> None:
    parting = decided([("en", ("p1",)), ("ru", ("p6",))], aligned=False)
    start = table("p1 | p5", "p2 | p6", pins=(parting,))
    assert steps.drop(start, "p1.p6").pins == ()


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(2, 4))
    shape: Shape = draw(
        st.lists(st.tuples(*[st.integers(0, 3)] * columns).filter(any), min_size=1, max_size=7)
    )
    rows, given = [], [0] * columns
    for counts in shape:
        cells = []
        for column, count in enumerate(counts):
            first = column * 100 + given[column] + 1
            cells.append(tuple(f"p{n}" for n in range(first, first + count)))
            given[column] += count
        rows.append(Row(tuple(cells), draw(st.floats(0, 1))))
    return Table(("en", "ru", "zh", "ko")[:columns], tuple(rows))


@given(start=tables(), data=st.data())
def test_any_steps_keep_every_passage_once_and_in_order(start: Table, data: st.DataObject) -> None:
    columns = [start.column(place) for place in range(len(start.texts))]
    passages = [pid for column in columns for pid in column]
    now = start
    for _ in range(data.draw(st.integers(1, 8))):
        verb = data.draw(st.sampled_from([*steps.ONE, "move", "join", "accept"]))
        ids = data.draw(st.lists(st.sampled_from(passages), min_size=2, max_size=2))
        two = {each: f"{each} {ids[0]} {ids[1]}" for each in ("move", "join")}
        step = {**two, "accept": "accept"}.get(verb, f"{verb} {ids[0]}")
        before = now
        try:
            now = steps.perform(now, step)
        except Refused:
            continue
        assert [now.column(place) for place in range(len(now.texts))] == columns
        assert all(row.passages for row in now.rows)
        assert set(standing(now)) == set(now.pins), "every decision holds in the rows shown"
        assert len(set(now.pins)) == len(now.pins)
        borne_out = standing(Table(now.texts, now.rows, before.pins))
        kept = {pin for pin in borne_out if not pin.aligned}
        assert kept <= set(now.pins), "no parting goes that the rows bear out"
