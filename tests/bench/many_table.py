"""What was measured of a large archive, as Markdown: a table for each step of a stage, so that it can
be printed before the next begins, and what was promised held against all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench import targets
from tests.bench.engines import OURS, Report
from tests.bench.questions import KINDS, PROMISED
from tests.bench.targets import Target
from tests.bench.usage import Job

#: Promised of the larger archive: milliseconds of processor time.
_INDEXED, _HALF, _MOST, _PAGE, _CHECKED = 5.0, 3.0, 25.0, 60.0, 1000.0
QUOTED = "quotation checked"

#: Kind of question, and seconds of processor time and on the wall, of one page.
Taken = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Stage:
    """An archive of so many records. ``pages`` are the search pages at one client, ``quotations``
    those that were checked (in the largest archive)."""

    records: int
    index: Job
    report: Report
    pages: list[Taken]
    quotations: list[Taken]


def half(values: Sequence[float]) -> float:
    """What half of them stay under."""
    return sorted(values)[len(values) // 2]


def most(values: Sequence[float]) -> float:
    """What 19 of 20 stay under."""
    return sorted(values)[min(len(values) * 19 // 20, len(values) - 1)]


def both(seconds: Sequence[float]) -> str:
    """What half of them and what 19 of 20 stay under, in milliseconds."""
    return f"{1000 * half(seconds):.1f} / {1000 * most(seconds):.1f}"


def indexed(records: int, index: Job) -> Iterator[str]:
    """What the index took."""
    each = 1000 * (index.cpu + index.database_cpu) / records
    yield f"{records:,} records: {each:.2f} ms of CPU to index each, analysis included."


def filled(records: int, index: Job, report: Report) -> Iterator[str]:
    """What ours and the peers took to hold all records."""
    costs = {"ours": index.cpu + index.database_cpu, **report.filled}
    yield f"| to hold and index, ms of CPU a record | {' | '.join(costs)} |"
    yield "|---|" + "--:|" * len(costs)
    figures = " | ".join(f"{1000 * cpu / records:.1f}" for cpu in costs.values())
    yield f"| {records:,} records | {figures} |"


def answered(records: int, report: Report, before: Stage | None) -> Iterator[str]:
    """A row for each kind of question to the engines; ``before`` is the smaller archive that ours
    has grown from."""
    names = list(report.times)
    grown = f" {OURS}, {before.records:,} records | growth |" if before else ""
    yield (
        f"| {records:,} records: half / 19 of 20 within, ms of CPU | records found "
        f"| {' | '.join(names)} | {OURS}, on the wall |{grown}"
    )
    yield "|---|--:|" + "--:|" * (len(names) + 1 + 2 * bool(before))
    for kind in KINDS:
        ours = report.times[OURS][kind]
        cpu = " | ".join(both(report.times[name][kind].cpu) for name in names)
        growth = _growth(ours.cpu, before.report.times[OURS][kind].cpu) if before else ""
        yield f"| {kind} | {half(ours.found):,.0f} | {cpu} | {both(ours.wall)} |{growth}"


def _growth(now: Sequence[float], before: Sequence[float]) -> str:
    return f" {both(before)} | × {half(now) / half(before):.1f} |"


def paged(records: int, pages: Sequence[Taken]) -> Iterator[str]:
    """A row for each kind of page, and one for all of them where there are several."""
    yield (
        f"| pages of {records:,} records, one client: half / 19 of 20 within, ms of CPU "
        "| on the wall |"
    )
    yield "|---|--:|--:|"
    kinds = list(dict.fromkeys(kind for kind, _, _ in pages))
    rows = {kind: [row for row in pages if row[0] == kind] for kind in kinds}
    if len(kinds) > 1:
        rows["all of them"] = list(pages)
    for kind, same in rows.items():
        yield f"| {kind} | {both([cpu for _, cpu, _ in same])} | {both([w for _, _, w in same])} |"


def promised(stage: Stage) -> Iterator[str]:
    """What was promised of the larger archive against what was measured."""
    yield f"Search in {stage.records:,} records, in milliseconds of processor time:"
    yield ""
    yield from targets.table(list(_promised(stage)))


def _promised(stage: Stage) -> Iterator[Target]:
    cpu = stage.index.cpu + stage.index.database_cpu
    yield Target("index, analysis included: ms of CPU a record", 1000 * cpu / stage.records,
                 _INDEXED, at_most=True)  # fmt: skip
    for kind in PROMISED:
        times = stage.report.times[OURS][kind].cpu
        yield Target(f"{kind}: half within, ms of CPU", 1000 * half(times), _HALF, at_most=True)
        yield Target(f"{kind}: 19 of 20 within", 1000 * most(times), _MOST, at_most=True)
    pages = [cpu for _, cpu, _ in stage.pages]
    yield Target("search page, one client: 19 of 20 within, ms of CPU", 1000 * most(pages), _PAGE,
                 at_most=True)  # fmt: skip
    waited = max(wall for _, _, wall in stage.quotations)
    yield Target(f"{QUOTED}: the longest, ms on the wall", 1000 * waited, _CHECKED,
                 at_most=True)  # fmt: skip
