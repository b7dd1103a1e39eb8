from __future__ import annotations

from archive.parallel import Difference, Span, differences
from archive.parallel.hijri import same_year


def test_a_year_of_the_islamic_calendar_falls_into_two_others() -> None:
    assert [year for year in range(1700, 1740) if same_year(1131, year)] == [1718, 1719]
    assert [year for year in range(1550, 1580) if same_year(974, year)] == [1566, 1567]
    assert same_year(1, 622)
    assert not same_year(0, 622)
    assert not same_year(2000, 2561)


def test_it_is_noted_and_its_day_says_nothing() -> None:
    assert differences("fī 18 Ramazan sene 1131", "August 4, 1719", "ota", "en") == [
        Difference("number", Span(19, 23, "1131"), Span(0, 14, "1719-08-04"), "note", "calendar"),
        Difference("date", None, Span(0, 14, "1719-08-04"), "note", "only here"),
    ]
    assert differences("1131 guns", "in 1719", "en", "de")[0].severity == "flag"
