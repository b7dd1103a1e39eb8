"""Drafts as staff write them down: each verb saves one part of a record, in the caller's
transaction, with the record locked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone

from archive.authority.models import Person, Subject
from archive.editions.decisions import follow_key
from archive.editions.withholding import embargo
from archive.exchange.ingest import scans
from archive.records import shelfmarks
from archive.records.dates import parse as parse_date
from archive.records.models import (
    Collection,
    CollectionMembership,
    Editor,
    Holding,
    Record,
    SubjectAssignment,
)
from archive.records.naming import new_name
from archive.texts.models import Scan, Text, Translator
from archive.texts.writing import follow_hands, write


def save_record(
    record: Record, subjects: Sequence[Subject], collections: Sequence[Collection]
) -> None:
    """Save a record's own fields, its subjects and its collections, in this order.

    A new record gets its id; the date is one that can be read. Its revision counts on.
    """
    parsed = parse_date(record.date) if record.date else None
    record.earliest, record.latest = (parsed.earliest, parsed.latest) if parsed else (None, None)
    if record._state.adding:
        record.id = new_name()
    else:
        record.revision += 1
    record.changed_at = timezone.now()
    record.save()
    record.subjectassignment_set.all().delete()
    SubjectAssignment.objects.bulk_create(
        SubjectAssignment(record=record, subject=subject, position=position)
        for position, subject in enumerate(subjects)
    )
    record.collectionmembership_set.all().delete()
    CollectionMembership.objects.bulk_create(
        CollectionMembership(record=record, collection=collection, position=position)
        for position, collection in enumerate(collections)
    )


@transaction.atomic
def withhold(record: Record, until: date | None) -> None:
    """Put a published record under embargo at once, and its draft, so that the next edition
    keeps it. None lifts the embargo. Raises ``NotPublished``.

    The draft comes first: publishing too locks the record before what readers may see of it.
    """
    Record.objects.filter(pk=record.pk).update(
        embargo_until=until, revision=F("revision") + 1, changed_at=timezone.now()
    )
    embargo(record, until)


def save_text(
    record: Record, text: Text, translators: Sequence[Person], *, hands_edited: bool
) -> None:
    """Save a text, its passages and its translators.

    Passages keep their permanent ids, decisions of the staff follow a new key. Unless the hands were edited too, they follow their
    passages to where these stand in the new wording.
    """
    before = None
    if not text._state.adding:
        before = Text.objects.prefetch_related("passages").get(pk=text.pk)
    write(record, text)
    if before is not None and not hands_edited and before.body != text.body:
        followed = follow_hands(before, text)
        if followed != text.hands:
            text.hands = followed
            write(record, text)
    if before is not None and before.key != text.key:
        follow_key(record, before.key, text.key)
    _rename(text, Translator, text.translators.all(), translators)


def save_holding(holding: Holding, editors: Sequence[Person]) -> None:
    """Save a holding, the key by which its shelfmark is compared, and its editors."""
    holding.shelfmark_key = _shelfmark_key(holding)
    holding.save()
    _rename(holding, Editor, holding.editors.all(), editors)


def _shelfmark_key(holding: Holding) -> str:
    if isinstance(holding.reference, dict):
        return shelfmarks.from_parts(holding.reference, holding.as_given).key
    wording = holding.reference or holding.as_given
    return shelfmarks.parse(wording).key if wording else ""


def _rename(
    owner: Model, model: type[Translator | Editor], stored: Any, people: Sequence[Person]
) -> None:
    """Write these people down in order; who was there before keeps the name as it was given."""
    given = {row.person_id: row.as_given for row in stored}
    stored.delete()
    link = "text" if model is Translator else "holding"
    for position, person in enumerate(people):
        name = given.get(person.pk)
        model(**{link: owner}, person=person, position=position, as_given=name).save()


def save_scan(scan: Scan, upload: Any) -> None:
    """Save a scan; ``upload`` is the new image's file, None where it stays as it is.

    Raises ``Refused`` for what is no image.
    """
    if upload is not None:
        data = upload.read()
        scan.sha256 = hashlib.sha256(data).hexdigest()
        scan.file = upload.name
        scan.image = scans.keep(data, scan.sha256, "scans")
    scan.save()
