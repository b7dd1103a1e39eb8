from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.search.tantivy_often import Often
from tests.search.indexes import marks_of, values_of

#: Rows as the values they have.
Held = list[list[int]]


def grown(often: Often, facets: list[int], held: Held) -> Often:
    firsts = np.arange(len(facets))
    return often.grown(np.array(facets, np.uint8), len(held), *values_of(held), firsts)


def counts(often: Often, rows: Iterable[int], most: Mapping[int, int]) -> dict[int, int]:
    """So many values of each facet at least."""
    wanted = np.array([most.get(facet, 0) for facet in range(12)])
    numbers, found = often.counts(marks_of(list(rows), often.rows), wanted)
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


def test_a_value_of_several_labels_is_told_under_each_however_few_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 3)
    facets, held = np.array([1] * 5, np.uint8), [[0, 1], [0, 1], [0, 4], [0, 2], [0, 1]]
    # The last is the first under another label: three have codes, 0 and 4 before 1 and 2.
    often = Often().grown(facets, 5, *values_of(held), np.array([0, 1, 2, 3, 0]))
    assert often.lacking == 0
    assert counts(often, range(5), {1: 1}) == {0: 5, 1: 3, 4: 1}
    assert counts(often, [3], {2: 1}) == {0: 1}
    # What has several labels is not counted among what is ahead.
    assert counts(often, range(5), {1: 2}) == {0: 5, 1: 3, 2: 1, 4: 1}
    monkeypatch.setattr("archive.search.tantivy_often._MOST", 1)
    few = Often().grown(facets, 5, *values_of(held), np.array([0, 1, 2, 3, 0]))
    assert few.lacking == 1
    # So everything is counted.
    assert counts(few, range(5), {1: 0}) == {0: 5, 1: 3, 2: 1, 4: 1}


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


_PART = st.lists(st.lists(st.integers(0, 40), max_size=6, unique=True), max_size=30)


@settings(max_examples=100)
@given(
    parts=st.lists(st.tuples(st.integers(1, 15), _PART), min_size=1, max_size=4),
    most=st.sampled_from([0, 1, 3]),
    later=st.sampled_from([0, 2]),
    told=st.sampled_from([1, 2, 5]),
    beside=st.sampled_from([1, 2]),
    asked=st.data(),
)
def test_the_most_frequent_values_are_told_with_all_their_rows(
    parts: list[tuple[int, Held]],
    most: int,
    later: int,
    told: int,
    beside: int,
    asked: st.DataObject,
) -> None:
    facets: list[int] = []
    every: Held = []
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_MOST", most), ("_LATER", later), ("_BESIDE", beside)):
            patch.setattr(f"archive.search.tantivy_often.{name}", value)
        often = Often()
        for more, part in parts:
            facets += [(len(facets) + n) ** 2 % 3 for n in range(more)]
            rows = [sorted({n % len(facets) for n in row}) for row in part]
            often = grown(often, facets, rows)
            every += rows
        some = sorted(asked.draw(st.sets(st.sampled_from(range(len(every)))))) if every else []
        for asked_for in ((0, 1, 2), (0,), (1, 2)):
            _complete(
                counts(often, some, dict.fromkeys(asked_for, told)),
                Counter(n for at in some for n in every[at]),
                facets,
                told,
                asked_for,
            )


def _complete(
    found: dict[int, int],
    expected: Counter[int],
    facets: list[int],
    told: int,
    asked_for: tuple[int, ...],
) -> None:
    assert found == {number: expected[number] for number in found}
    for each in asked_for:
        theirs = sorted((n for v, n in found.items() if facets[v] == each), reverse=True)
        for number in (n for n in expected if facets[n] == each and n not in found):
            assert expected[number] < theirs[told - 1]
