"""What a reader asks to add, found in the archive: editions, texts and passages that there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from archive.citation.choosing import Chosen, CitationRefused, choose
from archive.citation.describing import describe
from archive.citation.value import Target
from archive.desk.columns import choose as choose_texts
from archive.editions.queries import newest_numbers
from archive.editions.reading import Reading, read_wordings
from archive.web.addresses import identifier
from archive.web.lists.value import MOST_ITEMS, Named
from archive.web.refusals import Refusal, bad_parameter, not_found
from archive.web.unapi import cited

#: Passages that are cited together.
MOST_PASSAGES = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address that a citation prints, in parts: ``number`` None is the newest edition, ``text``
    None the one that a record's page has on the left."""

    record: str
    number: int | None
    text: str | None
    passage: str | None
    target: Target


def wanted(address: str, target: str) -> Wanted:
    """``/records/<id>/v<n>/<text>/#p17``, the last three or the last two left out where they are not
    known; several passages are named in ``?passage=``, and ``?cite=`` goes before ``target``. Raises
    the 400 that says what is wrong."""
    try:
        parts = cited(address)
        record, target = identifier(parts["record"] or ""), parts["target"] or target
    except Refusal as refusal:
        remedy = "Use the button on a record's page or beside a search result."
        raise bad_parameter(
            "add", address, f"It names no record. {refusal.message}", remedy
        ) from None
    if target not in get_args(Target):
        raise bad_parameter("cite", target, "That is nothing to cite.", "Leave it out.")
    if (parts["passage"] or "").count(",") >= MOST_PASSAGES:
        raise _too_many(address)
    number = int(parts["number"]) if parts["number"] else None
    chosen = next(each for each in get_args(Target) if each == target)
    return Wanted(record, number, parts["text"], parts["passage"], chosen)


def named(asked: Sequence[Wanted]) -> list[Named]:
    """What these are today. Of one that is not there the refusal says why; of several, those are
    left out. Three queries."""
    if len(asked) > MOST_ITEMS:
        message = f"At most {MOST_ITEMS:,} can be added at once."
        raise bad_parameter("add", str(len(asked)), message, "Add fewer.")
    newest = newest_numbers([each.record for each in asked if each.number is None])
    known = [replace(each, number=each.number or newest.get(each.record)) for each in asked]
    pairs = {(each.record, each.number) for each in known if each.number}
    readings = {
        (reading.standing.record_id, reading.standing.number): reading
        for reading in read_wordings(sorted(pairs))
    }
    found = []
    for each in known:
        try:
            found.append(_named(each, readings.get((each.record, each.number or 0))))
        except Refusal:
            if len(asked) == 1:
                raise
    return found


def _named(asked: Wanted, reading: Reading | None) -> Named:
    if reading is None:
        raise not_found(f"No such edition of a record {asked.record} is published here.")
    if reading.standing.withdrawn:
        raise Refusal(
            410,
            "This record was withdrawn",
            reading.standing.withdrawn_reason,
            "It cannot be added to a list any more.",
        )
    try:
        chosen = choose(reading, _text(asked, reading), asked.passage)
        describe(chosen, asked.target)
    except CitationRefused as refusal:
        given = {"text": asked.text, "passage": asked.passage}.get(refusal.parameter)
        remedy = "Choose another."
        raise bad_parameter("add", given or asked.target, refusal.why, remedy) from None
    if len(chosen.passages) > MOST_PASSAGES:
        raise _too_many(asked.passage or "")
    return _of(chosen, asked.target)


def _too_many(given: str) -> Refusal:
    message = f"At most {MOST_PASSAGES} passages are cited together."
    return bad_parameter("add", given, message, "Cite the text, or fewer of its passages.")


def _text(asked: Wanted, reading: Reading) -> str | None:
    if asked.text is not None or asked.passage is not None:
        return asked.text
    left = choose_texts(reading.content.record.texts, None, None, ())
    return left[0].key if left else None


def _of(chosen: Chosen, target: Target) -> Named:
    passages = tuple(passage.id for passage in chosen.passages)
    key = chosen.text.key if chosen.text else None
    return Named(chosen.record_id, chosen.number, key, passages, target)
