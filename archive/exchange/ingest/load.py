"""Files of records loaded as drafts, line by line: the one way in, for commands and staff."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.db import DataError, IntegrityError, connection, transaction

from archive.authority.finding import Finder
from archive.editions.check import Problem, slips
from archive.editions.document import RecordDocument
from archive.editions.publishing import NotPublishable, publish
from archive.exchange.ingest.decode import Refused, decode
from archive.exchange.ingest.store import Stored, store
from archive.search import draining_later

#: Lines that share a transaction. A killed import loses at most these, and takes them up again.
BATCH = 25
#: The advisory lock of whoever loads a batch; any number that nobody else takes.
LOCK = 0x6661_6369_6D70


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one line. ``number`` counts from 1; ``record_id`` is empty for a person, and
    where ``outcome`` is "refused", and ``problems`` says why. ``warnings`` are what looks like a slip in what is taken,
    where they were asked for."""

    number: int
    outcome: str
    record_id: str
    title: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        return "\n".join(f"line {self.number}: {problem}" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Publication:
    """Publish what is loaded: under whose name, with which note."""

    by: str
    note: str = ""


@dataclass(slots=True)
class Report:
    """Counts by outcome ("new", "changed", "same", "refused"), every line refused, and how many
    have warnings."""

    counts: dict[str, int] = field(default_factory=dict)
    refused: list[Line] = field(default_factory=list)
    warned: int = 0

    def add(self, line: Line) -> None:
        self.counts[line.outcome] = self.counts.get(line.outcome, 0) + 1
        if line.problems:
            self.refused.append(line)
        self.warned += bool(line.warnings)

    def add_all(self, other: Report) -> None:
        """Take in what became of another file's lines."""
        for outcome, count in other.counts.items():
            self.counts[outcome] = self.counts.get(outcome, 0) + count
        self.refused += other.refused
        self.warned += other.warned


class _DryRun(Exception):
    """Unwinds what a dry run wrote."""


def load(
    lines: Iterable[bytes],
    *,
    dry_run: bool = False,
    publication: Publication | None = None,
    beside: Path | None = None,
    warn: bool = False,
    seen: Callable[[Line], None] = lambda line: None,
) -> Report:
    """Load every line that can be, refuse the others, and say what became of each.

    A line is whole or not at all. ``seen`` is called after each line, in order. A dry run does
    all the same and keeps nothing. With ``warn`` the wording of what is new or changed is looked
    over too. Empty lines are passed over.
    """
    loader = _Loader(publication, beside, warn=warn)
    report = Report()
    try:
        with transaction.atomic() if dry_run else draining_later():
            report = in_batches(lines, loader.take, seen)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return report


def in_batches(
    lines: Iterable[bytes], take: Callable[[int, bytes], Line], seen: Callable[[Line], None]
) -> Report:
    """What ``take`` made of each line that is not empty, some lines to a transaction."""
    report = Report()
    numbered = enumerate(lines, start=1)
    while batch := list(islice(numbered, BATCH)):
        with transaction.atomic():
            take_turns()
            for number, line in batch:
                if line := line.removeprefix(codecs.BOM_UTF8).strip():
                    outcome = take(number, line)
                    report.add(outcome)
                    seen(outcome)
    return report


def take_turns() -> None:
    """Wait until no other transaction is in the middle of a batch, and keep others waiting until
    this one ends. Two that loaded the same records at once would contradict each other, and in
    another order wait for each other for ever.

    Called before the transaction locks anything, so that whoever waits here has nothing that
    others wait for. A batch makes new names and source_ids, and then locks what it finds; whoever
    may hold what it finds and wait for what it made takes turns with it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


class _Loader:
    """Takes lines one by one, with a memory of the authority that survives no rollback."""

    def __init__(self, publication: Publication | None, beside: Path | None, *, warn: bool) -> None:
        self._publication = publication
        self._beside = beside
        self._warn = warn
        self._finder = Finder()

    def take(self, number: int, line: bytes) -> Line:
        """One line written, and published where asked; the reasons where it is refused."""
        title = ""
        try:
            document = decode(line)
            title = document.title
            stored = self._store(document)
        except (Refused, NotPublishable) as refusal:
            found = tuple(refusal.problems)
        except (DataError, IntegrityError) as conflict:
            message = f"contradicts what is stored: {str(conflict).splitlines()[0]}"
            found = (Problem("record", message),)
        else:
            said = tuple(slips(document)) if self._warn and stored.outcome != "same" else ()
            return Line(number, stored.outcome, stored.record.pk, title, warnings=said)
        self._finder = Finder()
        return Line(number, "refused", "", title, found)

    @transaction.atomic
    def _store(self, document: RecordDocument) -> Stored:
        stored = store(document, self._finder, beside=self._beside)
        if self._publication:
            publish(stored.record, by=self._publication.by, note=self._publication.note)
        return stored
