"""The apparatus of a record's newest edition made again: after a decision of the staff, an answer
to a reader, or when the archive has learned. Older editions keep theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from archive.editions import apparatus
from archive.editions.aligning import Alignment, align_texts, texts_of
from archive.editions.apparatus import ApparatusContent
from archive.editions.collating import collated, names_of
from archive.editions.content import Content
from archive.editions.decisions import decisions
from archive.editions.document import Editorial
from archive.editions.earlier import Earlier
from archive.editions.found import list_differences
from archive.editions.models import Apparatus, Change
from archive.editions.outcomes import outcomes
from archive.parallel.lexicons import lexicons
from archive.records.models import Record


def align(record: Record, content: Content) -> Alignment:
    """That content of a record in rows, by what is decided and learned by now."""
    return _align(content, decisions(record))


def _align(content: Content, said: Editorial) -> Alignment:
    learned = lexicons(text.language for text in content.record.texts)
    return align_texts(content, said.pins, learned)


@dataclass(frozen=True, slots=True)
class Made:
    """An apparatus, and the program that made it."""

    content: ApparatusContent
    program: str


def make(record: Record, content: Content) -> Made:
    """The apparatus of that content of a record, with what is decided and learned by now."""
    said = decisions(record)
    alignment = _align(content, said)
    earlier = _earlier(_newest(record).first(), content, alignment.program)
    compared = collated(alignment, earlier)
    return Made(_saying(compared, record, said), alignment.program)


def _earlier(held: Apparatus | None, content: Content, program: str) -> Earlier | None:
    """What stands beside the newest edition, where it answers for that content and program too."""
    if held is None or held.program != program:
        return None
    if _compared_in(held.edition.content) != _compared_in(content):
        return None
    return Earlier(apparatus.decode(held.stored))


def _compared_in(content: Content) -> tuple[object, ...]:
    """All of a content that the lines of a collation rest on."""
    return texts_of(content), content.record.date, names_of(content)


def _saying(compared: ApparatusContent, record: Record, said: Editorial) -> ApparatusContent:
    return msgspec.structs.replace(
        compared,
        pins=said.pins,
        verdicts=said.verdicts,
        variances=said.variances,
        outcomes=outcomes(record),
    )


@transaction.atomic
def realign(record: Record, alignment: Alignment | None = None) -> bool:
    """Align and compare the newest edition anew, every pin kept; whether that changed anything.

    ``alignment``, made since the last decision, spares the aligning where the edition has the
    texts that it is of: usually the draft's.
    """
    held = _held(record)
    if held is None:
        return False
    content, said = held.edition.content, decisions(record)
    if alignment is None or not alignment.serves(content):
        alignment = _align(content, said)
    # What is compared in its rows rests on the edition's people and date, not on the draft's.
    alignment = replace(alignment, content=content)
    compared = collated(alignment, _earlier(held, content, alignment.program))
    return _replace(held, _saying(compared, record, said), alignment.program)


@transaction.atomic
def restate(record: Record) -> bool:
    """Bring what staff and readers have said up to date, without aligning anew; whether that
    changed anything."""
    held = _held(record)
    if held is None:
        return False
    stored = apparatus.decode(held.stored)
    return _replace(held, _saying(stored, record, decisions(record)), held.program)


@transaction.atomic
def refresh(record: Record) -> bool:
    """Bring the newest edition's apparatus up to date with what staff and readers have said, and
    align anew only where the pins have changed; whether that changed anything."""
    held = _held(record)
    if held is not None and apparatus.decode(held.stored).pins != decisions(record).pins:
        return realign(record)
    return restate(record)


def _newest(record: Record) -> QuerySet[Apparatus]:
    """The apparatus of the newest edition; none where nothing is published."""
    found = Apparatus.objects.select_related("edition").filter(edition__record=record)
    return found.order_by("-edition__number")


def _held(record: Record) -> Apparatus | None:
    """The same, locked. First the record is: an edition that is being published just now is waited
    for, since what is said meanwhile has to stand in that."""
    Record.objects.select_for_update().get(pk=record.pk)
    return _newest(record).select_for_update(of=("self",)).first()


def _replace(held: Apparatus, made: ApparatusContent, program: str) -> bool:
    """Store an apparatus that ``program`` has compared."""
    stored = apparatus.encode(made)
    if stored == held.stored:
        Apparatus.objects.filter(pk=held.pk).exclude(program=program).update(program=program)
        return False
    held.stored, held.program = stored, program
    held.revision += 1
    held.made_at = timezone.now()
    held.save()
    list_differences(held.edition.record_id, held.edition.content, made)
    Change.objects.create(record_id=held.edition.record_id, kind="compared")
    return True
