"""Historical dates: what is read, what is refused and how, and what is meant by it."""

from __future__ import annotations

import json
import lzma
import time
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from archive.records.dates import DateRefused, parse
from tests.shared_data import shared_path

# edtf, earliest, latest, precision, in words, in words day first and short
READ = [
    ("1950-01-22", "1950-01-22", "1950-01-22", "day", "January 22, 1950", "22 Jan. 1950"),
    ("1950-01", "1950-01-01", "1950-01-31", "month", "January 1950", "Jan. 1950"),
    ("1950", "1950-01-01", "1950-12-31", "year", "1950", "1950"),
    ("1950-01~", "1950-01-01", "1950-01-31", "month", "about January 1950", "about Jan. 1950"),
    ("1956-05?", "1956-05-01", "1956-05-31", "month", "May 1956?", "May 1956?"),
    ("1956%", "1956-01-01", "1956-12-31", "year", "about 1956?", "about 1956?"),
    ("195X", "1950-01-01", "1959-12-31", "decade", "1950s", "1950s"),
    ("190X", "1900-01-01", "1909-12-31", "decade", "1900–1909", "1900–1909"),
    ("19XX", "1900-01-01", "1999-12-31", "century", "1900–1999", "1900–1999"),
    ("1950-XX", "1950-01-01", "1950-12-31", "year", "1950", "1950"),
    ("1950-02-XX", "1950-02-01", "1950-02-28", "month", "February 1950", "Feb. 1950"),
    ("1950-XX-XX", "1950-01-01", "1950-12-31", "year", "1950", "1950"),
    ("1950-21", "1950-03-01", "1950-05-31", "season", "spring 1950", "spring 1950"),
    ("1950-24", "1950-01-01", "1951-02-28", "season", "winter 1950", "winter 1950"),
    (
        "1955-01-10T12:05:00Z",
        "1955-01-10",
        "1955-01-10",
        "day",
        "January 10, 1955",
        "10 Jan. 1955",
    ),
    (
        "1950-01/1950-03",
        "1950-01-01",
        "1950-03-31",
        "month",
        "January to March 1950",
        "Jan. to Mar. 1950",
    ),
    (
        "1567-03-12/1567-03-21",
        "1567-03-12",
        "1567-03-21",
        "day",
        "March 12–21, 1567",
        "12–21 Mar. 1567",
    ),
    (
        "1568-10-31/1568-11-15",
        "1568-10-31",
        "1568-11-15",
        "day",
        "October 31 to November 15, 1568",
        "31 Oct. to 15 Nov. 1568",
    ),
    (
        "1950-12-30/1951-01-02",
        "1950-12-30",
        "1951-01-02",
        "day",
        "December 30, 1950 to January 2, 1951",
        "30 Dec. 1950 to 2 Jan. 1951",
    ),
    ("1949/1951-03", "1949-01-01", "1951-03-31", "year", "1949 to March 1951", "1949 to Mar. 1951"),
    (
        "1950-01~/1950-03?",
        "1950-01-01",
        "1950-03-31",
        "month",
        "about January 1950 to March 1950?",
        "about Jan. 1950 to Mar. 1950?",
    ),
    ("1950/..", "1950-01-01", None, "year", "after 1950", "after 1950"),
    ("../1950-03", None, "1950-03-31", "month", "before March 1950", "before Mar. 1950"),
    ("1950/", "1950-01-01", None, "year", "from 1950, end not known", "from 1950, end not known"),
    (
        "/1950",
        None,
        "1950-12-31",
        "year",
        "until 1950, beginning not known",
        "until 1950, beginning not known",
    ),
    ("-0043-03-15", None, None, "day", "March 15, 44 BC", "15 Mar. 44 BC"),
    ("0000", None, None, "year", "1 BC", "1 BC"),
    ("-004X", None, None, "decade", "50 BC to 41 BC", "50 BC to 41 BC"),
    ("Y170000", None, None, "year", "170000", "170000"),
    ("Y-17000", None, None, "year", "17001 BC", "17001 BC"),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest", "precision", "words", "short"), READ)
def test_what_is_written_is_read(
    edtf: str, earliest: str | None, latest: str | None, precision: str, words: str, short: str
) -> None:
    read = parse(edtf)
    assert (
        read.edtf,
        read.earliest and read.earliest.isoformat(),
        read.latest and read.latest.isoformat(),
        read.precision,
        read.display(),
        read.display("day-first-short"),
    ) == (edtf, earliest, latest, precision, words, short)


_EXAMPLES = "Write 1950-01-22, 1950-01, 1950~ (about), 195X (a decade) or 1950-01/1950-03."
REFUSED = {
    "1950-02-30": "1950-02-30 is not a day: February 1950 had 28 days. "
    "Write 1950-02-28, or 1950-02 where the day is not known.",
    "1950-01-00": "1950-01-00 is not a day: January 1950 had 31 days. "
    "Write 1950-01-01, or 1950-01 where the day is not known.",
    "1950-13": "1950-13 is not a date: there is no month 13. "
    "Write 1950-12, or 1950 where the month is not known.",
    "1950-51": "1950-51 is not a date: there is no month 51. "
    "Write 1950/1951 for the years, 1950-12, or 1950 where the month is not known.",
    "1950-03/1950-01": "1950-03/1950-01 ends before it starts. "
    "Write 1950-01/1950-03, or the one date alone where it is no span of time.",
    "1950-01-22T25:00:00": "1950-01-22T25:00:00 has no such time of day: 25:00:00. "
    "Write 1950-01-22T10:30:00, or the day alone.",
    "22.1.1950": "“22.1.1950” is not written as year, month and day. Write 1950-01-22.",
    "22.1.1950 г.": "“22.1.1950 г.” is not written as year, month and day. Write 1950-01-22.",
    "1/22/1950": "“1/22/1950” is not written as year, month and day. Write 1950-01-22.",
    "1/2/1950": "“1/2/1950” is not written as year, month and day. "
    "Write 1950-02-01, or 1950-01-02.",
    "31.2.1950": "1950-02-31 is not a day: February 1950 had 28 days. "
    "Write 1950-02-28, or 1950-02 where the day is not known.",
    "Jan 1950": "“Jan 1950” is not written as year, month and day. Write 1950-01.",
    "22nd January, 1950": "“22nd January, 1950” is not written as year, month and day. "
    "Write 1950-01-22.",
    "Spring 1950": "“Spring 1950” is not written as year, month and day. Write 1950-21.",
    "ca. January 22, 1950": "“ca. January 22, 1950” is not written as year, month and day. "
    "Write 1950-01-22~.",
    "1950s": "“1950s” is not written as year, month and day. Write 195X.",
    "195u": "“195u” is not written as year, month and day. Write 195X.",
    "1949–51": "“1949–51” is not written as year, month and day. Write 1949/1951.",
    "1950/open": "“1950/open” is not written as year, month and day. Write 1950/..",
    " 1950 ": "“ 1950 ” is not written as year, month and day. Write 1950.",
    "19500122": "“19500122” is not written as year, month and day. Write 1950-01-22.",
    "": f"The date is empty. {_EXAMPLES}",
    "soon": f"“soon” is not a date. {_EXAMPLES}",
    "1950-XX-03": f"“1950-XX-03” is not a date. {_EXAMPLES}",
    "../..": f"“../..” is not a date. {_EXAMPLES}",
    "١٩٥٠": f"“١٩٥٠” is not a date. {_EXAMPLES}",
    "1950\n<b>": f"“1950�<b>” is not a date. {_EXAMPLES}",
    "9" * 500: f"“{'9' * 40}…” is too long for a date: 500 characters. {_EXAMPLES}",
}


@pytest.mark.parametrize(("value", "message"), REFUSED.items())
def test_a_refusal_says_why_and_what_to_write(value: str, message: str) -> None:
    with pytest.raises(DateRefused) as refusal:
        parse(value)
    assert str(refusal.value) == message


def test_marks_of_an_interval_are_those_of_either_end() -> None:
    read = parse("1950-01~/1950-03?")
    assert (read.approximate, read.uncertain) == (True, True)
    assert (parse("1950").approximate, parse("1950").uncertain) == (False, False)


def test_the_time_is_kept_and_not_said() -> None:
    assert parse("1955-01-10T12:05:00Z").time == "12:05:00Z"
    assert parse("1955-01-10").time is None


def test_dates_sort_by_the_first_day_meant_then_the_last() -> None:
    written = ["Y17000", "1950-01-22T09:00:00", "1950-01-22", "../1949", "195X", "-0043", "1950-01"]
    assert [read.edtf for read in sorted(map(parse, written))] == [
        "-0043",
        "../1949",
        "1950-01",
        "195X",
        "1950-01-22",
        "1950-01-22T09:00:00",
        "Y17000",
    ]


@pytest.mark.parametrize(
    "edtf",
    [row[0] for row in READ if row[1] and row[2] and row[3] != "season"],
)
def test_the_library_agrees_on_the_days(edtf: str) -> None:
    theirs, ours = parse_edtf(edtf), parse(edtf)
    bounds = [date(*end[:3]) for end in (theirs.lower_strict(), theirs.upper_strict())]
    assert bounds == [ours.earliest, ours.latest]


@given(st.dates(), st.sampled_from(["", "~", "?", "%"]))
def test_every_day_is_read_as_itself(day: date, mark: str) -> None:
    read = parse(f"{day.isoformat()}{mark}")
    assert (read.earliest, read.latest, read.edtf) == (day, day, f"{day.isoformat()}{mark}")


@given(st.dates(max_value=date(9998, 1, 1)), st.integers(1, 300))
def test_an_interval_runs_from_its_first_to_its_last_day(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    read = parse(f"{start}/{end}")
    assert (read.earliest, read.latest) == (start, end)
    with pytest.raises(DateRefused, match="ends before it starts"):
        parse(f"{end}/{start}")


@given(st.text() | st.text("0123456789-/.XYxT:Z~?% JanFebca", max_size=40))
def test_any_string_is_read_or_refused(value: str) -> None:
    try:
        read = parse(value)
    except DateRefused:
        return
    assert read.edtf == value
    assert read.display()
    assert read.sort_key[0] <= read.sort_key[1]


def test_hostile_strings_are_refused_at_once() -> None:
    strings = shared_path("data/bad-inputs/blns.txt").read_text("utf-8").splitlines()
    began = time.process_time()
    for value in [*strings, "1" * 10**6, "c. " * 20, "about " * 10 + "1950", "/" * 60]:
        with pytest.raises(DateRefused):
            parse(value)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(("name", "count"), [("qhod", 90), ("frus", 3581)])
def test_every_date_of_the_shared_records_is_read(name: str, count: int) -> None:
    path = shared_path(f"data/records/{name}.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        dates = [written for line in lines if (written := json.loads(line).get("date"))]
    assert [parse(written).edtf for written in dates] == dates
    assert all(parse(written).earliest for written in dates)
    assert len(dates) == count
