"""``manage.py import_records``: see the contract in docs/operating.md."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from archive.exchange.ingest.load import Line, Publication, Report, load
from archive.exchange.management.line_command import LineCommand, lines_named


class Command(LineCommand):
    help = "Load records, one JSON object a line; refused lines are named and the rest is loaded."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would happen; with -v 2 also what looks like a slip in the wording",
        )
        parser.add_argument("--publish", action="store_true", help="publish each as an edition")
        parser.add_argument("--note", default="", help="the note of the editions published")

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run = options["dry_run"]
        self._tells_warnings = options["verbosity"] > 1
        publication = Publication("import", options["note"]) if options["publish"] else None
        whole = self.load_files(
            options["files"],
            partial(self._load, dry_run=dry_run, publication=publication),
            dry_run=dry_run,
        )
        self._conclude(whole, "would be" if dry_run else "were")

    def _load(self, name: str, *, dry_run: bool, publication: Publication | None) -> Report:
        """The records of one file."""
        return load(
            lines_named(name),
            dry_run=dry_run,
            publication=publication,
            beside=None if name == "-" else Path(name).resolve().parent,
            warn=dry_run,
            seen=self.seen,
        )

    def seen(self, line: Line) -> None:
        """With its warnings, where they were asked for."""
        super().seen(line)
        if self._tells_warnings:
            for warning in line.warnings:
                self.stdout.write(f"warning, line {line.number}: {warning}")

    def _conclude(self, report: Report, tense: str) -> None:
        self.say_counts(report, tense)
        if report.warned:
            advice = "" if self._tells_warnings else " (-v 2 says where)"
            have = "1 line has" if report.warned == 1 else f"{report.warned:,} lines have"
            self.stdout.write(
                f"{have} wording that looks like a slip{advice}; it is kept as it is."
            )
        self.end(report, tense)
