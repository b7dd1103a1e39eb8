"""From a record's draft to a table of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils import timezone

from archive.editions.aligning import align_texts
from archive.editions.apparatus import RowContent
from archive.editions.content import Content
from archive.editions.document import PinDocument
from archive.parallel.lexicons import lexicons
from archive.records.models import Record
from archive.staff.alignment.table import Decided, Row, Table, decided
from archive.staff.alignment.work import Work, merged

MOST_SHOWN = 3
"""So many texts are shown where none were asked for."""


def stored_pins(record: Record) -> tuple[Decided, ...]:
    """What the staff have decided and saved, in that order. One query."""
    return tuple(decided(pin.cells.items(), aligned=pin.aligned) for pin in record.pins.all())


def chosen(content: Content, asked: Iterable[str]) -> tuple[str, ...]:
    """Those of the texts asked for that there are, in the record's order; the first few where
    fewer than two are left."""
    keys = [text.key for text in content.record.texts]
    wanted = set(asked)
    found = tuple(key for key in keys if key in wanted)
    return found if len(found) > 1 else tuple(keys[:MOST_SHOWN])


def opened(content: Content, texts: Sequence[str], stored: tuple[Decided, ...], seen: int) -> Work:
    """The page as it opens: the program's rows with the pins that are saved."""
    return Work(stored, aligned(content, texts, stored), seen)


def shown_anew(content: Content, work: Work, texts: Sequence[str]) -> Work:
    """The same decisions, saved or not, on other texts, or on a draft that was edited."""
    return Work(work.stored, aligned(content, texts, work.now.pins), work.seen)


def brought_over(
    content: Content, work: Work, stored: tuple[Decided, ...], seen: int
) -> tuple[Work, tuple[Decided, ...]]:
    """My decisions on top of what others have saved meanwhile; second, those of theirs that would
    go, since mine contradict them."""
    pins, lost = merged(work.now.pins, work.stored, stored)
    texts = chosen(content, work.start.texts)
    return Work(stored, aligned(content, texts, pins), seen), lost


def aligned(content: Content, texts: Sequence[str], pins: tuple[Decided, ...]) -> Table:
    """The draft's rows as these decisions leave them, for some of its texts."""
    now = timezone.now()
    given = [
        PinDocument(cells=dict(pin.cells), aligned=pin.aligned, by="staff", at=now) for pin in pins
    ]
    learned = lexicons(text.language for text in content.record.texts)
    return table_of(align_texts(content, given, learned).rows, texts, pins)


def table_of(rows: Iterable[RowContent], texts: Sequence[str], pins: tuple[Decided, ...]) -> Table:
    """Rows of an apparatus in some texts; those that have none of them are left out."""
    found = [
        Row(
            tuple(row.cells.get(key, ()) for key in texts),
            None if row.pinned else row.confidence,
        )
        for row in rows
        if any(row.cells.get(key) for key in texts)
    ]
    return Table(tuple(texts), tuple(found), pins)


def fits(work: Work, content: Content) -> bool:
    """Whether the draft still has the passages of the table, in its order."""
    return all(
        work.start.column(place) == order(content, key)
        for place, key in enumerate(work.start.texts)
    )


def order(content: Content, key: str) -> tuple[str, ...]:
    """The passages of a text; none where there is no such text."""
    return tuple(passage.id for passage in content.passages.get(key, ()))


def held(content: Content) -> frozenset[str]:
    """Every passage of the draft."""
    return frozenset(passage for key in content.passages for passage in order(content, key))
