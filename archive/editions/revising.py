"""The apparatus of a record's newest edition made again: after a decision of the staff, an answer
to a reader, or when the archive has learned. Older editions keep theirs."""

from __future__ import annotations

import msgspec
from django.db import transaction
from django.utils import timezone

from archive.editions import apparatus
from archive.editions.aligning import compare_texts
from archive.editions.apparatus import ApparatusContent
from archive.editions.content import Content
from archive.editions.decisions import decisions
from archive.editions.document import Editorial
from archive.editions.found import list_differences
from archive.editions.models import Apparatus, Change
from archive.editions.reporting import outcomes
from archive.parallel.lexicons import lexicons
from archive.records.models import Record


def make(record: Record, content: Content) -> ApparatusContent:
    """The apparatus of that content of a record, with what is decided and learned by now."""
    learned = lexicons(text.language for text in content.record.texts)
    said = decisions(record)
    return _saying(compare_texts(content, said.pins, learned), record, said)


def _saying(compared: ApparatusContent, record: Record, said: Editorial) -> ApparatusContent:
    return msgspec.structs.replace(
        compared,
        pins=said.pins,
        verdicts=said.verdicts,
        variances=said.variances,
        outcomes=outcomes(record),
    )


@transaction.atomic
def realign(record: Record) -> bool:
    """Align and compare the newest edition anew, every pin kept; whether that changed anything."""
    held = _held(record)
    return held is not None and _replace(held, make(record, held.edition.content))


@transaction.atomic
def restate(record: Record) -> bool:
    """Bring what staff and readers have said up to date, without aligning anew; whether that
    changed anything."""
    held = _held(record)
    if held is None:
        return False
    stored = apparatus.decode(held.stored)
    return _replace(held, _saying(stored, record, decisions(record)))


@transaction.atomic
def refresh(record: Record) -> bool:
    """Bring the newest edition's apparatus up to date with what staff and readers have said, and
    align anew only where the pins have changed; whether that changed anything."""
    held = _held(record)
    if held is not None and apparatus.decode(held.stored).pins != decisions(record).pins:
        return _replace(held, make(record, held.edition.content))
    return restate(record)


def _held(record: Record) -> Apparatus | None:
    """The apparatus of the newest edition, locked; None where nothing is published."""
    found = Apparatus.objects.select_for_update(of=("self",)).select_related("edition")
    return found.filter(edition__record=record).order_by("-edition__number").first()


def _replace(held: Apparatus, made: ApparatusContent) -> bool:
    stored = apparatus.encode(made)
    if stored == held.stored:
        return False
    held.stored = stored
    held.revision += 1
    held.made_at = timezone.now()
    held.save()
    list_differences(held.edition.record_id, held.edition.content, made)
    Change.objects.create(record_id=held.edition.record_id, kind="compared")
    return True
