"""``manage.py remove_practice``: the records composed for demonstration, all at once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from archive.exchange.practice import remove_practice


class Command(BaseCommand):
    help = "Delete every record composed for demonstration, with its editions."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{remove_practice()} practice records removed.")
