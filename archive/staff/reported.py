"""What a reader's report is about, laid out for whoever answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.desk.quoting import Quotation, said_at
from archive.editions import apparatus
from archive.editions.models import Apparatus, Edition, Report
from archive.staff.excerpts import side, text_names


@dataclass(frozen=True, slots=True)
class Read:
    """A passage in one edition, with its counterparts in the other texts of its row.

    ``sides`` has the passage's own text first; it is empty where the edition has no such passage.
    ``number`` is that of the paragraph, 0 where there is none.
    """

    edition: int
    number: int
    sides: tuple[Quotation, ...]
    wording: str


@dataclass(frozen=True, slots=True)
class Reported:
    """What the reader had before them; ``now`` is the same place in the newest edition, None where
    that is the edition that was read."""

    report: Report
    then: Read
    now: Read | None

    @property
    def unchanged(self) -> bool:
        """Whether the passage still reads as it did."""
        return self.now is not None and self.now.wording == self.then.wording

    @property
    def place(self) -> str:
        """``paragraph 4 of the Russian text``; ``the record as a whole``."""
        if not self.report.passage:
            return "the record as a whole"
        if not self.then.sides:
            return "a passage that this edition does not have"
        return f"paragraph {self.then.number} of the {self.then.sides[0].label} text"


def reported(report: Report) -> Reported:
    """Three queries beside the report and its edition."""
    newest = Edition.objects.filter(record=report.edition.record_id).order_by("-number").first()
    assert newest is not None  # the edition that was read is there for ever
    editions = {report.edition.pk: report.edition, newest.pk: newest}
    stored = dict(Apparatus.objects.filter(edition__in=editions).values_list("edition", "stored"))
    read = {pk: _read(report, edition, stored.get(pk)) for pk, edition in editions.items()}
    now = read[newest.pk] if newest.pk != report.edition_id else None
    return Reported(report, read[report.edition_id], now)


def _read(report: Report, edition: Edition, stored: str | None) -> Read:
    content = edition.content
    found = content.passage(report.passage) if report.passage else None
    if found is None:
        return Read(edition.number, 0, (), "")
    key, passage = found
    names = text_names(content)
    said = said_at(content, key, [report.passage], report.words)
    sides = [
        side(content, names[text], ids, said if text == key else ())
        for text, ids in _row(report.passage, key, stored)
    ]
    text = content.record.text(key)
    wording = text.body[passage.start : passage.end] if text else ""
    return Read(edition.number, passage.number, tuple(sides), wording)


def _row(passage: str, key: str, stored: str | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The passage itself, then what stands beside it in the other texts."""
    yield key, (passage,)
    made = apparatus.decode(stored) if stored else apparatus.ApparatusContent()
    row = next((row for row in made.rows if passage in row.cells.get(key, ())), None)
    for text, ids in row.cells.items() if row else ():
        if text != key:
            yield text, ids
