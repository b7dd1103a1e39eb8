from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from archive.search.tantivy_listed import Listed
from archive.search.tantivy_marked import part_of
from tests.search.indexes import marks_of

_ROWS = st.lists(st.integers(0, 300), max_size=60).map(sorted)


@given(rows=_ROWS, first=st.integers(0, 60), asked=st.sets(st.integers(0, 300)))
def test_what_stands_beside_marked_rows_is_picked_out(
    rows: list[int], first: int, asked: set[int]
) -> None:
    """As often as a row is listed, whichever rows came later."""
    values = np.arange(len(rows) * 2, dtype=np.uint16).reshape(-1, 2)
    listed = Listed.nothing(np.empty((0, 2), np.uint16))
    for some in (slice(first), slice(first, None)):
        listed = listed.grown(np.array(rows[some], np.int64), values[some])
    marks = marks_of(sorted(asked), 301)
    expected = [[2 * at, 2 * at + 1] for at, row in enumerate(rows) if row in asked]
    found = listed.of(marks, part_of(marks))
    assert found.dtype == np.uint16
    assert found.tolist() == expected
