"""A staff draft read as the document that travels. The way back is ``exchange.ingest.store``."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.db.models import QuerySet

from archive.authority.models import Person
from archive.editions.decisions import decisions
from archive.editions.document import (
    Editorial,
    HandDocument,
    HoldingDocument,
    LinkDocument,
    Name,
    Participation,
    PlaceNamed,
    RecordDocument,
    Rights,
    ScanDocument,
    TextDocument,
)
from archive.records import models as records
from archive.texts import models as texts

PARTS = (
    "participations__person__forms",
    "place_mentions__place",
    "subjectassignment_set__subject",
    "collectionmembership_set__collection",
    "texts__translators__person__forms",
    "texts__passages",
    "holdings__repository",
    "holdings__editors__person__forms",
    "links",
    "scans",
    "pins",
    "verdicts",
    "variance_notes",
)


def drafts(queryset: QuerySet[records.Record]) -> QuerySet[records.Record]:
    """Records with all that ``describe`` reads, in a fixed number of queries."""
    return queryset.prefetch_related(*PARTS)


def describe(record: records.Record) -> RecordDocument:
    """The whole draft, internal note included, as it travels."""
    held = list(record.holdings.all())
    wordings = list(record.texts.all())
    return RecordDocument(
        id=record.id,
        source_id=record.source_id,
        title=record.title,
        kind=record.kind,
        date=record.date or None,
        date_note=record.date_note,
        summary=record.summary,
        classification=record.classification,
        people=tuple(_participation(part) for part in record.participations.all()),
        places=tuple(
            PlaceNamed(name=mention.as_given or mention.place.name, role=_role(mention.role))
            for mention in record.place_mentions.all()
        ),
        subjects=tuple(a.subject.name for a in record.subjectassignment_set.all()),
        collections=tuple(m.collection.name for m in record.collectionmembership_set.all()),
        texts=tuple(_text(text) for text in wordings),
        held=tuple(_holding(holding) for holding in held),
        rights=_rights(record),
        supported_by=tuple(record.supported_by),
        first_published=_day(record.first_published),
        links=tuple(
            msgspec.convert({"type": link.type, "to": link.to}, LinkDocument)
            for link in record.links.all()
        ),
        number=record.number,
        provenance_note=record.provenance_note,
        supported_by_note=record.supported_by_note,
        internal_note=record.internal_note,
        editorial=_editorial(record, wordings),
        scans=tuple(_scan(scan) for scan in record.scans.all()),
    )


def _role(role: str) -> Any:
    return role


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def authority_name(person: Person) -> Name:
    """A person as the authority has it; where a language has several forms, the first."""
    forms: dict[str, str] = {}
    for form in person.forms.all():
        forms.setdefault(form.language, form.form)
    return Name(
        name=person.name,
        family=person.family,
        given=person.given,
        family_first=person.family_first,
        organisation=person.organisation,
        forms=forms,
    )


def _named(person: Person, as_given: Any) -> str | Name:
    if as_given is None:
        return authority_name(person)
    return as_given if isinstance(as_given, str) else msgspec.convert(as_given, Name)


def _participation(part: records.Participation) -> Participation:
    name = _named(part.person, part.as_given)
    plain = {"name": name} if isinstance(name, str) else msgspec.to_builtins(name)
    return msgspec.convert({**plain, "role": part.role, "uncertain": part.uncertain}, Participation)


def _rights(owner: records.Rights) -> Rights:
    return Rights(
        statement=owner.rights_statement or None,
        note=owner.rights_note,
        holder=owner.rights_holder,
        contact=owner.rights_contact,
        embargo_until=_day(owner.embargo_until),
    )


def _text(text: texts.Text) -> TextDocument:
    given: dict[str, Any] = {
        "completeness": text.completeness or None,
        "status": text.status or None,
        "kind": text.kind,
    }
    return TextDocument(
        key=text.key,
        language=text.language,
        title=text.title,
        translated_from=text.translated_from or None,
        translators=tuple(_named(t.person, t.as_given) for t in text.translators.all()),
        date=text.date or None,
        note=text.note,
        body=text.body,
        rights=_rights(text),
        translated_from_holding=text.translated_from_holding,
        document_kind=text.document_kind,
        hands=msgspec.convert(text.hands, tuple[HandDocument, ...]),
        **given,
    )


def _holding(holding: records.Holding) -> HoldingDocument:
    given: dict[str, Any] = {"type": holding.type, "relation": holding.relation or None}
    return HoldingDocument(
        repository=_repository(holding),
        reference=holding.reference,
        citation=holding.citation,
        title=holding.title,
        editors=tuple(_named(e.person, e.as_given) for e in holding.editors.all()),
        volume=holding.volume,
        place=holding.place,
        publisher=holding.publisher,
        year=holding.year,
        pages=holding.pages,
        url=holding.url,
        texts=tuple(holding.texts),
        series=holding.series,
        volume_title=holding.volume_title,
        translated_title=holding.translated_title,
        as_given=holding.as_given,
        note=holding.note,
        **given,
    )


def _repository(holding: records.Holding) -> str | Name | None:
    if holding.repository_given is not None:
        return msgspec.convert(holding.repository_given, str | Name)
    return holding.repository.name if holding.repository else None


def _editorial(record: records.Record, wordings: list[texts.Text]) -> Editorial:
    passages = {text.key: tuple(f"p{p.number}" for p in text.passages.all()) for text in wordings}
    decided = decisions(record)
    return Editorial(
        composed=record.composed,
        last_passage=record.last_passage,
        passages={key: ids for key, ids in passages.items() if ids},
        pins=decided.pins,
        verdicts=decided.verdicts,
        variances=decided.variances,
    )


def _scan(scan: texts.Scan) -> ScanDocument:
    return ScanDocument(
        file=scan.file,
        sha256=scan.sha256,
        text=scan.text_key,
        leaf=scan.leaf,
        credit=scan.credit,
        rights=_rights(scan),
    )
