"""Commands that find their tables made, whether or not the archive was ever served."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class PreparedCommand(BaseCommand):
    """A command that makes the tables of an empty database, and works on no older ones: only who
    runs the archive decides when it is upgraded."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """As ``BaseCommand.execute``. Raises ``CommandError`` where tables are of an older
        version."""
        executor = MigrationExecutor(connection)
        if not executor.loader.applied_migrations:
            call_command("migrate", verbosity=0, interactive=False)
        elif executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError(
                "The database was made by an older version. Run manage.py migrate first, "
                "or make run, which does."
            )
        return super().execute(*args, **options)

    def progress(self, done_what: str) -> Callable[[int, int], None] | None:
        """A line that counts on a terminal; None elsewhere."""
        if not self.stderr.isatty():
            return None

        def show(done: int, total: int) -> None:
            if done % 50 == 0 or done == total:
                end = "\n" if done == total else ""
                self.stderr.write(f"\r{done:,} of {total:,} {done_what}", ending=end)

        return show
