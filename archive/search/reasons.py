"""Why a record was found, where no text shows it: what of its description has the words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from archive.editions.content import Content
from archive.editions.document import HandDocument, HoldingDocument, RecordDocument
from archive.records import kinds
from archive.records.dates import DateRefused
from archive.records.dates import parse as parse_date
from archive.search.cutting import cut
from archive.search.holdings import line, wordings
from archive.search.results import Reason
from archive.search.sought import Span, apart, sought_in
from archive.search.wanted import Wanted

#: Reasons that a result gives.
MOST = 3

Days = tuple[date | None, date | None]


def in_title(title: str, wanted: Wanted, languages: Iterable[str]) -> tuple[Span, ...]:
    """Where in a title the words stand, read in English and these languages."""
    if not wanted:
        return ()
    found = [
        s for tag in dict.fromkeys(["en", *languages]) for s in sought_in(wanted, tag).spans(title)
    ]
    return tuple(apart(sorted(found, key=lambda span: (span.start, -span.end))))


def reasons(
    record_id: str, content: Content, wanted: Wanted, asked: int, seen: Collection[int], days: Days
) -> tuple[Reason, ...]:
    """At most ``MOST``, for those of the first ``asked`` pieces, which are the query's own, that
    are not ``seen`` in a snippet or title.

    ``days`` are the first and last that were asked for: where the record itself is of none of
    them, the other hand's date that is.
    """
    dated = [*_dated(content, days)]
    missing = _missing(wanted, asked, seen)
    named = [*_named(record_id, content, missing)] if missing else []
    if missing and not named:
        named = [*_named(record_id, content, [each for each in wanted if each[0] not in seen])]
    return tuple(dict.fromkeys([*dated, *named]))[:MOST]


def _missing(wanted: Wanted, asked: int, seen: Collection[int]) -> Wanted:
    """The words of the query that nothing shows. Other forms of names are of several words, which
    are shown with them."""
    shown = {word for number, piece in wanted if number in seen for word in piece.words}
    return [
        (number, piece)
        for number, piece in wanted[:asked]
        if number not in seen and not shown.issuperset(piece.words)
    ]


def _named(record_id: str, content: Content, missing: Wanted) -> Iterator[Reason]:
    """The parts of the description with the pieces, each in the words that are shown of it."""
    sought = sought_in(missing, "en")
    for label, words, looked_at in _described(record_id, content):
        if spans := sought.spans(looked_at):
            yield Reason(label, *_cut(words, spans))


def _cut(words: str, spans: Sequence[Span]) -> tuple[str, str, str]:
    """The words that are shown, cut where they have what was sought; else whole."""
    within = [span for span in spans if span.end <= len(words)]
    return cut(words, within) if within else (words, "", "")


_Described = tuple[str, str, str]
"""What it is, the words that are shown, and those that are looked at, which begin with them."""


def _described(record_id: str, content: Content) -> Iterator[_Described]:
    record = content.record
    for part, entry in zip(record.people, content.people, strict=False):
        forms = [part.name, entry.name, f"{part.given} {part.family}", *part.forms.values()]
        also = " \n ".join([*forms, *(form for _, form in entry.forms)])
        yield _ROLES.get(part.role, "Named"), part.name, also
    for place in record.places:
        yield "Place", place.name, place.name
    yield from _held(content)
    for hand in (hand for text in record.texts for hand in text.hands):
        yield _hand(hand)
    for subject in record.subjects:
        yield "Subject", subject, subject
    for collection in record.collections:
        yield "Collection", collection, collection
    yield from _noted(record)
    yield "Identifier", record_id, record_id
    if record.source_id:
        yield "Identifier", record.source_id, record.source_id


_ROLES = {"sender": "Sender", "recipient": "Recipient"}


def _held(content: Content) -> Iterator[_Described]:
    for index, held in enumerate(content.record.held):
        label = "Held at" if held.type == "archive" else "Printed in"
        words = line(content, index) if held.type == "archive" else _printed(held)
        yield label, words, " \n ".join([words, *wordings(content, index, held), _printed(held)])


def _printed(held: HoldingDocument) -> str:
    said = (held.title, held.translated_title, held.series, held.volume_title, held.citation)
    return ", ".join(filter(None, (*said, held.publisher, held.place, held.year)))


def _hand(hand: HandDocument) -> _Described:
    words = ", ".join(filter(None, (hand.name, _displayed(hand.date))))
    return hand.kind.capitalize(), words, f"{words} \n {hand.date or ''} {hand.kind}"


def _noted(record: RecordDocument) -> Iterator[_Described]:
    yield "Kind", kinds.label(record.kind or "cable"), kinds.label(record.kind or "cable")
    notes = (record.date_note, record.provenance_note, record.supported_by_note)
    for note in (*notes, *(text.note for text in record.texts), *(h.note for h in record.held)):
        if note:
            yield "Note", note, note
    for name in (name for text in record.texts for name in text.translators):
        said = name if isinstance(name, str) else name.name
        yield "Translator", said, said


def _dated(content: Content, days: Days) -> Iterator[Reason]:
    first, last = days
    if (first is None and last is None) or _within(content.record.date, days):
        return
    for text in content.record.texts:
        for hand in text.hands:
            if _within(hand.date, days):
                label, words, _ = _hand(hand)
                yield Reason(label, words, "", "")


def _within(written: str | None, days: Days) -> bool:
    """Whether a date may be of one of the days."""
    try:
        read = parse_date(written) if written else None
    except DateRefused:
        read = None
    if read is None or (read.earliest is None and read.latest is None):
        return False
    first, last = days
    return (last is None or (read.earliest or date.min) <= last) and (
        first is None or (read.latest or date.max) >= first
    )


def _displayed(value: str | None) -> str:
    try:
        return parse_date(value).display() if value else ""
    except DateRefused:
        return value or ""
