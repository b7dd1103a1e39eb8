"""The differences of every record's newest edition in one table, so that staff and the front page
can ask for them across the archive: what ``judged`` reads from one apparatus, row by row."""

from __future__ import annotations

from datetime import datetime

from archive.editions.apparatus import ApparatusContent, ComparisonContent
from archive.editions.content import Content
from archive.editions.judged import JudgedDifference, judged_differences
from archive.editions.models import FoundDifference

_KNOWN_BY = ("record", "name")
_REWRITTEN = tuple(
    field.name
    for field in FoundDifference._meta.concrete_fields
    if field.name not in ("id", "since", *_KNOWN_BY)
)


def list_differences(record_id: str, content: Content, made: ApparatusContent) -> None:
    """Bring the table up to date with this apparatus of a record's newest edition.

    What was listed before keeps its ``since``. Two queries, or one where nothing differs.
    """
    found = found_differences(record_id, content, made)
    names = [each.name for each in found]
    FoundDifference.objects.filter(record=record_id).exclude(name__in=names).delete()
    FoundDifference.objects.bulk_create(
        found, update_conflicts=True, unique_fields=_KNOWN_BY, update_fields=_REWRITTEN
    )


def found_differences(
    record_id: str, content: Content, made: ApparatusContent, **given: datetime
) -> list[FoundDifference]:
    """The rows of the table that an apparatus calls for; ``given`` may say since when."""
    return [
        _row(record_id, content, position, each, **given)
        for position, each in enumerate(judged_differences(content, made))
    ]


def _row(
    record_id: str, content: Content, position: int, each: JudgedDifference, **given: datetime
) -> FoundDifference:
    first = each.places[0]
    left, right = (_language(content, key) for key in (each.left, each.right))
    return FoundDifference(
        record_id=record_id,
        name=each.name,
        kind=each.kind,
        severity=each.severity,
        state=each.state,
        reason=first.reason,
        left_text=each.left,
        left_language=left,
        left_words=each.words[each.left],
        right_text=each.right,
        right_language=right,
        right_words=each.words[each.right],
        languages=" ".join(sorted({tag.partition("-")[0] for tag in (left, right)})),
        row=first.row + 1,
        passage=_passage(first),
        places=len(each.places),
        position=position,
        **given,
    )


def _language(content: Content, key: str) -> str:
    text = content.record.text(key)
    return text.language if text else "und"


def _passage(place: ComparisonContent) -> str:
    return next((span.passage for span in (place.source, place.target) if span), "")
