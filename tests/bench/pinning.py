"""What it costs to save one pin in the long record: the processor time of a process that has read its
texts before, as one has that has shown the screen of rows, and of one that has not.

Run by itself, in the environment of the archive that has the record: two figures, in seconds.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

from tests.bench import large


def table(environment: Mapping[str, str]) -> Iterator[str]:
    """The two figures as Markdown."""
    command = [sys.executable, "-m", "tests.bench.pinning"]
    answer = subprocess.run(command, env=dict(environment), check=True, capture_output=True)
    first, again = map(float, answer.stdout.split())
    yield f"| one pin saved, {large.PASSAGES} passages in 3 texts | CPU |"
    yield "|---|--:|"
    yield f"| by a process that has read them | {again:.2f} s |"
    yield f"| by one that has not | {first:.2f} s |"


def _measure() -> Iterator[float]:
    """Two saves, each of one row more; nothing of them is kept."""
    from django.db import transaction

    from archive.editions.deciding import Passages, pin
    from archive.editions.reading import read
    from archive.records.models import Record

    record = Record.objects.get(source_id=large.SOURCE)
    reading = read(record.pk)
    assert reading is not None
    rows = reading.apparatus.rows
    decided: list[tuple[Passages, bool]] = []
    with transaction.atomic():
        for row in (rows[len(rows) // 2], rows[len(rows) // 3]):
            decided.append((row.cells, True))
            begun = time.process_time()
            pin(record, decided, by="The benchmark")
            yield time.process_time() - begun
        transaction.set_rollback(True)


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    print(*_measure())
