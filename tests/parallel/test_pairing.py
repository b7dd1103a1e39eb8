from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.dates import DateMention
from archive.parallel.numbers import Number
from archive.parallel.pairing import MANY_PAIRS, paired, paired_dates


def _number(value: int, place: int = 0) -> Number:
    return Number(place, place + 1, (Decimal(value),))


def _date(year: int | None, month: int | None, day: int | None, place: int = 0) -> DateMention:
    return DateMention(place, place + 1, year, month, day)


def test_the_likest_digits_are_set_against_each_other() -> None:
    ours, theirs = [_number(189), _number(72)], [_number(75), _number(180), _number(3)]
    assert paired(ours, theirs) == [
        (ours[0], theirs[1]),
        (ours[1], theirs[0]),
        (None, theirs[2]),
    ]


def test_a_hopelessly_long_row_is_paired_in_order() -> None:
    ours = [_number(place) for place in range(MANY_PAIRS)]
    theirs = [_number(7), _number(8)]
    pairs = paired(ours, theirs)
    assert pairs[:3] == [(ours[0], theirs[0]), (ours[1], theirs[1]), (ours[2], None)]


def test_a_date_is_set_against_the_one_that_shares_most() -> None:
    ours = [_date(1950, 1, 22), _date(1951, 2, 3)]
    theirs = [_date(1950, 5, 6), _date(1950, 1, 23), _date(1920, 7, 8)]
    assert paired_dates(ours, theirs) == [
        (ours[0], theirs[1]),
        (ours[1], theirs[0]),
        (None, theirs[2]),
    ]
    assert paired_dates(ours, []) == [(ours[0], None), (ours[1], None)]


DATES = st.lists(
    st.builds(
        _date,
        st.sampled_from([None, 1950, 1951]),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([None, 1, 2]),
        st.integers(0, 99),
    ),
    max_size=6,
)


@given(DATES, DATES)
def test_each_takes_the_first_of_the_likest_that_are_left(
    ours: list[DateMention], theirs: list[DateMention]
) -> None:
    left = list(theirs)
    expected: list[tuple[DateMention | None, DateMention | None]] = []
    for mention in ours:
        likest = max((_shared(mention, each) for each in left), default=0)
        place = next((n for n, each in enumerate(left) if _shared(mention, each) == likest), None)
        expected.append((mention, None if place is None else left.pop(place)))
    assert paired_dates(ours, theirs) == expected + [(None, other) for other in left]


def _shared(one: DateMention, other: DateMention) -> int:
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return sum(mine is not None and mine == theirs for mine, theirs in parts)
