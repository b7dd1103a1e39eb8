"""Wording written down: the body kept exactly, its passages divided and their ids kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from archive.records.models import Record
from archive.texts.models import Passage, Text
from archive.texts.passages import Division, HandRange, OldPassage, divide, keep_ids


def write(record: Record, text: Text, *, ids: Sequence[int] = ()) -> None:
    """Save a text of a record, and its passages.

    ``record`` is locked by the caller, in a transaction; its ``last_passage`` is brought up to
    date on the instance and in the database. ``ids`` are the permanent ids that the text came
    with, one for each block in order; where they do not fit, they are not used. Otherwise
    passages keep the ids that the stored wording gave them (see ``passages.keep_ids``).
    """
    old, is_new = _stored(text), text._state.adding
    text.record = record
    text.save()
    divisions = divide(
        text.body, text.language, title=text.title, hands=[_hand(h) for h in text.hands]
    )
    if len(ids) == len(divisions) and ids:
        numbers, last = tuple(ids), max(record.last_passage, *ids)
    else:
        wordings = [text.body[d.start : d.end] for d in divisions]
        numbers, last = keep_ids(old, wordings, record.last_passage)
    if not is_new:
        text.passages.all().delete()
    Passage.objects.bulk_create(_passages(record, text, divisions, numbers))
    if last != record.last_passage:
        record.last_passage = last
        Record.objects.filter(pk=record.pk).update(last_passage=last)


def _passages(
    record: Record, text: Text, divisions: Sequence[Division], numbers: Sequence[int]
) -> Iterator[Passage]:
    for position, (number, division) in enumerate(zip(numbers, divisions, strict=True)):
        yield Passage(
            record=record,
            text=text,
            number=number,
            position=position,
            kind=str(division.kind),
            start=division.start,
            end=division.end,
        )


def _stored(text: Text) -> list[OldPassage]:
    """The passages of the wording that the database holds now, in order."""
    if text._state.adding:
        return []
    body = Text.objects.values_list("body", flat=True).get(pk=text.pk)
    return [OldPassage(p.number, body[p.start : p.end]) for p in text.passages.all()]


def _hand(hand: dict[str, Any]) -> HandRange:
    return HandRange(first=hand["from"], last=hand.get("to", hand["from"]))


def follow_hands(before: Text, after: Text) -> list[dict[str, Any]]:
    """``before``'s hands renumbered to where their passages stand in ``after``.

    Both are stored states of one text, ``before`` with its passages. A hand whose passages are
    all gone is kept with its old numbers, so that staff see it and decide.
    """
    place = {p.number: p.position + 1 for p in after.passages.all()}
    numbers = [p.number for p in before.passages.all()]
    followed = []
    for hand in before.hands:
        held = numbers[hand["from"] - 1 : hand.get("to", hand["from"])]
        now = sorted(place[number] for number in held if number in place)
        followed.append({**hand, "from": now[0], "to": now[-1]} if now else hand)
    return followed
