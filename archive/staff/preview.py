"""A draft as its readers would see it, read from the database and written nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from archive.desk.labels import day
from archive.desk.page import Grain, lay_out
from archive.editions.check import Problem, problems
from archive.editions.comparing import FieldChange, compare
from archive.editions.content import Content
from archive.editions.document import RecordDocument, TextDocument
from archive.editions.draft import describe, drafts
from archive.editions.gathering import gather
from archive.editions.models import Edition
from archive.editions.reading import Reading
from archive.editions.revising import make
from archive.editions.standing import Standing, Withheld
from archive.records.models import Record
from archive.staff.slips import Slips, slips_of
from archive.texts.languages import language_name


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands between a draft and its next edition.

    ``reading`` is None where ``problems`` forbid one. ``missing`` is what is not recorded and may
    stay so; ``slips`` is what looks odd in the wording. ``newest`` is the number of the last edition, None before the first; ``changes`` are
    those since then.
    """

    document: RecordDocument
    reading: Reading | None
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    slips: tuple[Slips, ...]
    newest: int | None
    changes: tuple[FieldChange, ...]

    @property
    def number(self) -> int:
        """Of the edition that has the draft's words, or will have them."""
        newest = self.newest or 0
        return newest + 1 if self.changes or not newest else newest


def preview(record_id: str) -> Preview:
    """The stored draft as it would be published now. Raises ``Record.DoesNotExist``."""
    draft = drafts(Record.objects.filter(pk=record_id)).get()
    document = describe(draft)
    found = tuple(problems(document))
    content = None if found else gather(draft, document)
    newest = Edition.objects.filter(record_id=record_id).order_by("-number").first()
    return Preview(
        document=document,
        reading=_reading(draft, content, newest.number if newest else 0) if content else None,
        problems=found,
        missing=tuple(missing(document)),
        slips=tuple(slips_of(document.texts)),
        newest=newest.number if newest else None,
        changes=compare(newest.content, content) if newest and content else (),
    )


def _reading(draft: Record, content: Content, last: int) -> Reading:
    record = content.record
    standing = Standing(
        record_id=draft.pk,
        source_id=record.source_id,
        edition_id=0,
        number=last + 1,
        newest=last + 1,
        title=record.title,
        published_at=timezone.now(),
        published_by="",
        note="",
        sha256="",
        revision=0,
        composed=record.composed,
        withdrawn_at=None,
        withdrawn_reason="",
        withheld=Withheld(None, {}, {}),
        links=(),
        linked_from=(),
    )
    return Reading(standing, content, make(draft, content).content)


def missing(document: RecordDocument) -> Iterator[str]:
    """What a reader would miss, in the order of the page; none of it forbids publishing."""
    if not document.date:
        yield "The date of the document is not recorded."
    if not document.texts:
        yield "No text is held here: readers see the description alone."
    for text in document.texts:
        yield from _missing_of_text(document, text)
    if not document.held:
        yield "Where the document is kept is not recorded."
    for place, held in enumerate(document.held, start=1):
        if held.type == "archive" and held.repository is None:
            yield f"Holding {place}: the archive is not recorded."
    rights = document.rights
    if not (rights.statement or rights.note):
        yield "Rights are not recorded."
    yield from _unknown_links(document)


def _missing_of_text(document: RecordDocument, text: TextDocument) -> Iterator[str]:
    name = f"{language_name(text.language)} text ({text.key})"
    if not text.body.strip():
        yield f"The {name} has no wording."
    if "translation" in text.kind:
        if not text.translators and text.kind != "machine translation":
            yield f"The translator of the {name} is not recorded."
        if not text.translated_from:
            yield f"What the {name} was translated from is not recorded."
        if not text.date:
            yield f"When the {name} was made is not recorded."
    placed = any(text.key in held.texts for held in document.held)
    if document.held and not placed and text.translated_from_holding is None:
        yield f"No holding says that the {name} stands there."


def _unknown_links(document: RecordDocument) -> Iterator[str]:
    wanted = {link.to for link in document.links}
    known: set[str | None] = set()
    for pair in Record.objects.filter(Q(pk__in=wanted) | Q(source_id__in=wanted)).values_list(
        "pk", "source_id"
    ):
        known.update(pair)
    for to in sorted(wanted - known):
        yield f"The link to “{to}” leads nowhere yet: no record here has that id."


def desk_context(
    reading: Reading,
    left: str | None = None,
    right: str | None = None,
    also: Sequence[str] = (),
    grain: Grain = "passages",
) -> dict[str, Any]:
    """What the desk's template reads. Raises ``NoSuchText``."""
    desk = lay_out(reading, left, right, also, grain)
    return {"desk": desk, "day": day, "single": False, "desk_path": ""}
