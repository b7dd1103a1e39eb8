from __future__ import annotations

from archive.parallel.sides import Side, windows

UNITS = ["Dear Sir:", " He came. ", "Then 7 left", "And so?"]


def test_sums_over_the_last_units_before_a_place() -> None:
    side = Side(UNITS, 2.0, frozenset([2]))
    assert side.lengths.tolist() == [0, 18, 34, 56, 70]
    assert side.length[2].tolist() == [0, 18, 34, 38, 36]


def test_a_break_counts_between_units_not_before_the_first() -> None:
    side = Side(UNITS, 1.0, frozenset([2]))
    assert side.crossed[1].tolist() == [0] * 5
    assert side.crossed[2].tolist() == [0, 0, 0, 1, 0]
    assert side.crossed[4].tolist() == [0, 0, 0, 1, 1]


def test_a_capital_after_a_heading_or_salutation_begins_something() -> None:
    side = Side(UNITS, 1.0, frozenset())
    assert side.headed[2].tolist() == [0, 0, 1, 0, 1]
    assert side.headed[4].tolist() == [0, 0, 1, 1, 2]


def test_a_sentence_runs_on_in_lower_case_after_a_comma_and_where_a_script_has_no_case() -> None:
    units = ["He came,", "and saw", "Rome", "which was great and far from home,", "He left."]
    side = Side(units, 1.0, frozenset())
    assert side.open.tolist() == [0, 1, 0, 1, 1, 0]
    assert side.runs_on[2].tolist() == [0, 0, 1, 0, 1, 1]
    assert Side(["他来了，", "看了。", "走了。"], 1.0, frozenset()).open.tolist() == [
        0,
        1,
        0,
        0,
    ]


def test_after_a_name_without_a_mark_a_passage_that_has_no_capital_begins_anew() -> None:
    units = ["אמנון תרזני", "מנהל הנמל", "1938", "and", "so"]
    within = Side(units, 1.0, frozenset())
    assert within.open.tolist() == [0, 1, 1, 1, 1, 0]
    passages = Side(units, 1.0, frozenset([1, 2, 3]))
    assert passages.open.tolist() == [0, 0, 0, 1, 1, 0]


def test_marks_are_counted_by_kind() -> None:
    side = Side(["“Why, Sir?”", "(No: no, no.)"], 1.0, frozenset())
    assert side.marks[:, 1].tolist() == [[0, 2, 0], [0, 0, 2], [0, 0, 1], [0, 1, 0], [0, 1, 1]]


def test_equal_ends_have_equal_numbers() -> None:
    ends = Side(UNITS, 1.0, frozenset()).end.tolist()
    assert ends == [0, 3, 1, 0, 2]


def test_windows_of_one_value_a_unit() -> None:
    assert windows(Side(["ab", "c"], 1.0, frozenset()).length[1][1:]).tolist() == [
        [0, 0, 0],
        [0, 2, 1],
        [0, 2, 3],
        [0, 2, 3],
        [0, 2, 3],
    ]


def test_a_text_of_nothing() -> None:
    assert Side([], 1.0, frozenset()).length.tolist() == [[0.0]] * 5
