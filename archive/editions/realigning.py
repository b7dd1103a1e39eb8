"""The newest editions aligned and compared anew where the program would make something else now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive.editions import content
from archive.editions.models import Availability
from archive.editions.program import program_of
from archive.editions.revising import realign
from archive.parallel.lexicons import among, every_lexicon
from archive.records.models import Record


@dataclass(frozen=True, slots=True)
class Realigned:
    """How many records were aligned anew, and how many have another apparatus for it."""

    aligned: int
    changed: int


def realign_records(
    *, everything: bool = False, seen: Callable[[int, int], None] | None = None
) -> Realigned:
    """Align and compare again what another program, or the same with another lexicon, has made;
    ``everything``: all newest editions. Each record is a transaction of its own, and remembers the
    program: what is stopped half-way goes on with the rest. ``seen`` is told how many are done, of
    how many."""
    due = list(_every() if everything else _due())
    changed = 0
    for number, record_id in enumerate(due, start=1):
        record = Record.objects.filter(pk=record_id).first()
        changed += record is not None and realign(record)
        if seen:
            seen(number, len(due))
    return Realigned(len(due), changed)


def _every() -> Iterator[str]:
    """The records that have an edition, by name."""
    found = Availability.objects.order_by("record_id").values_list("record_id", flat=True)
    return found.iterator()


def _due() -> Iterator[str]:
    """Those that the program would not align now as they are aligned."""
    lexicons = every_lexicon()
    found = Availability.objects.order_by("record_id").values_list(
        "record_id", "newest__apparatus__program", "newest__canonical"
    )
    for record_id, program, canonical in found.iterator(chunk_size=100):
        texts = content.thaw(canonical).record.texts
        if program != program_of(among(lexicons, (text.language for text in texts))):
            yield record_id
