from __future__ import annotations

from tests.parallel.dated import DatedRow, dated


def test_a_row_says_one_date_twice_and_another_once() -> None:
    assert list(dated("de", 1, 3)) == [
        DatedRow(
            "The letter was sent on Nov 12.",
            "Der Brief wurde am 12. Nov. abgeschickt.",
            "Der Brief wurde am 10. Nov. abgeschickt.",
            "day",
        ),
        DatedRow(
            "The letter was sent on Saturday, July 24, 1965.",
            "Der Brief wurde am 24.07.65 abgeschickt.",
            "Der Brief wurde am 08.07.65 abgeschickt.",
            "day",
        ),
        DatedRow(
            "The letter was sent on Jan 9, 2005.",
            "Der Brief wurde am 09.01.05 abgeschickt.",
            "Der Brief wurde am 09.08.05 abgeschickt.",
            "month",
        ),
    ]
