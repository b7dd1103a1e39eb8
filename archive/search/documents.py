"""A reading of a record → its document in the index.

What is withheld today is already gone from a reading, so nothing of it can be indexed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from archive.editions.content import Content
from archive.editions.document import Participation, RecordDocument, TextDocument, names
from archive.editions.judged import judged_differences
from archive.editions.reading import Reading
from archive.records import kinds, rights
from archive.records.dates import DateRefused
from archive.records.dates import parse as parse_date
from archive.search import analyser
from archive.search.chunks import Analysed, as_written
from archive.search.fields import ANALYSES, LABELLED, title_key
from archive.search.holdings import archive_wordings, shelfmark_keys
from archive.search.holdings import facet as archive_facet
from archive.search.holdings import wordings as holding_wordings
from archive.search.stemming import USUAL, script_of, stemmed_language
from archive.search.ties import tie
from archive.texts.languages import language_name
from archive.texts.markup import wordings

_NINES = str.maketrans("0123456789", "9876543210")


class IndexDocument(msgspec.Struct, frozen=True):
    """One record as an engine is given it; ``fields`` names its parts.

    ``words`` are tokens joined by spaces; ``facets`` values, joined by ``LABELLED`` with their
    labels where they have any; ``orders`` and ``numbers`` by field.
    """

    id: str
    number: int
    practice: bool
    words: dict[str, str]
    facets: dict[str, tuple[str, ...]]
    orders: dict[str, str]
    numbers: dict[str, tuple[int, ...]]

    def digest(self) -> str:
        """Equal for equal documents of the same analyser."""
        packed = msgspec.json.encode((analyser.VERSION, self), order="deterministic")
        return hashlib.sha256(packed).hexdigest()[:32]


def document(reading: Reading) -> IndexDocument:
    """The index document of a record that may be shown."""
    content, standing = reading.content, reading.standing
    record = content.record
    return IndexDocument(
        id=standing.record_id,
        number=standing.number,
        practice=standing.composed,
        words=_words(reading),
        facets=_facets(reading),
        orders=_orders(reading),
        numbers={
            **_days(content),
            "hand_day": tuple(sorted({day.toordinal() for day in _hand_days(record)})),
            "tie": (tie(standing.record_id),),
        },
    )


def _words(reading: Reading) -> dict[str, str]:
    record = reading.content.record
    analysed = Analysed()
    languages = {text.language for text in record.texts}
    _describe(analysed, "title", [record.title], languages)
    _describe(analysed, "about", _about(reading.content), languages)
    for text in record.texts:
        stemmed = _stemmed([text.language])
        analysed.add("title", text.title, stemmed)
        for wording in wordings(text.body):
            analysed.add("text", wording, stemmed)
    return {**analysed.fields(), **_unstemmed(reading)}


def _unstemmed(reading: Reading) -> dict[str, str]:
    record = reading.content.record
    fields: dict[str, list[str]] = {}
    _exact(fields, "people", _people(record))
    _exact(fields, "forms", (form for p in reading.content.people for _, form in p.forms))
    _exact(fields, "places", (place.name for place in record.places))
    _exact(fields, "marks", _marks(reading))
    for role in ("sender", "recipient"):
        _exact(fields, role, (n for p in record.people if p.role == role for n in _called(p)))
        _exact(fields, f"{role}_forms", _other_forms(reading.content, role))
    _exact(fields, "archives", archive_wordings(reading.content))
    fields["shelfmarks"] = list(shelfmark_keys(reading.content))
    fields["titles"] = list(dict.fromkeys(_title_keys(record)))
    return {field: " ".join(found) for field, found in fields.items() if found}


def _title_keys(record: RecordDocument) -> Iterator[str]:
    for title in (record.title, *(text.title for text in record.texts)):
        if found := analyser.as_written(analyser.words(title)):
            yield title_key(found)


def _describe(
    analysed: Analysed, group: str, wordings: Iterable[str], languages: Iterable[str]
) -> None:
    """Descriptions name no language: they are read as the usual one of their script, and as each
    language of the record's texts."""
    stemmed = _stemmed(languages)
    for said in wordings:
        usual = USUAL.get(script_of(said))
        analysed.add(group, said, {*stemmed, usual} if usual else stemmed)


def _stemmed(tags: Iterable[str]) -> set[str]:
    return {language for tag in tags if (language := stemmed_language(tag))}


def _exact(fields: dict[str, list[str]], name: str, wordings: Iterable[str]) -> None:
    """Each wording once, a break after each: no phrase runs from one name into the next."""
    out = fields.setdefault(name, [])
    for said in dict.fromkeys(wordings):
        if found := as_written(said):
            out.extend((found, analyser.BREAK))


def _people(record: RecordDocument) -> Iterator[str]:
    for person in record.people:
        yield from _called(person)
    for text in record.texts:
        for translator in names(text.translators):
            yield from (translator.name, *translator.forms.values())
        for hand in text.hands:
            yield hand.name
    for held in record.held:
        for editor in names(held.editors):
            yield from (editor.name, *editor.forms.values())


def _called(person: Participation) -> Iterator[str]:
    yield person.name
    yield f"{person.given} {person.family}".strip()
    yield from person.forms.values()


