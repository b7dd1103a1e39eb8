"""``manage.py index [--rebuild | --check]``."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from archive.postgres.prepared import PreparedCommand
from archive.search.checking import check
from archive.search.outbox import drain, lock
from archive.search.rebuilding import rebuild_locked
from archive.search.unavailable import SearchUnavailable

_WAIT = 600


class Command(PreparedCommand):
    """Brings the search index up to date, makes it anew, or proves it true."""

    help = (
        "Bring the search index up to date. --rebuild makes it anew beside the old one and swaps"
        " it in; --check compares it with what may be shown and exits 1 where it differs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--rebuild", action="store_true", help="make the index anew")
        choice.add_argument("--check", action="store_true", help="compare it, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["rebuild"]:
                self._rebuild()
            elif options["check"]:
                self._check()
            else:
                self.stdout.write(f"{drain(command=True):,} records written to the index.")
        except SearchUnavailable as error:
            raise CommandError(str(error)) from error

    def _rebuild(self) -> None:
        started = time.monotonic()
        with transaction.atomic():
            self._wait_for_lock()
            count = rebuild_locked(self.progress("indexed"))
        drain(command=True)
        self.stdout.write(f"{count:,} records indexed in {time.monotonic() - started:.1f} s.")

    def _wait_for_lock(self) -> None:
        """Another process that drains is soon done."""
        ends = time.monotonic() + _WAIT
        while not lock():
            if time.monotonic() > ends:
                raise SearchUnavailable(f"Another process has written the index for {_WAIT} s.")
            time.sleep(0.2)

    def _check(self) -> None:
        found = 0
        for discrepancy in check(self.progress("compared")):
            self.stderr.write(str(discrepancy))
            found += 1
        if found:
            raise CommandError(f"The index differs in {found:,} places from what may be shown.")
        self.stdout.write("The index holds exactly what may be shown.")
