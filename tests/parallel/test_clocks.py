from __future__ import annotations

from archive.parallel.clocks import clocks


def test_times_of_day_are_hours_and_minutes() -> None:
    text = "15:30, 3.30 p.m., 15h05; 1.30 m, 25:30, 1:30:20, 1950.10"
    read = [(text[slice(*hour)], text[slice(*minutes)]) for hour, minutes in clocks(text)]
    assert read == [("15", "30"), ("3", "30"), ("15", "05")]
