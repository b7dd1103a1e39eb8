"""``manage.py load_samples``: the sample archive, once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from archive.exchange.samples import load_samples


class Command(BaseCommand):
    help = "Load and publish the sample archive, if it has never been loaded here."

    def handle(self, *args: Any, **options: Any) -> None:
        count = load_samples()
        self.stdout.write(f"{count} sample records loaded." if count else "Nothing to load.")
