"""A large archive: what its index costs, and how soon it answers, beside SQLite FTS5 and Postgres.

``python -m tests.bench.many`` fills an archive of its own with the shared records and, as variants of
them, up to 10,000 and then 100,000; with ``--quick`` up to 1,000 and 10,000. It measures at both
sizes and prints tables in Markdown, each as soon as it is measured, so that a run which fails or is
ended keeps what it had; what was promised comes last. ``make bench`` does so too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack

import msgspec

from tests.bench import many_table, sites, usage
from tests.bench.clients import drive, request
from tests.bench.engines import Report
from tests.bench.filling import Ground, ground
from tests.bench.many_table import QUOTED, Stage, Taken
from tests.bench.questions import KINDS
from tests.bench.records import write_lines
from tests.bench.table import machine, tell

SIZES, QUICK_SIZES = (10_000, 100_000), (1_000, 10_000)
_QUESTIONS, _PAGES_EACH, _BEFORE = 100, 20, 24
_QUOTATIONS = 100
#: The lock of ``archive.web.making_ahead``: while the benchmark has it, no page is made ahead.
_HOLD_PAGES = "SELECT pg_advisory_lock(x'7061676573'::bigint)"

_Say = Callable[[str], None]


def report(where: Ground, known: int, sizes: Sequence[int], say: _Say) -> None:
    """Print how search does in an archive that holds published records: so many known items, then
    the archive made as large as each of ``sizes``. ``say`` is told what is being done."""
    say("Asking for known items")
    tell(*_known_items(where, known))
    stage = None
    for size in sizes:
        stage = _stage(where, size, stage, say, quoting=size == sizes[-1])
    if stage:
        tell(*many_table.promised(stage))


def _known_items(where: Ground, count: int) -> list[str]:
    """Whether a record comes first when its title, or a sentence of it, is typed, as Markdown."""
    return run(where, "tests.search.known_item", str(count)).decode().splitlines()


def _stage(where: Ground, size: int, before: Stage | None, say: _Say, *, quoting: bool) -> Stage:
    say(f"Filling the archive up to {size:,} records")
    run(where, "tests.bench.multiplying", str(size))
    say("Indexing them")
    job = where.manage("index", "--rebuild")
    tell(*many_table.indexed(size, job))
    asked = _asked(where, say)
    tell(*many_table.filled(size, job, asked))
    tell(*many_table.answered(size, asked, before))
    say("Asking for pages")
    pages = _pages(
        where, [(kind, a) for kind in KINDS for a in asked.addresses[kind][:_PAGES_EACH]]
    )
    tell(*many_table.paged(size, pages))
    quotations = _quotations(where, say) if quoting else []
    if quotations:
        tell(*many_table.paged(size, quotations))
    return Stage(size, job, asked, pages, quotations)


def _asked(where: Ground, say: _Say) -> Report:
    say("Asking the engines")
    answer = run(where, "tests.bench.engines", str(where.folder / "many.db"), str(_QUESTIONS))
    return msgspec.json.decode(answer, type=Report)


def _quotations(where: Ground, say: _Say) -> list[Taken]:
    say("Listing wordings")
    answer = run(where, "tests.bench.quoting", str(_QUOTATIONS))
    say("Checking quotations")
    return _pages(where, [(QUOTED, address) for address in msgspec.json.decode(answer)])


def run(where: Ground, module: str, *arguments: str) -> bytes:
    """What a program prints, run in the archive's environment."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=where.environment, check=True, stdout=subprocess.PIPE).stdout


def _pages(where: Ground, asked: Sequence[tuple[str, str]]) -> list[Taken]:
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


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Fill an archive, measure and print, and leave nothing behind."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.many", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the records")
    quick = parser.parse_args().quick
    with ground() as where:
        lines = write_lines(where.folder, 10 if quick else 1)
        tell(f"{machine()}; {lines.described} and variants of them.")
        _say(f"Importing {lines.described}")
        where.manage("import_records", "--publish", str(lines.path))
        report(where, 50 if quick else 200, QUICK_SIZES if quick else SIZES, _say)


if __name__ == "__main__":
    main()
