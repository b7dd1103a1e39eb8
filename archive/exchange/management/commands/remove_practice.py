"""``manage.py remove_practice``: the records composed for demonstration, all at once."""

from __future__ import annotations

from typing import Any

from archive.exchange.practice import remove_practice
from archive.postgres.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Delete every record composed for demonstration, with its editions."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{remove_practice()} practice records removed.")
