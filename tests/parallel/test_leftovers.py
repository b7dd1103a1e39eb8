from __future__ import annotations

from archive.parallel import Difference, Span, differences


def test_a_date_is_set_against_a_figure_that_may_be_a_part_of_one() -> None:
    assert differences("on June 12", "12일에", "en", "ko") == []
    assert differences("on June 12", "13일에", "en", "ko") == [
        Difference("date", Span(3, 10, "--06-12"), Span(0, 2, "13"), "flag", "differs")
    ]
    assert differences("13일에", "on June 12", "ko", "en") == [
        Difference("date", Span(0, 2, "13"), Span(3, 10, "--06-12"), "flag", "differs")
    ]


def test_a_date_and_a_measure_stand_alone() -> None:
    assert [(each.kind, each.severity) for each in differences("June 12", "13 км", "en", "ru")] == [
        ("date", "note"),
        ("number", "flag"),
    ]
