"""Records by year as bars."""

from archive.web.histogram import Bar, histogram


def test_nothing() -> None:
    assert histogram({}) is None
    assert histogram({1950: 0}) is None


def test_one_year_stands_in_its_time() -> None:
    made = histogram({1950: 3})
    assert made is not None
    assert (len(made.bars), made.bars[0].first, made.bars[-1].last) == (24, 1939, 1962)
    assert [bar for bar in made.bars if bar.count] == [Bar(11, 1950, 1950, 3, 100, False)]
    assert made.words == "Records by year from 1950 to 1950; most in 1950"


def test_years_between_are_empty_bars() -> None:
    made = histogram({1950: 4, 1952: 1}, chosen=(1952, 1960))
    assert made is not None
    assert [(b.first, b.count, b.height, b.on) for b in made.bars[9:14]] == [
        (1949, 0, 0, False),
        (1950, 4, 100, False),
        (1951, 0, 0, False),
        (1952, 1, 25, True),
        (1953, 0, 0, True),
    ]


def test_centuries_in_wider_bars() -> None:
    made = histogram({1566: 1, 1720: 1, 1950: 1000})
    assert made is not None
    assert len(made.bars) <= 60
    assert made.bars[0].words == "1560–1569: 1"
    assert made.bars[-1].words == "1950–1959: 1,000"
    assert made.bars[0].height == 2
    assert made.ticks == (1560, 1660, 1760, 1850, 1959)


def test_at_most_so_many_bars_each_leading_to_its_years() -> None:
    made = histogram({1950: 2, 1999: 1}, most=10, link=lambda first, last: f"{first}..{last}")
    assert made is not None
    assert len(made.bars) == 10
    assert [(bar.words, bar.href) for bar in made.bars if bar.count] == [
        ("1950–1954: 2", "1950..1954"),
        ("1995–1999: 1", "1995..1999"),
    ]
    assert {bar.href for bar in made.bars if not bar.count} == {""}
