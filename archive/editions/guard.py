"""Editions are never changed or deleted: who may do so all the same, and how it is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from django.db import connection, transaction


@contextmanager
def restoring(what: Literal["on", "composed"] = "on") -> Iterator[None]:
    """Inside, this transaction may delete editions: all of them for a restore or the test
    runner, or only those composed for demonstration."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('facing.restoring', %s, true)", [what])
        yield
        cursor.execute("SELECT set_config('facing.restoring', '', true)")
