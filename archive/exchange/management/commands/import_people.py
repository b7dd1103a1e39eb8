"""``manage.py import_people``: the format is in docs/names.md."""

from __future__ import annotations

from typing import Any

from archive.exchange.ingest.load import Report
from archive.exchange.ingest.people_load import load_people
from archive.exchange.management.line_command import LineCommand, lines_named


class Command(LineCommand):
    help = "Take people and their names into the authority, one JSON object a line."

    def handle(self, *args: Any, **options: Any) -> None:
        whole = self.load_files(options["files"], self._load)
        self.say_counts(whole, "were")
        self.end(whole, "were")

    def _load(self, name: str) -> Report:
        """The people of one file."""
        return load_people(lines_named(name), seen=self.seen)
