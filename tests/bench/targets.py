"""What issue by issue was promised, held against what was measured. Nothing fails by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.bench.rounds import Result
from tests.bench.weight import Weight

BARE = "bare Django view"
FIRST = "record page, first view"
EDITION = "edition under its number"
CHOSEN = "record page, other texts"
CITED = "record page, a passage cited"
ANEW = "record page, three texts"
WARM = "record page, kept in memory"
NOT_MODIFIED = "record page, 304"
LARGE = "record of 500 passages in 3 texts"
LARGE_ANEW = "500 passages, the texts in another order"
CABLE = "record page of the cable"
HOME = "home"
SEARCH = "search page"
PEER_ROW = "Datasette: row page"
PEER_SEARCH = "Datasette: search"


@dataclass(frozen=True, slots=True)
class Target:
    """``measured`` and ``wanted`` in the unit of ``words``."""

    words: str
    measured: float
    wanted: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        """Whether the figure is on the right side."""
        return self.measured <= self.wanted if self.at_most else self.measured >= self.wanted

    def __str__(self) -> str:
        word = "at most" if self.at_most else "at least"
        verdict = "met" if self.met else "MISSED"
        return f"| {self.words} | {self.measured:.2f} | {word} {self.wanted:g} | {verdict} |"


def targets(results: Sequence[Result], record: Weight, large: Weight) -> Iterator[Target]:
    """Every promised figure. ``record`` is the first view of the cable, ``large`` that of the long
    record with its three texts side by side.

    No process of the server has had any of the uncached pages before.
    """
    by: Mapping[str, Result] = {result.name: result for result in results}
    bare = by[BARE]
    for name in (FIRST, EDITION, CHOSEN):
        yield Target(f"{name}: of the bare view's rate, %", 100 * by[name].rate / bare.rate, 15)
    for name in (FIRST, EDITION, CHOSEN, CITED):
        times = by[PEER_ROW].cpu / by[name].cpu
        yield Target(f"{name}: times {PEER_ROW}, per CPU second", times, 2.5)
    yield Target(f"{WARM}: of the bare view's rate, %", 100 * by[WARM].rate / bare.rate, 45)
    yield Target(
        f"{NOT_MODIFIED}: of the bare view's rate, %", 100 * by[NOT_MODIFIED].rate / bare.rate, 35
    )
    yield Target("first view of a record, KB without fonts", record.sent / 1024, 60, at_most=True)
    yield Target(
        "first view of a record, requests with fonts",
        record.requests + record.fonts,
        8,
        at_most=True,
    )
    yield Target(f"{LARGE}: ms of CPU", 1000 * by[LARGE].cpu, 150, at_most=True)
    yield Target(f"{LARGE_ANEW}: ms of CPU", 1000 * by[LARGE_ANEW].cpu, 150, at_most=True)
    yield Target(f"{LARGE}: KB of HTML", large.html / 1024, 400, at_most=True)
    yield Target(f"{LARGE}: KB of HTML as sent", large.html_sent / 1024, 80, at_most=True)


def table(found: Sequence[Target]) -> Iterator[str]:
    """A row for each."""
    yield "| promised | measured | wanted | |"
    yield "|---|--:|--:|---|"
    yield from map(str, found)
