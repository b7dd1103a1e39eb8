"""``python -m tests.bench``: one run, one report, in Markdown on standard output, each table as soon as
it is measured, so that a run which fails keeps what it had."""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from types import FrameType
from typing import TypeVar

from tests.bench import choosing, large, many, peer, pinning, sites, table, targets
from tests.bench.clients import request
from tests.bench.filling import Ground, ground
from tests.bench.records import Lines, words, write_lines
from tests.bench.rounds import Result, Series, measure
from tests.bench.sites import Site
from tests.bench.table import tell
from tests.bench.targets import (
    ANEW,
    BARE,
    CABLE,
    CHOSEN,
    CITED,
    EDITION,
    FIRST,
    HOME,
    LARGE,
    LARGE_ANEW,
    NOT_MODIFIED,
    PEER_ROW,
    PEER_SEARCH,
    SEARCH,
    WARM,
)
from tests.bench.usage import Job
from tests.bench.weight import Weight, fetch, weigh
from tests.parallel import compared
from tests.parallel import measure as alignment

_RECORDS = "SELECT record_id FROM editions_availability WHERE NOT composed ORDER BY record_id"
_CABLE = "SELECT id FROM records_record WHERE source_id = 'wilson-center:liu-shaoqi-mao-1950-01-22'"
_LARGE = f"SELECT id FROM records_record WHERE source_id = '{large.SOURCE}'"
_THREE = f"SELECT id FROM records_record WHERE source_id LIKE '{choosing.SOURCE}%'"
_PAGES_MISSING = (
    "SELECT ((SELECT count(*) FROM editions_edition) - (SELECT count(*) FROM web_keptpage))::text"
)
_WARM_RECORDS = 16


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is done: every so-many-th record, rounds, seconds of each series in a round; known
    items, and the records of the archives that are searched."""

    every: int
    rounds: int
    seconds: float
    known: int
    sizes: tuple[int, int]


FULL = Scale(every=1, rounds=5, seconds=3.0, known=200, sizes=many.SIZES)
QUICK = Scale(every=10, rounds=3, seconds=1.0, known=50, sizes=many.QUICK_SIZES)


def main() -> None:
    """Fill an archive, measure, print, and leave nothing behind."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="tenths, rougher figures")
    scale = QUICK if parser.parse_args().quick else FULL
    signal.signal(signal.SIGTERM, _end)
    with ground() as where:
        lines = write_lines(where.folder, scale.every)
        _say(f"Importing {lines.described}")
        done = _fill(where, lines)
        _say("Starting the servers")
        with ExitStack() as stack:
            _report(_started(stack, where, lines), where, lines, done, scale)
        many.report(where, scale.known, scale.sizes, _say)


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _fill(where: Ground, lines: Lines) -> dict[str, Job]:
    imported = where.manage("import_records", "--publish", str(lines.path))
    indexed = where.manage("index", "--rebuild")
    for composed in (large.write_large(where.folder), choosing.write_copies(where.folder)):
        where.manage("import_records", "--publish", str(composed))
    return {"import and publish": imported, "index": indexed}


@dataclass(frozen=True, slots=True)
class _Sites:
    bare: Site
    archive: Site
    datasette: Site


def _started(stack: ExitStack, where: Ground, lines: Lines) -> _Sites:
    database = where.folder / "peer.db"
    peer.fill(lines.path, database)
    return _Sites(
        stack.enter_context(sites.bare(where.environment, where.folder)),
        stack.enter_context(sites.archive(where.environment, where.folder)),
        stack.enter_context(sites.datasette(database)),
    )


def _report(at: _Sites, where: Ground, lines: Lines, done: dict[str, Job], scale: Scale) -> None:
    tell(f"{table.machine()}; {lines.described}; medians of {scale.rounds} rounds, 8 clients.")
    tell(*table.jobs(done, lines.count))
    _await_pages(where)
    weighed = _weighed(at, where)
    tell(*table.weights(weighed))
    results = measure(_series(at, where, lines, scale), scale.rounds, _say, _round)
    tell(*table.requests(results, BARE))
    tell(*_peers(results))
    tell(*table.memory(
        {"Facing Pages": at.archive.workers(), "bare Django": at.bare.workers(),
         "Datasette": at.datasette.workers()}
    ))  # fmt: skip
    _say("Saving pins")
    tell(*pinning.table(where.environment))
    _say("Aligning texts whose alignment is known")
    tell(*alignment.table())
    _say("Comparing figures and dates that were put wrong")
    tell(*compared.table())
    tell(*targets.table(list(targets.targets(results, weighed[CABLE], weighed[LARGE]))))


def _round(number: int, results: Sequence[Result]) -> None:
    tell(f"Round {number}:", "", *table.requests(results, BARE))


