"""What was measured, as Markdown."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.bench.rounds import Result
from tests.bench.usage import Job
from tests.bench.weight import Weight

MIB = 1024 * 1024


def tell(*rows: str) -> None:
    """Print them as a paragraph or table of their own, at once: what comes after may fail."""
    print(*rows, "", sep="\n", flush=True)


def requests(results: Sequence[Result], yardstick: str) -> Iterator[str]:
    """A row for each series. ``yardstick`` names the one that the others are ratios of."""
    measure = next(result for result in results if result.name == yardstick)
    yield "| request | a second | of the bare view | CPU each | of the bare view, per CPU second | half within | 19 of 20 within |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for result in results:
        yield (
            f"| {result.name} | {result.rate:,.0f} | {result.rate / measure.rate:.1%} "
            f"| {result.cpu * 1000:.2f} ms | {measure.cpu / result.cpu:.1%} "
            f"| {result.half * 1000:.1f} ms | {result.most * 1000:.1f} ms |"
        )


def jobs(done: Mapping[str, Job], count: int) -> Iterator[str]:
    """A row for each command, over so many records."""
    yield "| command | records a second | seconds | CPU a record | of it Postgres | most memory |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, job in done.items():
        cpu = job.cpu + job.database_cpu
        yield (
            f"| {name} | {count / job.seconds:,.0f} | {job.seconds:.0f} "
            f"| {cpu / count * 1000:.1f} ms | {job.database_cpu / cpu:.0%} "
            f"| {job.peak / MIB:.0f} MiB |"
        )


def memory(workers: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """A row for each server: what its processes hold after the run."""
    yield "| server | memory of each process that answers |"
    yield "|---|---|"
    for name, held in workers.items():
        yield f"| {name} | {', '.join(f'{size / MIB:.0f} MiB' for size in held)} |"


def weights(weighed: Mapping[str, Weight]) -> Iterator[str]:
    """A row for each page: what its first view costs."""
    yield "| first view | sent, without fonts | requests | and fonts | HTML | HTML sent |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, weight in weighed.items():
        yield (
            f"| {name} | {weight.sent / 1024:.1f} KB | {weight.requests} | {weight.fonts} "
            f"| {weight.html / 1024:.1f} KB | {weight.html_sent / 1024:.1f} KB |"
        )


def machine() -> str:
    """The day and the machine."""
    processors = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    return (
        f"{date.today():%Y-%m-%d}, Python {platform.python_version()}, {len(processors)} × "
        f"{next(iter(processors), platform.machine())}"
    )
