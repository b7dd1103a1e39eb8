from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.tantivy_few import Few
from archive.search.tantivy_marked import part_of
from tests.search.indexes import marks_of, values_of

#: Rows as the values they have.
Held = list[list[int]]


def grown(few: Few, facets: list[int], held: Held) -> Few:
    return few.grown(np.array(facets, np.uint8), len(held), *values_of(held))


def counts(few: Few, rows: Iterable[int], facet: int | None = None) -> dict[int, int]:
    marks = marks_of(list(rows), few.rows)
    numbers, found = few.counts(marks, part_of(marks), facet)
    return dict(zip(numbers.tolist(), found.tolist(), strict=True))


def test_values_are_counted_by_facet_and_the_dense_ones_together() -> None:
    held = [[0, 2], [0, 2], [1], *([[0]] * 30)]
    few = grown(Few(), [1, 1, 3, 4], held)
    assert few.dense.tolist() == [0]
    assert counts(few, [0, 1, 2]) == {0: 2}
    assert counts(few, [0, 1, 2], 1) == {0: 2, 1: 1}
    assert counts(few, [0, 1, 2], 3) == {2: 2}
    assert counts(few, [0, 1, 2], 4) == counts(few, [0], 2) == {}


def test_a_facet_of_more_values_is_none_of_these(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.search.tantivy_few._MOST", 2)
    first = grown(Few(), [1, 1, 2], [[0, 2], [1]])
    assert 1 in first
    second = grown(first, [1, 1, 2, 1], [[3]])
    assert (1 in second, 2 in second) == (False, True)
    assert counts(second, range(3), 2) == {2: 1}
    # Which are dense stays as it was, and they are still counted.
    assert counts(second, range(3)) == {0: 1, 1: 1, 2: 1}


_ROWS = st.lists(st.lists(st.integers(0, 9), max_size=4, unique=True), max_size=120)


@settings(max_examples=60)
@given(parts=st.lists(_ROWS, min_size=1, max_size=4), asked=st.data())
def test_rows_that_come_later_are_counted_with_the_first(
    parts: list[Held], asked: st.DataObject
) -> None:
    facets = [number % 3 for number in range(10)]
    few, every = Few(), list[list[int]]()
    for part in parts:
        few = grown(few, facets, part)
        every += part
    some = asked.draw(st.sets(st.sampled_from(range(len(every))))) if every else set[int]()
    expected = Counter(number for at in some for number in every[at])
    for facet in range(3):
        of_facet = {n: times for n, times in expected.items() if facets[n] == facet}
        assert counts(few, some, facet) == of_facet
    dense = set(few.dense.tolist())
    assert counts(few, some) == {n: times for n, times in expected.items() if n in dense}
