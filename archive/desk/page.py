"""An edition and its apparatus laid out on facing pages: columns, rows, marks.

What a page, the admin's preview and print show. Pure: a ``Reading`` in, frozen values out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.desk.columns import (
    Grain,
    Manner,
    NoSuchText,
    Offer,
    Side,
    TextChoice,
    additions,
    choices,
    choose,
    query,
    sides,
)
from archive.desk.gutter import gutters
from archive.desk.labels import Lineage, lineage
from archive.desk.marks import Marks, marks
from archive.desk.plans import plans
from archive.desk.rows import Row, Wordings, rows
from archive.desk.scans import NO_BREAKS, Scans, scans
from archive.desk.stretches import sentences_over, words_over
from archive.desk.summary import Summary, summary
from archive.desk.variances import variances
from archive.editions.document import VarianceDocument
from archive.editions.reading import Reading

__all__ = ["Desk", "Grain", "NoSuchText", "TextChoice", "lay_out"]

#: Rows beyond which those out of sight are not laid out until they are scrolled to.
LONG = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """The texts side by side. ``columns`` are those chosen, left first; none where no text is
    held; ``choices`` are all texts; ``notes`` are the variance notes beneath. ``compared`` is
    None unless two texts or more are shown, ``scans`` where there are none or none is offered."""

    record_id: str
    choices: tuple[TextChoice, ...]
    columns: tuple[TextChoice, ...]
    grain: Grain
    rows: tuple[Row, ...]
    notes: tuple[VarianceDocument, ...]
    lineage: tuple[Lineage, ...]
    compared: Summary | None
    scans: Scans | None

    @property
    def sides(self) -> tuple[Side, ...]:
        """The head of each column."""
        has_scans = self.scans is not None
        return sides(self.choices, self.columns, self.manner, has_scans=has_scans)

    @property
    def manner(self) -> Manner:
        """How these texts are shown."""
        return Manner(self.grain, self.scans is not None and self.scans.beside)

    @property
    def additions(self) -> tuple[Offer, ...]:
        """The texts that may be added."""
        return additions(self.choices, self.columns, self.manner)

    @property
    def swapped(self) -> str:
        """The query that shows the first two texts the other way round."""
        left, right, *others = self.columns
        return query([right, left, *others], self.manner)

    @property
    def other_grain(self) -> str:
        """The query that shows the same texts by sentences, or by passages again."""
        other: Grain = "passages" if self.grain == "sentences" else "sentences"
        return query(self.columns, replace(self.manner, grain=other))

    @property
    def long(self) -> bool:
        """Too long to be laid out all at once by a browser."""
        return len(self.rows) > LONG


def lay_out(
    reading: Reading,
    left: str | None = None,
    right: str | None = None,
    also: Sequence[str] = (),
    grain: Grain = "passages",
    beside: bool | None = None,
) -> Desk:
    """Facing pages of these texts, by key; None lets the archive choose.

    The same key twice, or one text in all, gives one column. ``beside``: the scans stand beside
    the texts; None where they are not even offered. Raises ``NoSuchText``.
    """
    offered = choices(reading)
    columns = choose(offered, left, right, also)
    keys = [column.key for column in columns]
    compared = marks(reading, keys if len(keys) > 1 else ())
    notes = variances(reading, keys)
    images = None if beside is None else scans(reading, columns, Manner(grain, beside))
    several = len(keys) > 1
    return Desk(
        record_id=reading.standing.record_id,
        choices=offered,
        columns=columns,
        grain=grain,
        rows=tuple(_rows(reading, columns, grain, _Over(compared, notes, images))),
        notes=notes,
        lineage=lineage(reading.content),
        compared=summary(columns, compared, notes, _worded(reading, keys)) if several else None,
        scans=images,
    )


@dataclass(frozen=True, slots=True)
class _Over:
    """What is shown over and between the words of texts."""

    compared: Marks
    notes: tuple[VarianceDocument, ...]
    images: Scans | None


def _rows(
    reading: Reading, columns: tuple[TextChoice, ...], grain: Grain, said: _Over
) -> Iterator[Row]:
    keys = [column.key for column in columns]
    over = words_over(reading, keys, said.compared.words, said.notes)
    shown = plans(reading, keys, grain) if keys else []
    by_passage = grain == "passages" and len(keys) > 1
    groups = sentences_over(reading.apparatus.rows, keys, over) if by_passage else {}
    aside = gutters(reading, shown, columns, said.compared.differences, said.notes)
    breaks = said.images.breaks if said.images else NO_BREAKS
    wordings = Wordings(reading.content, columns, over, groups, breaks)
    return rows(reading.content, columns, shown, wordings, aside)


def _worded(reading: Reading, keys: Sequence[str]) -> int:
    """The rows in which two texts of one language have other words."""
    found = (w.row for w in reading.apparatus.wordings if w.left in keys and w.right in keys)
    return len(set(found))
