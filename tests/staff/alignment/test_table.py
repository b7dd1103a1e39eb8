from __future__ import annotations

import pytest

from archive.staff.alignment.table import (
    Decided,
    Refused,
    Row,
    Table,
    clash,
    contradicted,
    decided,
    replaced,
    standing,
)

ROWS = (
    Row((("p1",), ("p4",)), 0.9),
    Row((("p2", "p3"), ("p5",)), 0.4),
    Row(((), ("p6",)), 0.7),
)
FIRST = decided([("ru", ["p4"]), ("en", ["p1"])])
APART = decided([("en", ["p2"]), ("ru", ["p6"])], aligned=False)
TABLE = Table(("en", "ru"), ROWS, (FIRST, APART))


def test_a_decision_names_its_texts_in_the_order_of_their_keys() -> None:
    assert Decided((("en", ("p1",)), ("ru", ("p4",)))) == FIRST
    assert FIRST.passages == {"p1", "p4"}
    assert FIRST.keys == {"en", "ru"}


def test_passages_are_found_by_row_and_column() -> None:
    assert (TABLE.row_of("p3"), TABLE.column_of("p3"), TABLE.column_of("p5")) == (1, 0, 1)
    assert (TABLE.column(0), TABLE.column(1)) == (("p1", "p2", "p3"), ("p4", "p5", "p6"))
    with pytest.raises(Refused, match=r"Choose a passage first\."):
        TABLE.row_of("p7")


def test_a_row_says_what_it_holds_and_what_pins_it() -> None:
    assert ROWS[1].passages == {"p2", "p3", "p5"}
    assert [row.filled for row in ROWS] == [2, 2, 1]
    assert TABLE.pin_of(ROWS[2]) == Decided((("en", ()), ("ru", ("p6",))))
    assert [list(TABLE.pins_on(row)) for row in ROWS] == [[FIRST], [], []]


def test_decisions_stand_that_the_rows_bear_out() -> None:
    wrong = decided([("en", ["p2"]), ("ru", ["p5"])])
    broken = decided([("en", ["p2"]), ("ru", ["p5"])], aligned=False)
    gone = decided([("en", ["p9"]), ("ru", ["p4"])])
    hidden = decided([("fr", ["p8"]), ("zh", ["p9"])])
    table = Table(TABLE.texts, ROWS, (FIRST, APART, wrong, broken, gone, hidden))
    assert standing(table) == (FIRST, APART, hidden)


def test_a_pin_with_a_text_that_is_not_shown_stands_as_far_as_is_seen() -> None:
    with_hidden = decided([("en", ["p1"]), ("ru", ["p4"]), ("zh", ["p9"])])
    assert standing(Table(TABLE.texts, ROWS, (with_hidden,))) == (with_hidden,)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (FIRST, FIRST, False),
        (FIRST, decided([("en", ["p1"]), ("ru", ["p5"])]), True),
        (FIRST, decided([("en", ["p2"]), ("ru", ["p5"])]), False),
        (FIRST, decided([("en", ["p1"]), ("zh", ["p9"])]), False),
        (FIRST, decided([("en", ["p1"]), ("ru", ["p4"])], aligned=False), True),
        (FIRST, decided([("en", ["p1"]), ("ru", ["p5"])], aligned=False), False),
        (APART, APART, False),
    ],
)
def test_decisions_clash_by_what_they_name(one: Decided, other: Decided, expected: bool) -> None:
    assert (clash(one, other), clash(other, one)) == (expected, expected)


def test_what_is_replaced_is_pinned_and_pins_on_it_go() -> None:
    made = replaced(TABLE, 0, 2, [(("p1", "p2"), ("p4",)), (("p3",), ("p5",))])
    assert made == Table(
        ("en", "ru"),
        (Row((("p1", "p2"), ("p4",))), Row((("p3",), ("p5",))), ROWS[2]),
        (
            APART,
            decided([("en", ["p1", "p2"]), ("ru", ["p4"])]),
            decided([("en", ["p3"]), ("ru", ["p5"])]),
        ),
    )


def test_what_stands_alone_is_pinned_only_where_it_is_meant() -> None:
    cells = [(("p2", "p3"), ()), ((), ("p5",))]
    assert replaced(TABLE, 1, 2, cells).pins == (FIRST, APART)
    kept = replaced(TABLE, 1, 2, cells, keep=("p5",))
    assert kept.pins == (FIRST, APART, decided([("en", []), ("ru", ["p5"])]))
    assert replaced(TABLE, 1, 2, cells, keep=("p5",), pinning=False).pins == (FIRST, APART)


def test_a_parting_goes_that_the_new_rows_contradict() -> None:
    joined = [(("p2", "p3"), ("p5", "p6"))]
    assert contradicted(TABLE, [Row(joined[0])]) == {APART}
    assert APART not in replaced(TABLE, 1, 3, joined).pins


def test_a_parting_stays_whose_passages_stand_elsewhere() -> None:
    assert contradicted(TABLE, [ROWS[0]]) == frozenset()
    assert replaced(TABLE, 0, 1, [(("p1",), ()), ((), ("p4",))]).pins == (APART,)


def test_a_row_that_is_pinned_with_a_text_not_shown_is_left_alone() -> None:
    hidden = decided([("en", ["p1"]), ("ru", ["p4"]), ("zh", ["p9"])])
    table = Table(TABLE.texts, ROWS, (hidden,))
    with pytest.raises(Refused, match=r"a text that is not shown here \(zh\)"):
        replaced(table, 0, 2, [(("p1", "p2", "p3"), ("p4", "p5"))])
