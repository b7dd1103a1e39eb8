"""What commands that load files line by line have in common: where lines come from, and what is
said of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.db import connection

from archive.exchange.ingest.bounded import Unreadable, lines, lines_of
from archive.exchange.ingest.load import Line, Report
from archive.postgres.prepared import PreparedCommand


class LineCommand(PreparedCommand):
    """A command that reads files of JSON lines."""

    def add_arguments(self, parser: CommandParser) -> None:
        """The files."""
        parser.add_argument(
            "files",
            metavar="FILE",
            nargs="+",
            help="FILE.jsonl, .jsonl.xz or .jsonl.gz; - reads standard input",
        )

    def load_files(
        self, names: list[str], load_file: Callable[[str], Report], *, dry_run: bool = False
    ) -> Report:
        """What became of all lines; a file that cannot be read on raises ``CommandError``.

        ``load_file`` takes the name of one, and raises ``Unreadable`` after what could be read.
        """
        whole = Report()
        for name in names:
            if len(names) > 1:
                self.stderr.write(f"{name}:")
            self._lines_read = 0
            try:
                whole.add_all(load_file(name))
            except Unreadable as fault:
                kept = 0 if dry_run else self._lines_read
                before = (
                    f"The {kept:,} lines before it are taken." if kept else "Nothing is loaded."
                )
                raise CommandError(f"{name}: {fault} {before}") from fault
        if not dry_run:
            _count_rows()
        return whole

    def seen(self, line: Line) -> None:
        """Say at once what is wrong with a line, and on a terminal how far it is."""
        self._lines_read = line.number
        if line.problems:
            self.stderr.write(str(line))
        if self.stderr.isatty() and line.number % 10 == 0:
            self.stderr.write(f"\r{line.number:,} lines", ending="")

    def say_counts(self, report: Report, tense: str) -> None:
        """How many lines were new, changed, the same and refused."""
        if self.stderr.isatty():
            self.stderr.write("\r", ending="")
        counts = ", ".join(f"{count:,} {word}" for word, count in sorted(report.counts.items()))
        self.stdout.write(f"Lines that {tense}: {counts or 'none'}.")

    def end(self, report: Report, tense: str) -> None:
        """Raises ``CommandError``, which ends with 1, where a line was refused."""
        if report.refused:
            raise CommandError(f"{len(report.refused):,} refused; the rest {tense} loaded.")


def lines_named(name: str) -> Iterator[bytes]:
    """Lines of any number, none longer than a record; whoever runs a command may load it all."""
    if name == "-":
        return lines_of(sys.stdin.buffer, sys.maxsize)
    return lines(Path(name), sys.maxsize)


def _count_rows() -> None:
    """Tell the planner at once what it would learn by itself a minute later: until then a record
    page's statement takes Postgres three times as long (0.23 ms against 0.08)."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
