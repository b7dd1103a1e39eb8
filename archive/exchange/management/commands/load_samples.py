"""``manage.py load_samples``: the sample archive, once."""

from __future__ import annotations

from typing import Any

from archive.exchange.samples import load_samples
from archive.postgres.prepared import PreparedCommand


class Command(PreparedCommand):
    help = "Load and publish the sample archive, if it has never been loaded here."

    def handle(self, *args: Any, **options: Any) -> None:
        count = load_samples()
        self.stdout.write(f"{count} sample records loaded." if count else "Nothing to load.")
