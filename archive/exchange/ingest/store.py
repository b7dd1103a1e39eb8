"""A decoded record written into the draft tables. The way out is ``editions.draft.describe``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
from django.db import transaction
from django.utils import timezone

from archive.authority.finding import Finder, free_slug
from archive.authority.names import PersonName
from archive.editions.check import Problem
from archive.editions.decisions import write_decisions
from archive.editions.document import (
    Editorial,
    HoldingDocument,
    Name,
    Participation,
    RecordDocument,
    Rights,
    TextDocument,
    line,
    names,
)
from archive.editions.draft import describe, drafts
from archive.editions.gathering import shelfmark_of
from archive.exchange.ingest.decode import Refused
from archive.exchange.ingest.scans import stored_scan
from archive.records import models as records
from archive.records.dates import parse as parse_date
from archive.records.naming import new_name
from archive.texts import models as texts
from archive.texts.writing import write


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a record: added, changed, or found to be there already as it is."""

    record: records.Record
    outcome: Literal["new", "changed", "same"]


@transaction.atomic
def store(document: RecordDocument, finder: Finder, *, beside: Path | None = None) -> Stored:
    """Write a record, all of it or nothing; raises ``Refused``.

    Found by its id, its source_id or, having neither, as the very line that came before. What
    the document leaves out is removed from the draft, but for the internal note and the
    archive's own additions, which no public export carries. ``beside`` is the folder in which
    its scans lie.
    """
    digest = None
    if document.id is None and document.source_id is None:
        digest = hashlib.sha256(line(document)).hexdigest()
    existing = _existing(document, digest)
    if existing is None:
        record = records.Record(id=document.id or new_name(), received_digest=digest)
        _write(record, document, finder, beside)
        return Stored(record, "new")
    locked = records.Record.objects.select_for_update().get(pk=existing.pk)
    current = describe(drafts(records.Record.objects.filter(pk=locked.pk)).get())
    document = _completed(document, current)
    if document == current:
        return Stored(locked, "same")
    _remove_parts(locked, {text.key for text in document.texts})
    _write(locked, document, finder, beside)
    return Stored(locked, "changed")


def _remove_parts(record: records.Record, kept: set[str]) -> None:
    """What hangs on a record is written anew; its texts of those keys alone keep their passages."""
    for old in (
        record.participations,
        record.place_mentions,
        record.subjectassignment_set,
        record.collectionmembership_set,
        record.links,
        record.holdings,
        record.scans,
        record.pins,
        record.verdicts,
        record.variance_notes,
    ):
        old.all().delete()
    record.texts.exclude(key__in=kept).delete()
    texts.Translator.objects.filter(text__record=record).delete()


def _existing(document: RecordDocument, digest: str | None) -> records.Record | None:
    find = records.Record.objects.filter
    by_id = find(pk=document.id).first() if document.id else None
    by_source = find(source_id=document.source_id).first() if document.source_id else None
    if by_id and by_source and by_id != by_source:
        message = f"is record {by_id.pk}, but source_id is record {by_source.pk}. Correct one."
        raise Refused([Problem("id", message)])
    if by_source and document.id and not by_id:
        message = (
            f"the record of this source_id is {by_source.pk} here. Leave out the id, or use that."
        )
        raise Refused([Problem("id", message)])
    if by_id or by_source:
        return by_id or by_source
    return find(received_digest=digest).first() if digest else None


def _completed(document: RecordDocument, current: RecordDocument) -> RecordDocument:
    """The document with what only the archive knows of the record taken from the draft."""
    replace = msgspec.structs.replace
    given, known = document.editorial, current.editorial
    editorial = Editorial(
        composed=known.composed if given == Editorial() else given.composed,
        last_passage=max(given.last_passage, known.last_passage),
        passages=given.passages or known.passages,
        pins=given.pins or known.pins,
        verdicts=given.verdicts or known.verdicts,
        variances=given.variances or known.variances,
    )
    return replace(
        document,
        id=current.id,
        source_id=document.source_id or current.source_id,
        internal_note=document.internal_note or current.internal_note,
        editorial=editorial,
    )


def _write(
    record: records.Record, document: RecordDocument, finder: Finder, beside: Path | None
) -> None:
    _write_record(record, document)
    _write_headings(record, document, finder)
    _write_holdings(record, document, finder)
    records.Link.objects.bulk_create(
        records.Link(record=record, position=position, type=link.type, to=link.to)
        for position, link in enumerate(document.links)
    )
    _write_texts(record, document, finder)
    _write_scans(record, document, beside)
    write_decisions(record, document.editorial)


def _write_record(record: records.Record, document: RecordDocument) -> None:
    parsed = parse_date(document.date) if document.date else None
    record.source_id = document.source_id
    record.date = document.date or ""
    record.earliest, record.latest = (parsed.earliest, parsed.latest) if parsed else (None, None)
    for field in (
        "title",
        "kind",
        "date_note",
        "summary",
        "classification",
        "number",
        "provenance_note",
        "supported_by_note",
        "internal_note",
    ):
        setattr(record, field, getattr(document, field))
    record.supported_by = list(document.supported_by)
    record.first_published = _day(document.first_published)
    record.composed = document.editorial.composed
    record.last_passage = max(record.last_passage, document.editorial.last_passage)
    _set_rights(record, document.rights)
    record.changed_at = timezone.now()
    record.revision += 0 if record._state.adding else 1
    record.save()


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _set_rights(owner: records.Rights, rights: Rights) -> None:
    owner.rights_statement = rights.statement or ""
    owner.rights_note = rights.note
    owner.rights_holder = rights.holder
    owner.rights_contact = rights.contact
    owner.embargo_until = _day(rights.embargo_until)


