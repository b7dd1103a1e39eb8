"""What staff have done to a table and not saved: the table as it was, and every step since.

It lives in the form and nowhere else, so undo, redo and a page without scripts are the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from typing import Annotated

import msgspec

from archive.staff.alignment.steps import perform
from archive.staff.alignment.table import Decided, Refused, Table, clash

Step = Annotated[str, msgspec.Meta(max_length=2000)]


class Work(msgspec.Struct, frozen=True, array_like=True):
    """``stored`` are the decisions as they stood when the page was opened; ``start`` is the table
    before the first step of ``done``; ``undone`` are steps taken back, the last one first to come
    back. ``seen`` is the newest entry of the record's log then, 0 where there was none."""

    stored: tuple[Decided, ...]
    start: Table
    seen: Annotated[int, msgspec.Meta(ge=0)]
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    @property
    def now(self) -> Table:
        """The table with every step done. Raises ``Refused`` where a form was tampered with."""
        return _replayed(self.start, self.done)

    @property
    def changed(self) -> bool:
        """Whether anything waits to be saved."""
        return set(self.now.pins) != set(self.stored)


@lru_cache(maxsize=8)
def _replayed(start: Table, done: tuple[str, ...]) -> Table:
    return reduce(perform, done, start)


_decoder = msgspec.json.Decoder(Work)


def written(work: Work) -> str:
    """As the form carries it."""
    return msgspec.json.encode(work).decode()


def read(sent: str) -> Work:
    """As the form brought it. Raises ``Refused`` for anything that no page of ours has sent."""
    try:
        work = _decoder.decode(sent)
        _check(work.start)
        work.now  # noqa: B018 (steps that cannot be done are refused here)
    except (msgspec.DecodeError, UnicodeEncodeError, IndexError) as error:
        raise Refused("The page came back damaged. Open it anew.") from error
    return work


def _check(table: Table) -> None:
    passages = [pid for row in table.rows for cell in row.cells for pid in cell]
    whole = all(len(row.cells) == len(table.texts) and row.passages for row in table.rows)
    if not whole or len(set(passages)) < len(passages) or len(set(table.texts)) < 2:
        raise Refused("The page came back damaged. Open it anew.")


def stepped(work: Work, step: str) -> Work:
    """One step more, ``undo`` and ``redo`` among them. Raises ``Refused``."""
    if step == "undo":
        return _undo(work)
    if step == "redo":
        return _redo(work)
    perform(work.now, step)
    return msgspec.structs.replace(work, done=(*work.done, step), undone=())


def _undo(work: Work) -> Work:
    if not work.done:
        raise Refused("There is nothing to undo.")
    *before, last = work.done
    return msgspec.structs.replace(work, done=tuple(before), undone=(*work.undone, last))


def _redo(work: Work) -> Work:
    if not work.undone:
        raise Refused("There is nothing to redo.")
    *left, step = work.undone
    return msgspec.structs.replace(work, done=(*work.done, step), undone=tuple(left))


def merged(
    mine: Sequence[Decided], base: Sequence[Decided], theirs: Sequence[Decided]
) -> tuple[tuple[Decided, ...], tuple[Decided, ...]]:
    """My decisions with those that others saved since ``base``; second, those of theirs that mine
    contradict and that are left out for it."""
    added = [pin for pin in mine if pin not in base]
    dropped = set(base).difference(mine)
    clashing = tuple(
        pin for pin in theirs if pin not in base and any(clash(pin, own) for own in added)
    )
    kept = [pin for pin in theirs if pin not in dropped and pin not in clashing]
    return (*kept, *(pin for pin in added if pin not in kept)), clashing
