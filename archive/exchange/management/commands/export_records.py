"""``manage.py export_records``: see the contract in docs/operating.md."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import CommandParser

from archive.exchange.export import draft_lines, published_lines
from archive.postgres.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Write the published records, one JSON object a line, ordered by id."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--drafts", action="store_true", help="the drafts instead")

    def handle(self, *args: Any, **options: Any) -> None:
        for line in draft_lines() if options["drafts"] else published_lines():
            sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
