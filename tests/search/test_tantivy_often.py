from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.tantivy_marked import part_of
from archive.search.tantivy_often import Often
from tests.search.indexes import marks_of, values_of

#: Rows as the values they have.
Held = list[list[int]]


def grown(often: Often, facets: list[int], held: Held) -> Often:
    return labelled(often, facets, held, list(range(len(facets))))


def labelled(often: Often, facets: list[int], held: Held, firsts: list[int]) -> Often:
    """Of each value the first that is the same, under whatever label."""
    return often.grown(
        np.array(facets, np.uint8), len(held), *values_of(held), np.array(firsts, np.int64)
    )


def counts(often: Often, rows: Iterable[int], most: Mapping[int, int]) -> dict[int, int]:
    """So many values of each facet at least."""
    wanted = np.array([most.get(facet, 0) for facet in range(12)])
    marks = marks_of(list(rows), often.rows)
    numbers, found = often.counts(marks, part_of(marks), wanted)
    assert len(set(numbers.tolist())) == len(numbers)
    return dict(zip(numbers.tolist(), found.tolist(), strict=True))


def test_what_stands_in_few_rows_is_left_out_behind_enough_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 2)
    held = [[0, 1, 4], [0, 1, 2], [0, 1, 3, 4], [0, 2]]
    often = grown(Often(), [1, 1, 1, 1, 5], held)
    assert counts(often, range(4), {1: 2, 5: 9}) == {0: 4, 1: 3, 4: 2}
    assert counts(often, range(4), {1: 3}) == {0: 4, 1: 3, 2: 2, 3: 1, 4: 2}
    # Here a value without a code has as many as one that has one.
    assert counts(often, [1, 3], {1: 2}) == {0: 2, 1: 1, 2: 2}
    assert counts(often, [1, 3], {5: 2}) == {}
    assert counts(often, [], {1: 2}) == counts(Often(), [], {1: 2}) == {}


def test_a_value_of_several_labels_is_as_frequent_as_all_of_them_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 3)
    held = [[0, 1], [0, 1], [0, 4], [0, 2], [0, 1]]
    # The last is the first under another label: three have codes, 0 and 4 before 1 and 2.
    often = labelled(Often(), [1] * 5, held, [0, 1, 2, 3, 0])
    assert often.lacking == 0
    assert counts(often, range(5), {1: 1}) == {0: 5, 1: 3, 4: 1}
    # One of each label is more than the one of the value without a code.
    assert counts(often, [2], {1: 0}) == {0: 1, 4: 1}
    assert counts(often, [3], {1: 0}) == {}
    # What has several labels is not counted among what is ahead.
    assert counts(often, range(5), {1: 2}) == {0: 5, 1: 3, 2: 1, 4: 1}
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 1)
    few = labelled(Often(), [1] * 5, held, [0, 1, 2, 3, 0])
    assert few.lacking == 1
    # So everything is counted.
    assert counts(few, range(5), {1: 0}) == {0: 5, 1: 3, 2: 1, 4: 1}


def test_what_is_ahead_with_several_labels_is_told_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 4)
    # 3 is 0, and 4 is 1, under another label; 2 has no code and stands in as many rows as 1 and 4.
    held = [[0, 1], [0, 4], [0, 2], [0, 2], [0, 3]]
    often = labelled(Often(), [1] * 5, held, [0, 1, 2, 0, 1])
    assert often.lacking == 0
    assert counts(often, range(5), {1: 0}) == {0: 5, 3: 1}


def test_some_codes_are_left_for_values_that_come_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 16)
    monkeypatch.setattr("archive.search.tantivy_often._LATER", 1)
    first = grown(Often(), [1] * 16, [[n] for n in range(16)])
    assert counts(first, range(16), {1: 1}) == dict.fromkeys(range(16), 1)
    second = first.grown(np.array([1] * 17, np.uint8), 1, *values_of([[16]]), np.arange(17) % 16)
    assert second.lacking == 0


def test_values_that_come_later_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.search.tantivy_often._BESIDE", 1)
    first = grown(Often(), [1, 1], [[0, 1], []])
    second = grown(first, [1, 1, 3, 1], [[3], [1, 2, 3]])
    assert counts(second, [0, 2, 3], {1: 9}) == {0: 1, 1: 2, 2: 1, 3: 2}
    # Who has the rows as they were goes on with them.
    assert counts(first, [0, 1], {1: 9}) == {0: 1, 1: 1}


_PART = st.lists(st.lists(st.integers(0, 40), max_size=12, unique=True), max_size=30)


@settings(max_examples=200)
@given(
    parts=st.lists(st.tuples(st.integers(1, 15), _PART), min_size=1, max_size=4),
    most=st.sampled_from([0, 1, 3]),
    later=st.sampled_from([0, 2]),
    told=st.sampled_from([1, 2, 5]),
    beside=st.sampled_from([1, 2]),
    together=st.sampled_from([1, 2, 4]),
    of=st.sampled_from([3, 7, 100]),
    asked=st.data(),
)
def test_the_most_frequent_values_are_told_with_all_their_rows(
    parts: list[tuple[int, Held]],
    most: int,
    later: int,
    told: int,
    beside: int,
    together: int,
    of: int,
    asked: st.DataObject,
) -> None:
    """In every fourth number or so a value comes again under another label."""
    sizes = {"_MOST": most, "_LATER": later, "_BESIDE": beside, "_TOGETHER": together}
    facets, firsts = list[int](), list[int]()
    every: Held = []
    with pytest.MonkeyPatch.context() as patch:
        for name, value in sizes.items():
            patch.setattr(f"archive.search.tantivy_often.{name}", value)
        often = Often()
        for more, part in parts:
            for number in range(len(facets), len(facets) + more):
                again = number % of == of - 1
                facets.append(facets[number // 2] if again else number**2 % 3)
                firsts.append(firsts[number // 2] if again else number)
            rows = [sorted({n % len(facets) for n in row}) for row in part]
            often = labelled(often, facets, rows, firsts)
            every += rows
        some = sorted(asked.draw(st.sets(st.sampled_from(range(len(every)))))) if every else []
        for asked_for in ((0, 1, 2), (0,), (1, 2)):
            found = counts(often, some, dict.fromkeys(asked_for, told))
            expected = Counter(n for at in some for n in every[at])
            _complete(found, expected, firsts, [n for n in expected if facets[n] in asked_for])
            for facet in asked_for:
                mine = [n for n in expected if facets[n] == facet]
                _most(found, expected, firsts, mine, told)


def _complete(
    found: dict[int, int], expected: Counter[int], firsts: list[int], asked: list[int]
) -> None:
    """What is told is true, and under every label."""
    assert found == {number: expected[number] for number in found}
    told = {firsts[number] for number in found}
    assert all(number in found for number in asked if firsts[number] in told)


def _most(
    found: dict[int, int], expected: Counter[int], firsts: list[int], mine: list[int], told: int
) -> None:
    """No value of a facet that is not told is among so many that are the most frequent."""
    times = Counter[int]()
    for number in mine:
        times[firsts[number]] += expected[number]
    theirs = sorted(
        (times[first] for first in {firsts[n] for n in mine if n in found}), reverse=True
    )
    for number in mine:
        assert number in found or times[firsts[number]] < theirs[told - 1]