def person_name(name: Name | Participation) -> PersonName:
    """A travelling name as the authority looks it up."""
    return PersonName(
        name=name.name,
        family=name.family,
        given=name.given,
        family_first=name.family_first,
        organisation=name.organisation,
        forms=tuple(sorted(name.forms.items())),
    )


def _as_given(name: str | Name) -> Any:
    return name if isinstance(name, str) else msgspec.to_builtins(name)


def _write_headings(record: records.Record, document: RecordDocument, finder: Finder) -> None:
    records.Participation.objects.bulk_create(
        records.Participation(
            record=record,
            position=position,
            person=finder.person(person_name(part)),
            role=part.role,
            uncertain=part.uncertain,
            as_given=msgspec.to_builtins(part.as_name()),
        )
        for position, part in enumerate(document.people)
    )
    records.PlaceMention.objects.bulk_create(
        records.PlaceMention(
            record=record,
            position=position,
            place=finder.place(place.name),
            role=place.role,
            as_given=place.name,
        )
        for position, place in enumerate(document.places)
    )
    records.SubjectAssignment.objects.bulk_create(
        records.SubjectAssignment(record=record, position=n, subject=finder.subject(name))
        for n, name in enumerate(dict.fromkeys(document.subjects))
    )
    records.CollectionMembership.objects.bulk_create(
        records.CollectionMembership(record=record, position=n, collection=collection(name))
        for n, name in enumerate(dict.fromkeys(document.collections))
    )


def collection(name: str) -> records.Collection:
    """The collection of exactly that name; added where there is none."""
    found = records.Collection.objects.filter(name=name).first()
    return found or records.Collection.objects.create(
        name=name, slug=free_slug(records.Collection, name)
    )


def _write_holdings(record: records.Record, document: RecordDocument, finder: Finder) -> None:
    for position, held in enumerate(document.held):
        holding = _holding(record, position, held, finder)
        holding.save()
        records.Editor.objects.bulk_create(
            records.Editor(
                holding=holding,
                position=place,
                person=finder.person(person_name(name)),
                as_given=_as_given(given),
            )
            for place, (name, given) in enumerate(
                zip(names(held.editors), held.editors, strict=True)
            )
        )


def _holding(
    record: records.Record, position: int, held: HoldingDocument, finder: Finder
) -> records.Holding:
    shelfmark = shelfmark_of(held)
    plain = msgspec.structs.asdict(held)
    for apart in ("repository", "editors", "texts", "relation", "reference"):
        del plain[apart]
    repository = None
    if held.repository is not None:
        (name,) = names([held.repository])
        repository = finder.repository(name.name, tuple(sorted(name.forms.items())))
    return records.Holding(
        record=record,
        position=position,
        relation=held.relation or "",
        repository=repository,
        repository_given=_as_given(held.repository) if held.repository is not None else None,
        reference=held.reference,
        shelfmark_key=shelfmark.key[:500] if shelfmark else "",
        texts=list(held.texts),
        **plain,
    )


def _write_texts(record: records.Record, document: RecordDocument, finder: Finder) -> None:
    stored = {text.key: text for text in record.texts.all()}
    given_ids = document.editorial.passages
    for position, wording in enumerate(document.texts):
        text = stored.get(wording.key) or texts.Text(record=record, key=wording.key)
        _fill_text(text, position, wording)
        write(record, text, ids=[int(pid[1:]) for pid in given_ids.get(wording.key, ())])
        texts.Translator.objects.bulk_create(
            texts.Translator(
                text=text,
                position=place,
                person=finder.person(person_name(name)),
                as_given=_as_given(given),
            )
            for place, (name, given) in enumerate(
                zip(names(wording.translators), wording.translators, strict=True)
            )
        )


def _fill_text(text: texts.Text, position: int, wording: TextDocument) -> None:
    text.position = position
    for field in ("language", "kind", "title", "note", "document_kind", "body"):
        setattr(text, field, getattr(wording, field))
    text.translated_from = wording.translated_from or ""
    text.translated_from_holding = wording.translated_from_holding
    text.date = wording.date or ""
    text.completeness = wording.completeness or ""
    text.status = wording.status or ""
    text.hands = msgspec.to_builtins(wording.hands)
    _set_rights(text, wording.rights)


def _write_scans(record: records.Record, document: RecordDocument, beside: Path | None) -> None:
    scans = []
    for position, given in enumerate(document.scans):
        scan = texts.Scan(
            record=record,
            position=position,
            file=given.file,
            sha256=given.sha256,
            text_key=given.text,
            leaf=given.leaf,
            credit=given.credit,
            image=stored_scan(given, beside, f"scans[{position}]"),
        )
        _set_rights(scan, given.rights)
        scans.append(scan)
    texts.Scan.objects.bulk_create(scans)
