"""What became of readers' reports, as a record's page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.editions.reading import Reading


@dataclass(frozen=True, slots=True)
class Told:
    """One answered report. ``place`` is ``paragraph 4``; ``passage`` the id that a link on the
    same page leads to, empty where this edition does not have it or the whole record was meant."""

    number: int
    place: str
    passage: str
    edition: int
    outcome: str
    by: str
    day: date


def outcomes(reading: Reading) -> tuple[Told, ...]:
    """The answered reports in the order of their numbers."""
    return tuple(_told(reading))


def _told(reading: Reading) -> Iterator[Told]:
    for outcome in reading.apparatus.outcomes:
        found = reading.content.passage(outcome.passage) if outcome.passage else None
        place = f"paragraph {found[1].number}" if found else outcome.passage and "a passage"
        yield Told(
            number=outcome.number,
            place=place or "the record",
            passage=outcome.passage if found else "",
            edition=outcome.edition,
            outcome=outcome.outcome,
            by=outcome.by,
            day=date.fromisoformat(outcome.at),
        )
