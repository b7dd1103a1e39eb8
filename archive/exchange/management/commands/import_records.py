"""``manage.py import_records``: see the contract in docs/operating.md."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import connection

from archive.exchange.ingest.bounded import Unreadable, lines, lines_of
from archive.exchange.ingest.load import Line, Publication, Report, load
from archive.postgres.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Load records, one JSON object a line; refused lines are named and the rest is loaded."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files",
            metavar="FILE",
            nargs="+",
            help="FILE.jsonl, .jsonl.xz or .jsonl.gz; - reads standard input",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would happen; with -v 2 also what looks like a slip in the wording",
        )
        parser.add_argument("--publish", action="store_true", help="publish each as an edition")
        parser.add_argument("--note", default="", help="the note of the editions published")

    def handle(self, *args: Any, **options: Any) -> None:
        names, dry_run = options["files"], options["dry_run"]
        self._tells_warnings = options["verbosity"] > 1
        publication = Publication("import", options["note"]) if options["publish"] else None
        whole = Report()
        for name in names:
            if len(names) > 1:
                self.stderr.write(f"{name}:")
            whole.add_all(self._load(name, dry_run=dry_run, publication=publication))
        if not dry_run:
            _count_rows()
        self._conclude(whole, dry_run=dry_run)

    def _load(self, name: str, *, dry_run: bool, publication: Publication | None) -> Report:
        self._lines_read = 0
        try:
            return load(
                _lines(name),
                dry_run=dry_run,
                publication=publication,
                beside=None if name == "-" else Path(name).resolve().parent,
                warn=dry_run,
                seen=self._seen,
            )
        except Unreadable as fault:
            kept = 0 if dry_run else self._lines_read
            before = f"The {kept:,} lines before it are taken." if kept else "Nothing is loaded."
            raise CommandError(f"{name}: {fault} {before}") from fault

    def _seen(self, line: Line) -> None:
        self._lines_read = line.number
        if line.problems:
            self.stderr.write(str(line))
        if self._tells_warnings:
            for warning in line.warnings:
                self.stdout.write(f"warning, line {line.number}: {warning}")
        if self.stderr.isatty() and line.number % 10 == 0:
            self.stderr.write(f"\r{line.number:,} lines", ending="")

    def _conclude(self, report: Report, *, dry_run: bool) -> None:
        if self.stderr.isatty():
            self.stderr.write("\r", ending="")
        counts = ", ".join(f"{count:,} {word}" for word, count in sorted(report.counts.items()))
        tense = "would be" if dry_run else "were"
        self.stdout.write(f"Lines that {tense}: {counts or 'none'}.")
        if report.warned:
            advice = "" if self._tells_warnings else " (-v 2 says where)"
            have = "1 line has" if report.warned == 1 else f"{report.warned:,} lines have"
            self.stdout.write(
                f"{have} wording that looks like a slip{advice}; it is kept as it is."
            )
        if report.refused:
            raise CommandError(f"{len(report.refused):,} refused; the rest {tense} loaded.")


def _count_rows() -> None:
    """Tell the planner at once what it would learn by itself a minute later: until then a record
    page's statement takes Postgres three times as long (0.23 ms against 0.08)."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _lines(name: str) -> Iterator[bytes]:
    """Lines of any number, none longer than a record; whoever runs a command may load it all."""
    if name == "-":
        return lines_of(sys.stdin.buffer, sys.maxsize)
    return lines(Path(name), sys.maxsize)
