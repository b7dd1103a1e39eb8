"""From a draft to the content of an edition: what software read from it is frozen beside it."""

from __future__ import annotations

import msgspec

from archive.editions.content import (
    AuthorityLink,
    Content,
    DateContent,
    HoldingContent,
    PassageContent,
    PersonContent,
    RepositoryContent,
    ShelfmarkContent,
)
from archive.editions.document import HoldingDocument, RecordDocument
from archive.records import dates, shelfmarks
from archive.records import models as records
from archive.texts.models import Text


def gather(record: records.Record, document: RecordDocument) -> Content:
    """``document`` is the draft of ``record`` as described. Its internal note is left behind; what
    the staff decided about its texts side by side stands in the apparatus, where it can change."""
    replace = msgspec.structs.replace
    editorial = replace(document.editorial, pins=(), verdicts=(), variances=())
    return Content(
        record=replace(document, internal_note="", editorial=editorial),
        date=_date(document.date),
        people=tuple(_person(part) for part in record.participations.all()),
        places=tuple(
            AuthorityLink(name=mention.as_given or mention.place.name, slug=mention.place.slug)
            for mention in record.place_mentions.all()
        ),
        subjects=tuple(
            AuthorityLink(name=assigned.subject.name, slug=assigned.subject.slug)
            for assigned in record.subjectassignment_set.all()
        ),
        collections=tuple(
            AuthorityLink(name=member.collection.name, slug=member.collection.slug)
            for member in record.collectionmembership_set.all()
        ),
        holdings=tuple(
            _holding(holding, held)
            for holding, held in zip(record.holdings.all(), document.held, strict=True)
        ),
        passages={text.key: _passages(text) for text in record.texts.all()},
    )


def _date(value: str | None) -> DateContent:
    if not value:
        return DateContent()
    parsed = dates.parse(value)
    return DateContent(
        display=parsed.display(),
        earliest=parsed.earliest.isoformat() if parsed.earliest else "",
        latest=parsed.latest.isoformat() if parsed.latest else "",
    )


def _person(part: records.Participation) -> PersonContent:
    return PersonContent(
        slug=part.person.slug,
        name=part.person.name,
        forms=tuple((form.language, form.form) for form in part.person.forms.all()),
    )


def _holding(holding: records.Holding, held: HoldingDocument) -> HoldingContent:
    repository = holding.repository
    return HoldingContent(
        repository=RepositoryContent(
            slug=repository.slug,
            name=repository.name,
            abbreviation=repository.abbreviation,
            town=repository.town,
            own_name=repository.own_name,
            own_abbreviation=repository.own_abbreviation,
            own_language=repository.own_language,
        )
        if repository
        else None,
        shelfmark=_shelfmark(held),
    )


def _shelfmark(held: HoldingDocument) -> ShelfmarkContent | None:
    parsed = shelfmark_of(held)
    if parsed is None:
        return None
    return ShelfmarkContent(
        system=parsed.system,
        parts=parsed.parts,
        display=parsed.display(),
        key=parsed.key,
        differs_from_wording=parsed.differs_from_wording,
    )


def shelfmark_of(held: HoldingDocument) -> shelfmarks.Shelfmark | None:
    """The shelfmark of a holding, read from its reference, else from its wording as received."""
    if isinstance(held.reference, dict):
        return shelfmarks.from_parts(held.reference, held.as_given)
    wording = held.reference or held.as_given
    return shelfmarks.parse(wording) if wording else None


def _passages(text: Text) -> tuple[PassageContent, ...]:
    return tuple(
        PassageContent(
            id=f"p{passage.number}",
            number=passage.position + 1,
            kind=passage.kind,
            start=passage.start,
            end=passage.end,
        )
        for passage in text.passages.all()
    )
