"""What stands between the texts of a row: values that differ, notes, quiet remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.desk.columns import TextChoice
from archive.desk.marks import Difference
from archive.desk.plans import Plan
from archive.desk.variances import passages
from archive.editions.apparatus import OmissionContent, SpanContent
from archive.editions.document import VarianceDocument
from archive.editions.reading import Reading


@dataclass(frozen=True, slots=True)
class Remark:
    """A quiet word in the gutter, begun by words of a text where ``quoted``; leads to a passage."""

    quoted: tuple[str, ...]
    words: str
    title: str
    passage: str


@dataclass(slots=True)
class Gutter:
    """``notes`` are the numbers of variance notes."""

    differences: list[Difference] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be shown."""
        return not (self.differences or self.remarks or self.notes)


#: What a note says between the texts, and what it means.
_REASONS = {
    "moved": ("in a nearby row", "The other text says this in a row nearby, not in this one"),
    "calendar": ("two calendars?", "Some days apart: perhaps dates of two calendars"),
    "unit": ("converted?", "Perhaps one quantity in two units of measure"),
}


def gutters(
    reading: Reading,
    plans: Sequence[Plan],
    columns: Sequence[TextChoice],
    differences: Sequence[Difference],
    notes: Sequence[VarianceDocument],
) -> Mapping[int, Gutter]:
    """The gutter of each plan that has anything in it, by the plan's place."""
    found: dict[int, Gutter] = {}
    at = _Places(plans)
    for difference in differences:
        gutter = found.setdefault(at.of_difference(difference), Gutter())
        if difference.flag:
            gutter.differences.append(difference)
        else:
            _add(gutter, _remark(difference))
    keys = [column.key for column in columns]
    for note in notes:
        if (place := at.of_note(reading, note, keys)) is not None:
            found.setdefault(place, Gutter()).notes.append(note.number)
    for omission, remark in _omissions(reading, columns):
        first = omission.sentences[0]
        if (place := at.of(first.passage, first.start)) is not None:
            _add(found.setdefault(place, Gutter()), remark)
    return found


def _add(gutter: Gutter, remark: Remark) -> None:
    """Once: of three texts, two may lack the same words."""
    if remark not in gutter.remarks:
        gutter.remarks.append(remark)


class _Places:
    """Finds the plan in which a place stands."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.plans = plans
        self.by_passage: dict[str, list[int]] = {}
        self.by_row: dict[int, int] = {}
        for place, plan in enumerate(plans):
            self.by_row.setdefault(plan.row, place)
            for cell in plan.cells:
                for part in cell:
                    self.by_passage.setdefault(part.passage.id, []).append(place)

    def of(self, passage: str, at: int) -> int | None:
        """None where the passage is not shown."""
        held = self.by_passage.get(passage, ())
        return next(
            (n for n in held if self.plans[n].holds(passage, at)), held[0] if held else None
        )

    def of_difference(self, difference: Difference) -> int:
        spans: list[SpanContent] = [value.span for value in difference.values if value.span]
        places = (self.of(span.passage, span.start) for span in spans)
        return next((place for place in places if place is not None), self.by_row[difference.row])

    def of_note(self, reading: Reading, note: VarianceDocument, keys: Sequence[str]) -> int | None:
        """Where its first passage stands; by sentences, where the words quoted do."""
        for pid in passages(note, keys):
            found = reading.content.passage(pid)
            if found is None:
                continue
            key, passage = found
            text = reading.content.record.text(key)
            said = note.words.get(key, "")
            at = text.body.find(said, passage.start, passage.end) if text and said else -1
            return self.of(pid, at if at >= 0 else passage.start)
        return None


def _remark(difference: Difference) -> Remark:
    words, title = _REASONS[difference.reason]
    said = dict.fromkeys(value.words for value in difference.values if value.words)
    return Remark(tuple(said), words, title, difference.passage)


def _omissions(
    reading: Reading, columns: Sequence[TextChoice]
) -> Iterator[tuple[OmissionContent, Remark]]:
    labels = {column.key: column.label for column in columns}
    for omission in reading.apparatus.omissions:
        if omission.text in labels and omission.lacking in labels and omission.sentences:
            lacking = labels[omission.lacking]
            title = (
                f"{len(omission.sentences)} sentences of the {labels[omission.text]} text for which"
                f" the program found none in the {lacking}"
            )
            words = f"possibly left out in the {lacking}"
            yield omission, Remark((), words, title, omission.sentences[0].passage)
