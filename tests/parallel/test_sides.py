from __future__ import annotations

from archive.parallel.sides import Side

UNITS = ["Dear Sir:", " He came. ", "Then 7 left", "And so?"]


def test_sums_over_the_last_units_before_a_place() -> None:
    anchors = [{}, {}, {"n:7": 1.5}, {}]
    side = Side(UNITS, anchors, 2.0, frozenset([2]), {1})
    assert side.lengths.tolist() == [0, 18, 34, 56, 70]
    assert side.length[2].tolist() == [0, 18, 34, 38, 36]
    assert side.stock[1].tolist() == [0, 0, 0, 1.5, 0]
    assert side.alone[2].tolist() == [0, 0, 1, 1, 0]


def test_a_break_counts_between_units_not_before_the_first() -> None:
    side = Side(UNITS, [{}] * 4, 1.0, frozenset([2]), ())
    assert side.crossed[1].tolist() == [0] * 5
    assert side.crossed[2].tolist() == [0, 0, 1, 1, 1]
    assert side.crossed[4].tolist() == [0, 0, 1, 2, 3]


def test_equal_ends_have_equal_numbers() -> None:
    ends = Side(UNITS, [{}] * 4, 1.0, frozenset(), ()).end.tolist()
    assert len(set(ends[1:])) == 4


def test_a_text_of_nothing() -> None:
    assert Side([], [], 1.0, frozenset(), ()).length.tolist() == [[0.0]] * 5
