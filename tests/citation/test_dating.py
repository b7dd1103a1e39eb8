"""Dates in each style."""

from __future__ import annotations

from datetime import date

import pytest

from archive.citation import dating


@pytest.mark.parametrize(
    ("edtf", "chicago", "mla", "apa", "year"),
    [
        ("1950-01-22", "January 22, 1950", "22 Jan. 1950", "1950, January 22", "1950"),
        ("1950-09", "September 1950", "Sept. 1950", "1950, September", "1950"),
        ("1956-05?", "[May 1956?]", "May 1956?", "ca. 1956, May", "ca. 1956"),
        ("1956-05~", "ca. May 1956", "circa May 1956", "ca. 1956, May", "ca. 1956"),
        (
            "1567-03-12/1567-03-21",
            "March 12–21, 1567",
            "12–21 Mar. 1567",
            "1567, March 12–21",
            "1567",
        ),
        ("1949/1951", "1949 to 1951", "1949 to 1951", "1949–1951", "1949–1951"),
        ("195X", "1950s", "1950s", "1950s", "1950s"),
        ("1950-21", "spring 1950", "spring 1950", "1950, spring", "1950"),
        ("1950/..", "after 1950", "after 1950", "after 1950", "after 1950"),
        ("1950-01-22T10:30:00Z", "January 22, 1950", "22 Jan. 1950", "1950, January 22", "1950"),
        ("-0043", "44 BC", "44 BC", "44 BC", "44 BC"),
        (None, "undated", "undated", "n.d.", "n.d."),
        ("", "undated", "undated", "n.d.", "n.d."),
        ("someday", "someday", "someday", "someday", "someday"),
    ],
)
def test_each_style(edtf: str | None, chicago: str, mla: str, apa: str, year: str) -> None:
    said = (dating.chicago(edtf), dating.mla(edtf), dating.apa(edtf), dating.apa_year(edtf))
    assert said == (chicago, mla, apa, year)


def test_days_of_editions() -> None:
    assert dating.day_month_first(date(2026, 3, 1)) == "March 1, 2026"
    assert dating.day_first_short(date(2026, 3, 1)) == "1 Mar. 2026"