def _weighed(at: _Sites, where: Ground) -> dict[str, Weight]:
    cable = f"/records/{where.column(_CABLE)[0]}/"
    pages = {
        CABLE: cable, LARGE: _long_page(where), "home": "/", "search": "/search/?q=agreement",
    }  # fmt: skip
    return {name: weigh(at.archive.port, page) for name, page in pages.items()}


def _long_page(where: Ground, query: str = "left=en&right=ru&also=zh") -> str:
    """The three texts of the long record side by side."""
    return f"/records/{where.column(_LARGE)[0]}/?{query}"


def _await_pages(where: Ground) -> None:
    """Until the server has made ahead the pages of what was imported."""
    _say("Waiting for the pages made ahead")
    while where.column(_PAGES_MISSING) != ["0"]:
        time.sleep(1)


def _peers(results: Sequence[Result]) -> Iterator[str]:
    by = {result.name: result for result in results}
    yield "| against Datasette | rate | per CPU second |"
    yield "|---|--:|--:|"
    pages = (FIRST, EDITION, CHOSEN, CITED, ANEW, WARM)
    for ours, theirs in (*((page, PEER_ROW) for page in pages), (SEARCH, PEER_SEARCH)):
        a, b = by[ours], by[theirs]
        yield f"| {ours}, of “{theirs}” | × {a.rate / b.rate:.1f} | × {b.cpu / a.cpu:.1f} |"


def _series(at: _Sites, where: Ground, lines: Lines, scale: Scale) -> list[Series]:
    names = where.column(_RECORDS)
    random.Random(0).shuffle(names)
    warm, distinct = names[:_WARM_RECORDS], names[_WARM_RECORDS:]
    first = [f"/records/{name}/" for name in distinct]
    cited, turned = (
        [f"{page}&passage=p{number}" for number in range(1, large.PASSAGES + 1)]
        for page in (_long_page(where), _long_page(where, "left=ru&right=en&also=zh"))
    )
    three = where.column(_THREE)
    chosen = _some(path for name in three for path in choosing.other_texts(name))
    anew = _some(path for name in three for path in choosing.three_texts(name))
    kept = [request(f"/records/{name}/") for name in warm]
    had = [
        request(
            f"/records/{name}/", {"If-None-Match": fetch(at.archive.port, f"/records/{name}/").etag}
        )
        for name in warm
    ]
    rows = [request(f"/peer/records/{number}") for number in _some(range(1, lines.count + 1))]
    asked = words(lines, 400)
    here = [request(f"/search/?q={word}") for word in asked]
    there = [request(f"/peer/records?_search={word}") for word in asked]
    home = [request("/")]
    seconds = scale.seconds
    return [
        Series(BARE, at.bare, _again(home), home * 300, seconds),
        Series(FIRST, at.archive, _shares(first, scale), kept[:8] * 4, seconds),
        Series(
            EDITION, at.archive, _shares([f"{p}v1/" for p in first], scale), kept[:8] * 4, seconds
        ),
        Series(CHOSEN, at.archive, _shares(chosen, scale), kept[:8] * 4, seconds),
        Series(
            CITED,
            at.archive,
            _shares([f"{p}?passage=p1" for p in first], scale),
            kept[:8] * 4,
            seconds,
        ),
        Series(ANEW, at.archive, _shares(anew, scale), kept[:8] * 4, seconds),
        Series(LARGE, at.archive, _shares(cited, scale), kept[:8] * 4, seconds),
        Series(LARGE_ANEW, at.archive, _shares(turned, scale), kept[:8] * 4, seconds),
        Series(WARM, at.archive, _again(kept), kept * 16, seconds),
        Series(NOT_MODIFIED, at.archive, _again(had), had * 16, seconds, status=304),
        Series(HOME, at.archive, _again(home), home * 16, seconds),
        Series(SEARCH, at.archive, _again(here), here[:16], seconds),
        Series(PEER_ROW, at.datasette, _again(rows), rows[:16], seconds),
        Series(PEER_SEARCH, at.datasette, _again(there), there[:16], seconds),
    ]


def _some(given: Iterable[_T]) -> list[_T]:
    """All of them, in a fixed order that is none."""
    every = list(given)
    random.Random(0).shuffle(every)
    return every


def _again(requests: Sequence[bytes]) -> Callable[[int], Iterable[bytes]]:
    return lambda number: cycle(requests)


def _shares(pages: Sequence[str], scale: Scale) -> Callable[[int], Iterable[bytes]]:
    """Each round its own pages, and each page but once, so that no process has had it before.

    Every edition's pages were made ahead and lie in Postgres: whole at the record's address and at
    the edition's, in pieces for choices of one text or two. Cited passages and three texts side by
    side are made when they are asked for.
    """
    share = len(pages) // scale.rounds
    return lambda number: map(request, islice(pages, number * share, (number + 1) * share))


if __name__ == "__main__":
    main()
