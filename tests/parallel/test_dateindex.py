from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.parallel.dateindex import DateIndex
from archive.parallel.dates import DateMention

DATES = st.builds(
    DateMention,
    st.integers(0, 99),
    st.just(99),
    st.sampled_from([None, 1950, 1850, 1951, 50, 51]),
    st.sampled_from([None, 1, 2, 3]),
    st.sampled_from([None, 1, 2, 3]),
    st.booleans(),
)


@given(st.lists(DATES, max_size=12), DATES)
def test_finds_the_first_that_agrees(dates: list[DateMention], asked: DateMention) -> None:
    expected = next((each for each in dates if asked.agrees(each)), None)
    index = DateIndex(dates)
    assert index.first(asked) is expected
    assert index.first(asked) is expected
