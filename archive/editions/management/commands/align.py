"""``manage.py align [--all] [--learn]``."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from archive.editions.realigning import realign_records
from archive.editions.teaching import teach
from archive.postgres.prepared import PreparedCommand


class Command(PreparedCommand):
    """Aligns and compares the texts of newest editions anew, every pin kept."""

    help = (
        "Align and compare the texts of newest editions anew, pins kept, where this program or its"
        " lexicons would make something else now. --all does so for every edition; --learn learns"
        " the lexicons from the archive first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="every newest edition")
        parser.add_argument("--learn", action="store_true", help="learn the lexicons first")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["learn"]:
            self._learn()
        done = realign_records(everything=options["all"], seen=self.progress("aligned"))
        self.stdout.write(f"{done.aligned:,} records aligned anew, {done.changed:,} changed by it.")

    def _learn(self) -> None:
        words = teach(self.progress("read"))
        for (one, other), count in words.items():
            self.stdout.write(f"{one} and {other}: {count:,} words learned.")
        if not words:
            self.stdout.write("Too few texts stand side by side to learn from.")
