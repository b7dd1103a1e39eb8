"""A table of rows saved: its decisions are the record's, and the program places the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from archive.editions.content import Content
from archive.editions.deciding import Passages, pin
from archive.records.models import Record
from archive.staff.alignment.drafts import fits, held, stored_pins, table_of
from archive.staff.alignment.logbook import log
from archive.staff.alignment.table import Decided, Table
from archive.staff.alignment.work import Work
from archive.staff.record_actions import name_of


class Meanwhile(Exception):
    """Somebody else saved other decisions, or edited the texts, after the page was opened."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How many decisions are new and how many are gone; ``moved`` holds the first passage of each
    row that the program placed otherwise than the page had shown it."""

    new: int
    gone: int
    moved: tuple[str, ...]

    @property
    def message(self) -> str:
        """What is said above the page, and in the log."""
        said = [f"{_counted(self.new, 'decision')} saved"]
        if self.gone:
            said.append(f"{_counted(self.gone, 'decision')} taken back")
        if self.moved:
            said.append(f"{_counted(len(self.moved), 'row')} beside them moved")
        return ", ".join(said) + "."


@transaction.atomic
def save(request: Any, record: Record, content: Content, work: Work) -> Saved:
    """Keep the decisions of the page. Raises ``Meanwhile`` where they or the passages are not those
    that the page began with, and ``DecisionRefused`` where they cannot hold."""
    Record.objects.select_for_update().get(pk=record.pk)
    before, table = stored_pins(record), work.now
    if set(before) != set(work.stored) or not fits(work, content):
        raise Meanwhile
    there = held(content)
    made = pin(
        record,
        [_sent(each) for each in table.pins if each.passages <= there],
        by=name_of(request),
        dropped=[_sent(each) for each in before if each not in table.pins],
    )
    after = table_of(made, table.texts, table.pins)
    saved = Saved(
        new=len(set(table.pins).difference(before)),
        gone=len(set(before).difference(table.pins)),
        moved=_moved(table, after),
    )
    log(request.user, record, f"Rows: {saved.message}")
    return saved


def _sent(decided: Decided) -> tuple[Passages, bool]:
    return dict(decided.cells), decided.aligned


def _moved(before: Table, after: Table) -> tuple[str, ...]:
    stood = {row.cells for row in before.rows}
    return tuple(
        next(pid for cell in row.cells for pid in cell)
        for row in after.rows
        if row.cells not in stood
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