def _other_forms(content: Content, role: str) -> Iterator[str]:
    for part, entry in zip(content.record.people, content.people, strict=False):
        if part.role == role:
            yield from (form for _, form in entry.forms)


def _about(content: Content) -> Iterator[str]:
    record = content.record
    yield from (record.summary, record.kind or "cable", record.number, record.classification)
    yield from (content.date.display, record.date or "", record.date_note)
    yield from (*record.subjects, *record.collections)
    yield from (record.provenance_note, *record.supported_by, record.supported_by_note)
    for text in record.texts:
        yield from (text.note, text.document_kind, language_name(text.language))
        yield from _text_dates(text)
    for held in record.held:
        yield from (held.title, held.translated_title, held.series, held.volume_title)
        yield from (held.citation, held.place, held.publisher, held.year, held.note)


def _text_dates(text: TextDocument) -> Iterator[str]:
    for value in (text.date, *(hand.date for hand in text.hands)):
        if value:
            yield value
            yield _displayed(value)
    for hand in text.hands:
        yield hand.kind


def _displayed(value: str) -> str:
    try:
        return parse_date(value).display()
    except DateRefused:
        return ""


def _marks(reading: Reading) -> Iterator[str]:
    content = reading.content
    yield from (reading.standing.record_id, content.record.source_id or "")
    for index, held in enumerate(content.record.held):
        yield from holding_wordings(content, index, held)


def _facets(reading: Reading) -> dict[str, tuple[str, ...]]:
    content = reading.content
    record = content.record
    kind = record.kind or "cable"
    roles: dict[str, list[str]] = {"person": [], "sender": [], "recipient": []}
    for part, entry in zip(record.people, content.people, strict=False):
        labelled = entry.slug + LABELLED + entry.name
        roles["person"].append(labelled)
        if part.role in roles:
            roles[part.role].append(labelled)
    return {
        "language": _once(text.language for text in record.texts),
        "kind": (kind + LABELLED + kinds.label(kind),),
        **{role: _once(people) for role, people in roles.items()},
        "place": _under_one_name((p.slug, p.name) for p in content.places),
        "archive": _once(filter(None, (archive_facet(h) for h in content.holdings))),
        "collection": _once(c.slug + LABELLED + c.name for c in content.collections),
        "subject": _once(s.slug + LABELLED + s.name for s in content.subjects),
        "rights": _once(_rights(record)),
        "with": _once(_with(reading)),
        "year": (content.date.earliest[:4],) if content.date.earliest else (),
        ANALYSES: tuple(sorted(_analyses(record))),
    }


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _under_one_name(named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Each by the first of its names: a record may call a place Moscow and Москва, and is one."""
    names: dict[str, str] = {}
    for slug, name in named:
        names.setdefault(slug, name)
    return tuple(slug + LABELLED + name for slug, name in names.items())


def _analyses(record: RecordDocument) -> set[str]:
    return _stemmed([*(text.language for text in record.texts), *USUAL.values()])


def _rights(record: RecordDocument) -> Iterator[str]:
    for given in (record.rights, *(text.rights for text in record.texts)):
        if given.statement:
            yield given.statement + LABELLED + rights.label(given.statement)


def _with(reading: Reading) -> Iterator[str]:
    record = reading.content.record
    held = [text for text in record.texts if text.body]
    if len(held) > 1:
        yield "side-by-side"
    if any(scan.sha256 for scan in record.scans):
        yield "scans"
    if any(each.disagrees for each in judged_differences(reading.content, reading.apparatus)):
        yield "differences"
    if any(text.kind == "original" for text in held):
        yield "original"
    if reading.standing.composed:
        yield "practice"


def _days(content: Content) -> dict[str, tuple[int, ...]]:
    """First and last day, and whether they are in doubt; an open end is the end of time, and of no
    date there is neither."""
    if not content.record.date or not (content.date.earliest or content.date.latest):
        return {}
    earliest, latest = content.date.earliest, content.date.latest
    doubtful = _is_doubtful(content.record.date)
    return {
        **({"doubtful": (1,)} if doubtful else {}),
        "earliest": (date.fromisoformat(earliest).toordinal() if earliest else 1,),
        "latest": ((date.fromisoformat(latest) if latest else date.max).toordinal(),),
    }


def _is_doubtful(value: str) -> bool:
    try:
        read = parse_date(value)
    except DateRefused:
        return True
    return read.approximate or read.uncertain


def _hand_days(record: RecordDocument) -> Iterator[date]:
    for text in record.texts:
        for hand in text.hands:
            try:
                parsed = parse_date(hand.date) if hand.date else None
            except DateRefused:
                continue
            if parsed:
                yield from filter(None, (parsed.earliest, parsed.latest))


def _orders(reading: Reading) -> dict[str, str]:
    """Strings that sort by code point; what has no date comes last both ways."""
    standing, content = reading.standing, reading.content
    last = f"~{standing.record_id}"
    day = content.date.earliest or content.date.latest
    end = content.date.latest or content.date.earliest
    published = standing.published_at.strftime("%Y%m%d%H%M%S%f")
    title = " ".join(analyser.as_written(analyser.words(content.record.title)))
    return {
        "by_date": (f"{day} {end}" if day else "~") + last,
        "by_date_down": (end.translate(_NINES) if end else "~") + last,
        "by_new": published.translate(_NINES) + last,
        "by_title": title[:200] + last,
    }
