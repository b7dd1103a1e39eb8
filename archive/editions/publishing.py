"""Publishing: a draft is frozen as a numbered edition."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from archive.editions import apparatus, content
from archive.editions.check import Problem, problems
from archive.editions.document import RecordDocument
from archive.editions.draft import describe, drafts
from archive.editions.found import list_differences
from archive.editions.gathering import gather
from archive.editions.models import Apparatus, Availability, Change, Edition, EditionLink
from archive.editions.revising import make, refresh
from archive.editions.withholding import embargoes
from archive.editions.wordings import list_wordings
from archive.records.models import Record


class NotPublishable(ValueError):
    """The draft has problems; ``problems`` lists them all."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in found))
        self.problems = found


@transaction.atomic
def publish(record: Record, *, by: str, note: str = "") -> Edition:
    """Freeze the stored draft of a record as its next edition and return that.

    ``by`` is the name to be shown. Where nothing has changed since the newest edition, that one
    is returned and at most its apparatus written. A withdrawn record stays withdrawn. Raises
    ``NotPublishable``.
    """
    Record.objects.select_for_update().get(pk=record.pk)
    draft = drafts(Record.objects.filter(pk=record.pk)).get()
    document = describe(draft)
    if found := problems(document):
        raise NotPublishable(found)
    gathered = gather(draft, document)
    canonical, sha256 = content.freeze(gathered)
    standing = Availability.objects.select_related("newest").filter(record=record).first()
    if standing and standing.newest.sha256 == sha256:
        refresh(record)
        return standing.newest
    made = make(record, gathered)
    edition = _write(record, document, canonical, sha256, by, note)
    Apparatus.objects.create(
        edition=edition, stored=apparatus.encode(made.content), program=made.program
    )
    list_differences(record.pk, gathered, made.content)
    list_wordings(record.pk, edition.number, gathered)
    _show(edition, document)
    Change.objects.create(record_id=record.pk, kind="published")
    return edition


def _show(edition: Edition, document: RecordDocument) -> None:
    """From now on this is the edition at the record's own address."""
    shown = {
        "newest": edition,
        "source_id": document.source_id,
        "composed": document.composed,
        **embargoes(document),
    }
    Availability.objects.update_or_create(record=edition.record, defaults=shown)


def _write(
    record: Record, document: RecordDocument, canonical: str, sha256: str, by: str, note: str
) -> Edition:
    last = Edition.objects.filter(record=record).aggregate(last=Max("number"))["last"]
    edition = Edition.objects.create(
        record=record,
        number=(last or 0) + 1,
        title=document.title,
        canonical=canonical,
        sha256=sha256,
        published_by=by,
        note=note,
    )
    EditionLink.objects.bulk_create(
        EditionLink(edition=edition, position=position, type=link.type, to=link.to)
        for position, link in enumerate(document.links)
    )
    return edition
