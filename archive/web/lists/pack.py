"""The reading pack: the passages of a list beside what faces them, numbered and cited, for a seminar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.citation import CitationRefused, cite
from archive.citation.listing import ToCite, lines
from archive.citation.styles import SLUGS, STYLES
from archive.citation.value import Citation
from archive.desk.columns import Grain, choose
from archive.desk.extract import Extract, extract
from archive.editions.document import TextDocument
from archive.editions.reading import Reading, read_several
from archive.records.dates import parse
from archive.texts.languages import language_name
from archive.web.lists.shown import DEFAULT, Held

#: Letters of the chosen texts in one part of a pack: some sixty sheets.
MOST_LETTERS = 150_000
#: Instead of a language: the chosen texts alone.
ALONE = "none"


@dataclass(frozen=True, slots=True)
class Manner:
    """``beside`` is the language, by its BCP 47 tag, of the text on the right: empty for the one
    that a record's page shows there, ``ALONE`` for none."""

    beside: str = ""
    grain: Grain = "sentences"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in the pack. ``place`` is that in the list; ``said`` is what there is to say instead
    of a text, or beside it; ``extract`` is None where no text may be read. ``citations`` are of the
    columns, each by its own source."""

    place: int
    title: str
    date: str
    href: str
    note: str
    said: tuple[str, ...]
    extract: Extract | None
    citations: tuple[Citation, ...]


def parts(found: Sequence[Held]) -> list[list[tuple[int, Held]]]:
    """What is there, each with its place in the list, in parts that can be printed at once."""
    cut: list[list[tuple[int, Held]]] = []
    room = 0
    for place, each in enumerate(found, 1):
        if each.chosen is None:
            continue
        letters = _letters(each)
        if not cut or letters > room:
            cut.append([])
            room = MOST_LETTERS
        cut[-1].append((place, each))
        room -= letters
    return cut


def entries(part: Sequence[tuple[int, Held]], manner: Manner, style: str) -> list[Entry]:
    """The records of a part, laid out. Two queries."""
    pairs = [(each.item.record, each.item.edition) for _, each in part]
    readings = {
        (reading.standing.record_id, reading.standing.number): reading
        for reading in read_several(list(dict.fromkeys(pairs)))
    }
    return [
        _entry(place, each, readings[pair], manner, style)
        for (place, each), pair in zip(part, pairs, strict=True)
    ]


def languages(found: Sequence[Held]) -> tuple[tuple[str, str], ...]:
    """The languages of the records' texts, each with its English name, by name."""
    tags = {
        text.language
        for each in found
        if each.chosen is not None
        for text in each.chosen.content.record.texts
    }
    return tuple(sorted(((tag, language_name(tag)) for tag in tags), key=lambda pair: pair[1]))


def _letters(each: Held) -> int:
    chosen = each.chosen
    if chosen is None or chosen.text is None:
        return 0
    if chosen.passages:
        return sum(passage.end - passage.start for passage in chosen.passages)
    return len(chosen.text.body)


def _entry(place: int, each: Held, reading: Reading, manner: Manner, style: str) -> Entry:
    record = reading.content.record
    said = [each.said] if each.said else []
    keys = _keys(each, reading, manner)
    if len(keys) == 1 and manner.beside not in ("", ALONE):
        said.append(f"No {language_name(manner.beside)} text of it may be read here.")
    chosen = set(each.item.passages)
    made = extract(reading, keys, chosen, manner.grain) if keys else None
    return Entry(
        place=place,
        title=record.title,
        date=parse(record.date).display() if record.date else "undated",
        href=each.path,
        note=each.item.note,
        said=tuple(said),
        extract=made,
        citations=tuple(_citations(each, reading, made, style)),
    )


def _keys(each: Held, reading: Reading, manner: Manner) -> list[str]:
    """The text cited and the one that faces it, as far as they may be read."""
    own = each.item.text
    if own is None or reading.standing.withdrawn or _closed(reading, own):
        return []
    other = _beside(reading.content.record.texts, own, manner.beside)
    return [own] if other is None or _closed(reading, other) else [own, other]


def _beside(texts: Sequence[TextDocument], own: str, beside: str) -> str | None:
    if beside == ALONE:
        return None
    if not beside:
        shown = choose(texts, own, None, ())
        return shown[1].key if len(shown) > 1 else None
    return next((t.key for t in texts if t.language == beside and t.key != own), None)


def _closed(reading: Reading, key: str) -> bool:
    return reading.standing.withheld.text(key) is not None


def _citations(each: Held, reading: Reading, made: Extract | None, style: str) -> list[Citation]:
    """Of the text cited as the list has it, with what other texts have in its passages; of the one
    that faces it by its own source. Both in the first form of the style, which is whole; instead of one of the CSL repository, which
    knows no variants, in the archive's first."""
    name = SLUGS.get(style, SLUGS[DEFAULT])[0]
    form = next(iter(STYLES[name]))
    assert each.chosen is not None
    if made is None:
        return [lines([ToCite(each.chosen, each.item.target, each.said)], name, form)[0].citation]
    item = each.item
    own = cite(
        reading,
        name,
        form,
        target=item.target,
        text=item.text,
        passage=item.passage,
        with_edition=True,
        variants=True,
    )
    return [
        own,
        *(_other(reading, made, name, form, whole=not item.passages) for _ in made.columns[1:]),
    ]


def _other(reading: Reading, made: Extract, style: str, form: str, *, whole: bool) -> Citation:
    key = made.columns[1].key
    passages = "" if whole else ",".join(made.passages(1))
    try:
        return cite(reading, style, form, text=key, passage=passages or None, with_edition=True)
    except CitationRefused:  # Its passages are in different hands.
        return cite(reading, style, form, text=key, with_edition=True)
