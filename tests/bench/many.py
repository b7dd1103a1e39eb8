"""A large archive: what its index costs, and how soon it answers, beside SQLite FTS5 and Postgres.

``python -m tests.bench.many`` fills an archive of its own with the shared records and, as variants of
them, up to 10,000 and then 100,000; with ``--quick`` up to 1,000 and 10,000. It measures at both
sizes and prints tables in Markdown. ``make bench`` does so too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import msgspec

from tests.bench import sites, targets, usage
from tests.bench.clients import drive, request
from tests.bench.engines import OURS, Report, Times
from tests.bench.filling import Ground, ground
from tests.bench.questions import KINDS, PROMISED
from tests.bench.records import write_lines
from tests.bench.table import machine
from tests.bench.targets import Target
from tests.bench.usage import Job

SIZES, QUICK_SIZES = (10_000, 100_000), (1_000, 10_000)
_QUESTIONS, _PAGES_EACH, _BEFORE = 100, 20, 24
#: Promised of the larger archive: milliseconds of processor time.
_INDEXED, _HALF, _MOST, _PAGE, _CHECKED = 5.0, 3.0, 25.0, 60.0, 1000.0
_QUOTED, _QUOTATIONS = "quotation checked", 100
#: The lock of ``archive.web.making_ahead``: while the benchmark has it, no page is made ahead.
_HOLD_PAGES = "SELECT pg_advisory_lock(x'7061676573'::bigint)"

_Taken = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Stage:
    """An archive of so many records. ``pages``: kind of question and seconds, of processor time and
    on the wall, of each search page at one client; ``quotations`` the same of each that was checked
    (in the largest archive)."""

    records: int
    index: Job
    report: Report
    pages: list[_Taken]
    quotations: list[_Taken]


def stages(where: Ground, sizes: Sequence[int], say: Callable[[str], None]) -> list[Stage]:
    """The archive, which holds published records, made as large as each of these and measured."""
    return [_stage(where, size, say, quoting=size == sizes[-1]) for size in sizes]


def known_items(where: Ground, count: int) -> list[str]:
    """Whether a record comes first when its title, or a sentence of it, is typed, as Markdown."""
    return run(where, "tests.search.known_item", str(count)).decode().splitlines()


def _stage(where: Ground, size: int, say: Callable[[str], None], *, quoting: bool) -> Stage:
    say(f"Filling the archive up to {size:,} records")
    run(where, "tests.bench.multiplying", str(size))
    say("Indexing them")
    job = where.manage("index", "--rebuild")
    say("Asking the engines")
    answer = run(where, "tests.bench.engines", str(where.folder / "many.db"), str(_QUESTIONS))
    report = msgspec.json.decode(answer, type=Report)
    say("Asking for pages")
    asked = [(kind, a) for kind in KINDS for a in report.addresses[kind][:_PAGES_EACH]]
    pages = _pages(where, asked)
    return Stage(size, job, report, pages, _quotations(where, say) if quoting else [])


def _quotations(where: Ground, say: Callable[[str], None]) -> list[_Taken]:
    say("Listing wordings")
    answer = run(where, "tests.bench.quoting", str(_QUOTATIONS))
    say("Checking quotations")
    return _pages(where, [(_QUOTED, address) for address in msgspec.json.decode(answer)])


def run(where: Ground, module: str, *arguments: str) -> bytes:
    """What a program prints, run in the archive's environment."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=where.environment, check=True, stdout=subprocess.PIPE).stdout


