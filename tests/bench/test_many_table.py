"""The tables of a large archive, from figures made up."""

from __future__ import annotations

from dataclasses import replace

from tests.bench.engines import Report, Times
from tests.bench.many_table import QUOTED, Stage, answered, filled, indexed, paged, promised
from tests.bench.questions import KINDS
from tests.bench.usage import Job

_JOB = Job(seconds=60.0, cpu=0.375, database_cpu=0.125, peak=0)


def _report(seconds: float) -> Report:
    times = {kind: Times([seconds] * 3, [2 * seconds] * 3, [10, 30, 20]) for kind in KINDS}
    return Report({"SQLite FTS5": 0.05}, {"tantivy": times, "SQLite FTS5": times}, {})


_SMALL = Stage(100, _JOB, _report(0.001), [], [])
_LARGE = replace(
    _SMALL,
    report=_report(0.004),
    pages=[("rare word", 0.0625, 0.125), ("prefix", 0.03125, 0.0625)],
    quotations=[(QUOTED, 0.125, 0.25), (QUOTED, 0.25, 0.5)],
)


def test_what_holding_the_records_took() -> None:
    assert [*indexed(100, _JOB), *filled(100, _JOB, _SMALL.report)] == [
        "100 records: 5.00 ms of CPU to index each, analysis included.",
        "| to hold and index, ms of CPU a record | ours | SQLite FTS5 |",
        "|---|--:|--:|",
        "| 100 records | 5.0 | 0.5 |",
    ]


def test_the_first_archive_has_nothing_to_have_grown_from() -> None:
    rows = list(answered(100, _SMALL.report, None))
    assert rows[:3] == [
        "| 100 records: half / 19 of 20 within, ms of CPU | records found "
        "| tantivy | SQLite FTS5 | tantivy, on the wall |",
        "|---|--:|--:|--:|--:|",
        "| rare word | 20 | 1.0 / 1.0 | 1.0 / 1.0 | 2.0 / 2.0 |",
    ]
    assert len(rows) == 2 + len(KINDS)


def test_the_larger_one_says_how_it_grew() -> None:
    assert list(answered(1_000, _LARGE.report, _SMALL))[:3] == [
        "| 1,000 records: half / 19 of 20 within, ms of CPU | records found "
        "| tantivy | SQLite FTS5 | tantivy, on the wall | tantivy, 100 records | growth |",
        "|---|--:|--:|--:|--:|--:|--:|",
        "| rare word | 20 | 4.0 / 4.0 | 4.0 / 4.0 | 8.0 / 8.0 | 1.0 / 1.0 | × 4.0 |",
    ]


def test_pages_kind_by_kind_and_all_together() -> None:
    assert list(paged(100, _LARGE.pages)) == [
        "| pages of 100 records, one client: half / 19 of 20 within, ms of CPU | on the wall |",
        "|---|--:|--:|",
        "| rare word | 62.5 / 62.5 | 125.0 / 125.0 |",
        "| prefix | 31.2 / 31.2 | 62.5 / 62.5 |",
        "| all of them | 62.5 / 62.5 | 125.0 / 125.0 |",
    ]
    assert list(paged(100, _LARGE.quotations))[2:] == [
        "| quotation checked | 250.0 / 250.0 | 500.0 / 500.0 |"
    ]


def test_what_was_promised_of_the_larger_archive() -> None:
    rows = list(promised(_LARGE))
    assert rows[:5] == [
        "Search in 100 records, in milliseconds of processor time:",
        "",
        "| promised | measured | wanted | |",
        "|---|--:|--:|---|",
        "| index, analysis included: ms of CPU a record | 5.00 | at most 5 | met |",
    ]
    assert rows[5:7] == [
        "| rare word: half within, ms of CPU | 4.00 | at most 3 | MISSED |",
        "| rare word: 19 of 20 within | 4.00 | at most 25 | met |",
    ]
    assert rows[-2:] == [
        "| search page, one client: 19 of 20 within, ms of CPU | 62.50 | at most 60 | MISSED |",
        "| quotation checked: the longest, ms on the wall | 500.00 | at most 1000 | met |",
    ]
