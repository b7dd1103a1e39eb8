from __future__ import annotations

import pytest

from archive.staff.alignment.page import RowView
from archive.staff.alignment.patches import Patch, patch
from archive.staff.alignment.steps import perform
from archive.staff.alignment.table import Row, Table

TABLE = Table(
    ("en", "ru"),
    tuple(Row(((f"p{n}",), (f"p{n + 4}",)), 0.9) for n in range(1, 5)),
)


def _views(table: Table) -> list[RowView]:
    """What the page shows, as far as it matters here: a view for each row."""
    return [
        RowView(at, row.cells[0][0], (), "", "", None, pinned=False, moved=False)
        for at, row in enumerate(table.rows)
    ]


@pytest.mark.parametrize(
    ("step", "first", "removed", "keys"),
    [
        ("join-above p3", 1, 2, ["p2"]),
        ("pin p4", 3, 1, ["p4"]),
        ("join p1 p4", 0, 4, ["p1"]),
        ("accept", 0, 4, ["p1", "p2", "p3", "p4"]),
    ],
)
def test_only_the_rows_from_the_first_to_the_last_that_differ_are_replaced(
    step: str, first: int, removed: int, keys: list[str]
) -> None:
    after = perform(TABLE, step)
    views = _views(after)
    made = patch(TABLE, after, views)
    assert made == Patch(first, removed, tuple(views[first : first + len(keys)]))
    assert [view.key for view in made.rows] == keys


def test_where_nothing_changed_nothing_is_replaced() -> None:
    assert patch(TABLE, TABLE, _views(TABLE)) == Patch(4, 0, ())


def test_a_row_split_brings_one_more() -> None:
    joined = perform(TABLE, "join p1 p2")
    made = patch(joined, perform(joined, "split p2"), _views(perform(joined, "split p2")))
    assert (made.first, made.removed, [view.key for view in made.rows]) == (0, 1, ["p1", "p2"])
