"""What the staff decide about texts side by side: verdicts, variance notes, pins. Each is kept
with the record and stands at once in the apparatus of its newest edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from archive.editions.apparatus import RowContent
from archive.editions.check import problems
from archive.editions.content import Content
from archive.editions.draft import describe, drafts
from archive.editions.gathering import gather
from archive.editions.models import Availability
from archive.editions.revising import align, realign, restate
from archive.parallel.models import Pin, VarianceNote, Verdict
from archive.records.models import Record

Passages = Mapping[str, Sequence[str]]


class DecisionRefused(ValueError):
    """A decision that cannot be kept; ``field`` names what to mend, ``text`` the text meant by its
    key, empty where it is none alone."""

    def __init__(self, field: str, message: str, text: str = "") -> None:
        super().__init__(message)
        self.field = field
        self.text = text


@transaction.atomic
def judge(
    record: Record, *, kind: str, words: Mapping[str, str], state: str, note: str, by: str
) -> Verdict:
    """Say of a difference what it is. ``words`` are those of the two texts, by key, as they stand
    there. One that was judged before keeps its number. Raises ``DecisionRefused``."""
    if state not in dict(Verdict.STATES):
        raise DecisionRefused("state", f"{state!r} is none of: {', '.join(dict(Verdict.STATES))}.")
    if state == "explained" and not note.strip():
        raise DecisionRefused("note", "An explanation needs its words: readers are shown them.")
    _lock(record)
    judged = Verdict.objects.filter(record=record)
    verdict = judged.filter(kind=kind, words=dict(words)).first()
    if verdict is None:
        last = judged.aggregate(last=Max("number"))["last"] or 0
        verdict = Verdict(record=record, number=last + 1, kind=kind, words=dict(words))
    verdict.state, verdict.note = state, note.strip()
    verdict.by, verdict.at = by, timezone.now()
    verdict.save()
    restate(record)
    return verdict


@transaction.atomic
def write_variance(
    record: Record,
    *,
    passages: Passages,
    words: Mapping[str, str],
    note: str,
    by: str,
    number: int | None = None,
) -> VarianceNote:
    """Write a variance note, or with its ``number`` write it anew. Raises ``DecisionRefused``
    where it says nothing, or names passages or words that the newest edition does not have."""
    _lock(record)
    _check_variance(record, passages, words, note)
    notes = VarianceNote.objects.filter(record=record)
    variance = notes.filter(number=number).first() if number else None
    if variance is None:
        last = notes.aggregate(last=Max("number"))["last"] or 0
        variance = VarianceNote(record=record, number=last + 1)
    variance.passages = {key: list(ids) for key, ids in passages.items()}
    variance.words = {key: said for key, said in words.items() if said}
    variance.note, variance.taken_back = note.strip(), False
    variance.by, variance.at = by, timezone.now()
    variance.save()
    restate(record)
    return variance


def _check_variance(
    record: Record, passages: Passages, words: Mapping[str, str], note: str
) -> None:
    if not note.strip():
        raise DecisionRefused("note", "A variance note says in words what differs.")
    if not any(passages.values()):
        raise DecisionRefused("passages", "Choose at least one passage that the note is about.")
    content = _content(record)
    for key, ids in passages.items():
        _check_words(content, key, ids, words.get(key, ""))


def _check_words(content: Content, key: str, ids: Sequence[str], said: str) -> None:
    places = {p.id: (p.start, p.end) for p in content.passages.get(key, ())}
    if lost := [pid for pid in ids if pid not in places]:
        message = f"The text “{key}” has no passage {', '.join(lost)}. Choose others."
        raise DecisionRefused("passages", message)
    text = content.record.text(key)
    body = text.body if text else ""
    if said and not any(said in body[slice(*places[pid])] for pid in ids):
        message = f"“{said[:80]}” does not stand so in the passages chosen of “{key}”. Copy it."
        raise DecisionRefused("words", message, key)


def _content(record: Record) -> Content:
    """What readers have, or, before anything is published, the draft."""
    standing = Availability.objects.select_related("newest").filter(record=record).first()
    return standing.newest.content if standing else draft_content(record)


def draft_content(record: Record) -> Content:
    """The stored draft as it would be published now. Raises ``DecisionRefused``."""
    draft = drafts(Record.objects.filter(pk=record.pk)).get()
    document = describe(draft)
    if found := problems(document):
        raise DecisionRefused("record", f"The draft has to be mended first: {found[0]}")
    return gather(draft, document)


@transaction.atomic
def take_back_variance(record: Record, number: int, *, by: str) -> None:
    """Take a variance note back: its words go, its number stays, so that its address can say so."""
    _lock(record)
    variance = VarianceNote.objects.get(record=record, number=number)
    variance.note, variance.words, variance.taken_back = "", {}, True
    variance.by, variance.at = by, timezone.now()
    variance.save()
    restate(record)


@transaction.atomic
def pin(
    record: Record,
    decided: Sequence[tuple[Passages, bool]],
    *,
    by: str,
    dropped: Sequence[tuple[Passages, bool]] = (),
) -> tuple[RowContent, ...]:
    """Pin rows of the draft, in place of the pins that there were, and align the rest anew; the
    draft's rows. The newest edition is aligned anew with them too.

    Each is (passage ids by text key, whether they are one row or never share one). A pin that was
    there already keeps who decided it and when; one whose passages the draft no longer has stays,
    unless it is among those ``dropped``. Raises ``DecisionRefused`` where one names no passage of
    the draft, or where they cross.
    """
    _lock(record)
    content = draft_content(record)
    _replace_pins(record, content, decided, dropped, by)
    made = align(record, content)
    homes = {pid: row for row in made.rows for cell in row.cells.values() for pid in cell}
    for cells, aligned in decided:
        _check_pin(homes, cells, aligned)
    realign(record, made)
    return made.rows


def _replace_pins(
    record: Record,
    content: Content,
    decided: Sequence[tuple[Passages, bool]],
    dropped: Sequence[tuple[Passages, bool]],
    by: str,
) -> None:
    held = {p.id for passages in content.passages.values() for p in passages}
    asked = {_known(cells, aligned) for cells, aligned in decided}
    gone = {_known(cells, aligned) for cells, aligned in dropped}
    kept = {
        known: old.pk
        for old in record.pins.all()
        if (known := _known(old.cells, old.aligned)) in asked
        or (not held.issuperset(_ids(old.cells)) and known not in gone)
    }
    record.pins.exclude(pk__in=kept.values()).delete()
    Pin.objects.bulk_create(
        Pin(record=record, cells=_lists(cells), aligned=aligned, by=by)
        for cells, aligned in decided
        if _known(cells, aligned) not in kept
    )


def _check_pin(homes: Mapping[str, RowContent], cells: Passages, aligned: bool) -> None:
    """That a pin names passages of two texts, and that the rows made are as it says; ``homes`` is
    the row of each passage."""
    wanted = {key: tuple(ids) for key, ids in cells.items()}
    rows = [homes[pid] for key, ids in wanted.items() for pid in ids if _in(homes, key, pid)]
    if aligned:
        holds = all({key: row.cells.get(key, ()) for key in wanted} == wanted for row in rows)
    else:
        holds = all(_apart(row, wanted) for row in rows) and sum(map(bool, wanted.values())) > 1
    if not (holds and rows and len(wanted) > 1 and len(rows) == len(_ids(cells))):
        listed = ", ".join(_ids(cells)) or "no passage"
        message = f"{listed} cannot be pinned so: the rows would cross, or a passage is not there."
        raise DecisionRefused("pins", message)


def _in(homes: Mapping[str, RowContent], key: str, passage: str) -> bool:
    return passage in homes and passage in homes[passage].cells.get(key, ())


def _apart(row: RowContent, wanted: Mapping[str, Sequence[str]]) -> bool:
    touched = [key for key, ids in wanted.items() if set(ids).intersection(row.cells.get(key, ()))]
    return len(touched) < 2


def _ids(cells: Passages) -> list[str]:
    return [pid for ids in cells.values() for pid in ids]


def _lists(cells: Passages) -> dict[str, list[str]]:
    return {key: list(ids) for key, ids in cells.items()}


def _known(cells: Passages, aligned: bool) -> tuple[object, bool]:
    return tuple(sorted((key, tuple(ids)) for key, ids in cells.items())), aligned


def _lock(record: Record) -> None:
    Record.objects.select_for_update().get(pk=record.pk)
