from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from archive.parallel import clocks as read
from archive.parallel.clocks import Clock, clocks, other_hours


def test_a_time_of_day_is_hours_and_minutes_by_either_count() -> None:
    text = "at 7.55am, 15:30"
    assert list(clocks(text)) == [
        Clock(3, 7, (Decimal("7.55"), Decimal("19.55")), (Decimal(7), Decimal(55))),
        Clock(11, 16, (Decimal("15.3"), Decimal("3.3")), (Decimal(15), Decimal(30))),
    ]


def test_times_are_found_in_several_languages_and_decimals_are_not() -> None:
    text = "3.30 p.m., 15h05; 오전 7시 55분, 下午3点半, 7.55 утра, 1430 gmt; 1.30 m, 25:30, 1:30:20, 1950.10"
    assert [text[clock.start : clock.end] for clock in clocks(text)] == [
        "3.30", "15h05", "7시 55분", "3点半", "7.55", "1430",
    ]  # fmt: skip


def test_four_figures_may_be_a_time_or_a_quantity() -> None:
    (clock,) = clocks("1430 hours")
    assert clock.values == (Decimal("14.3"), Decimal("2.3"), Decimal(1430))


def test_noon_and_midnight_are_twelve_and_twenty_four() -> None:
    assert [other_hours(hour) for hour in (0, 7, 12, 15, 24)] == [
        (12, 24), (19,), (0, 24), (3,), (12, 0),
    ]  # fmt: skip


@given(st.text("0123456789 :.hgzuч시点點时時分半pmtcrs"))
def test_a_quick_look_passes_over_no_time(text: str) -> None:
    if read._CLOCK.search(text) or read._MILITARY.search(text):
        assert read._MAYBE.search(text)
