"""What the staff have decided about texts side by side, as it travels and as it is stored."""

from __future__ import annotations

from typing import Any

import msgspec

from archive.editions.apparatus import ApparatusContent
from archive.editions.document import (
    Editorial,
    PinDocument,
    RecordDocument,
    VarianceDocument,
    VerdictDocument,
)
from archive.parallel.models import Pin, VarianceNote, Verdict
from archive.records.models import Record


def decisions(record: Record) -> Editorial:
    """The pins, verdicts and variance notes of a record, and nothing else of ``Editorial``.

    Three queries, or none where they were fetched ahead.
    """
    return Editorial(
        pins=tuple(_pin(pin) for pin in record.pins.all()),
        verdicts=tuple(_verdict(verdict) for verdict in record.verdicts.all()),
        variances=tuple(_variance(note) for note in record.variance_notes.all()),
    )


def _pin(pin: Pin) -> PinDocument:
    return PinDocument(cells=_ids(pin.cells), aligned=pin.aligned, by=pin.by, at=pin.at)


def _ids(stored: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(ids) for key, ids in stored.items()}


def _verdict(verdict: Verdict) -> VerdictDocument:
    given: dict[str, Any] = {"kind": verdict.kind, "state": verdict.state}
    return VerdictDocument(
        number=verdict.number,
        words=dict(verdict.words),
        note=verdict.note,
        by=verdict.by,
        at=verdict.at,
        **given,
    )


def _variance(note: VarianceNote) -> VarianceDocument:
    return VarianceDocument(
        number=note.number,
        passages=_ids(note.passages),
        words=dict(note.words),
        note=note.note,
        taken_back=note.taken_back,
        by=note.by,
        at=note.at,
    )


def with_decisions(record: RecordDocument, apparatus: ApparatusContent) -> RecordDocument:
    """A published record with what the staff have decided about its texts side by side."""
    replace = msgspec.structs.replace
    editorial = replace(
        record.editorial,
        pins=apparatus.pins,
        verdicts=apparatus.verdicts,
        variances=apparatus.variances,
    )
    return replace(record, editorial=editorial)


def write_decisions(record: Record, given: Editorial) -> None:
    """Store the pins, verdicts and variance notes that a record came with; it has none yet."""
    Pin.objects.bulk_create(
        Pin(record=record, cells=_lists(pin.cells), aligned=pin.aligned, by=pin.by, at=pin.at)
        for pin in given.pins
    )
    Verdict.objects.bulk_create(
        Verdict(
            record=record,
            number=verdict.number,
            kind=verdict.kind,
            words=dict(verdict.words),
            state=verdict.state,
            note=verdict.note,
            by=verdict.by,
            at=verdict.at,
        )
        for verdict in given.verdicts
    )
    VarianceNote.objects.bulk_create(
        VarianceNote(
            record=record,
            number=note.number,
            passages=_lists(note.passages),
            words=dict(note.words),
            note=note.note,
            taken_back=note.taken_back,
            by=note.by,
            at=note.at,
        )
        for note in given.variances
    )


def follow_key(record: Record, old: str, new: str) -> None:
    """A text has another key: what was decided about it names it by that."""
    for held, field in (
        (record.pins, "cells"),
        (record.verdicts, "words"),
        (record.variance_notes, "passages"),
        (record.variance_notes, "words"),
    ):
        for decision in held.filter(**{f"{field}__has_key": old}):
            named = getattr(decision, field)
            setattr(decision, field, {new if key == old else key: named[key] for key in named})
            decision.save(update_fields=[field])


def _lists(ids: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {key: list(held) for key, held in ids.items()}
