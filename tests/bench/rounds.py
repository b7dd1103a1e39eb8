"""Series measured in turn, round after round, so that whatever else the machine does hits all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench import usage
from tests.bench.clients import drive
from tests.bench.sites import Site


@dataclass(frozen=True, slots=True)
class Series:
    """A kind of request. ``requests(round)`` are those to measure, ``before`` those to send first
    without measuring; ``seconds`` ends a round that has more requests than that."""

    name: str
    site: Site
    requests: Callable[[int], Iterable[bytes]]
    before: Sequence[bytes]
    seconds: float
    status: int = 200


@dataclass(frozen=True, slots=True)
class Result:
    """Medians over the rounds: answers a second, seconds of CPU an answer, and the seconds within
    which half and 19 of 20 answers came."""

    name: str
    rate: float
    cpu: float
    half: float
    most: float


def measure(
    series: Sequence[Series],
    rounds: int,
    say: Callable[[str], None],
    ended: Callable[[int, Sequence[Result]], None],
) -> list[Result]:
    """All series, in turn, in each round. ``ended`` is told each round's number, from 1, and what
    it measured, before the next begins."""
    taken: list[list[Result]] = []
    for number in range(rounds):
        say(f"Round {number + 1} of {rounds}")
        taken.append([_once(one, number) for one in series])
        ended(number + 1, taken[-1])
    return [_median(results) for results in zip(*taken, strict=True)]


def _once(series: Series, number: int) -> Result:
    site = series.site
    drive(site.port, series.before, status=series.status)
    before = usage.cpu_seconds(site.processes())
    load = drive(site.port, series.requests(number), status=series.status, seconds=series.seconds)
    cpu = usage.cpu_seconds(site.processes()) - before
    ordered = sorted(load.latencies)
    return Result(
        series.name,
        load.answers / load.seconds,
        cpu / load.answers,
        ordered[len(ordered) // 2],
        ordered[len(ordered) * 19 // 20],
    )


def _median(results: Sequence[Result]) -> Result:
    return Result(
        results[0].name,
        median(result.rate for result in results),
        median(result.cpu for result in results),
        median(result.half for result in results),
        median(result.most for result in results),
    )