def _pages(where: Ground, asked: Sequence[tuple[str, str]]) -> list[_Taken]:
    """Asked for one after another; what the machine does beside is not in the processor time."""
    taken = []
    with ExitStack() as stack:
        stack.enter_context(where.connected()).execute(_HOLD_PAGES)
        site = stack.enter_context(sites.archive(where.environment, where.folder))
        drive(
            site.port, [request(a) for _, a in asked[:: max(len(asked) // _BEFORE, 1)]], status=200
        )
        working = site.processes()
        for kind, address in asked:
            before = usage.worked(working)
            load = drive(site.port, [request(address)], status=200, clients=1)
            taken.append((kind, usage.worked(working) - before, load.latencies[0]))
    return taken


def half(values: Sequence[float]) -> float:
    """What half of them stay under."""
    return sorted(values)[len(values) // 2]


def most(values: Sequence[float]) -> float:
    """What 19 of 20 stay under."""
    return sorted(values)[min(len(values) * 19 // 20, len(values) - 1)]


def promised(stage: Stage) -> Iterator[Target]:
    """What was promised of the larger archive."""
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
    yield Target("quotation checked: the longest, ms on the wall", 1000 * waited, _CHECKED,
                 at_most=True)  # fmt: skip


def table(stages: Sequence[Stage]) -> Iterator[str]:
    """All that was measured, as Markdown."""
    small, large = stages[0], stages[-1]
    yield f"Search in {large.records:,} records, in milliseconds of processor time:"
    yield ""
    yield from targets.table(list(promised(large)))
    yield ""
    names = list(large.report.times)
    yield (
        f"| half / 19 of 20 within, ms of CPU | records found | {' | '.join(names)} "
        f"| {OURS}, {small.records:,} records | growth | {OURS}, on the wall |"
    )
    yield "|---|--:|" + "--:|" * (len(names) + 3)
    for kind in KINDS:
        times = {name: large.report.times[name][kind] for name in names}
        before = small.report.times[OURS][kind].cpu
        yield (
            f"| {kind} | {half(times[OURS].found):,.0f} | {' | '.join(map(_cpu, times.values()))} "
            f"| {both(before)} | × {half(times[OURS].cpu) / half(before):.1f} "
            f"| {both(times[OURS].wall)} |"
        )
    yield ""
    yield from _filled(stages)
    yield ""
    yield from _page_rows(small, large)


def _filled(stages: Sequence[Stage]) -> Iterator[str]:
    yield (
        "| to hold and index, ms of CPU a record | ours | "
        + " | ".join(stages[0].report.filled)
        + " |"
    )
    yield "|---|--:|" + "--:|" * len(stages[0].report.filled)
    for stage in stages:
        ours = stage.index.cpu + stage.index.database_cpu
        each = [ours, *stage.report.filled.values()]
        figures = " | ".join(f"{1000 * cpu / stage.records:.1f}" for cpu in each)
        yield f"| {stage.records:,} records | {figures} |"


def _page_rows(small: Stage, large: Stage) -> Iterator[str]:
    yield (
        f"| search page, one client | {large.records:,} records: half / 19 of 20 within, ms of CPU "
        f"| on the wall | {small.records:,} records, CPU |"
    )
    yield "|---|--:|--:|--:|"
    for kind in (*KINDS, "all of them"):
        rows = [row for row in large.pages if kind in (row[0], "all of them")]
        before = [row[1] for row in small.pages if kind in (row[0], "all of them")]
        cpu, wall = [row[1] for row in rows], [row[2] for row in rows]
        yield f"| {kind} | {both(cpu)} | {both(wall)} | {both(before)} |"
    cpu, wall = [row[1] for row in large.quotations], [row[2] for row in large.quotations]
    yield f"| {_QUOTED} | {both(cpu)} | {both(wall)} | |"


def _cpu(times: Times) -> str:
    return both(times.cpu)


def both(seconds: Sequence[float]) -> str:
    """What half of them and what 19 of 20 stay under, in milliseconds."""
    return f"{1000 * half(seconds):.1f} / {1000 * most(seconds):.1f}"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Fill an archive, measure, print, and leave nothing behind."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.many", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the records")
    quick = parser.parse_args().quick
    with ground() as where:
        lines = write_lines(where.folder, 10 if quick else 1)
        _say(f"Importing {lines.described}")
        where.manage("import_records", "--publish", str(lines.path))
        known = known_items(where, 50 if quick else 200)
        found = stages(where, QUICK_SIZES if quick else SIZES, _say)
    described = f"{machine()}; {lines.described} and variants of them."
    print(described, "", *known, "", *table(found), sep="\n")


if __name__ == "__main__":
    main()
