"""The items of a list as the archive has them today: cited, and said what has become of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils import timezone

from archive.citation import phrases
from archive.citation.choosing import Chosen, choose
from archive.citation.csl import StyleFailed
from archive.citation.entry import Entry, entry_for
from archive.citation.listing import Archive, Line, Section, ToCite, lines, sections
from archive.citation.styles import parted
from archive.citation.value import Citation
from archive.desk import labels
from archive.editions.models import Edition
from archive.editions.standing import Standing, stand_several
from archive.web import unapi
from archive.web.addresses import record_path
from archive.web.lists.value import Item
from archive.web.pages import absolute

DEFAULT = "chicago-18-bibliography"


@dataclass(frozen=True, slots=True)
class Held:
    """An item, what it names, and how that stands; both None where the archive has it no more."""

    item: Item
    chosen: Chosen | None = None
    standing: Standing | None = None

    @property
    def path(self) -> str:
        """That of what is cited; of the edition where the archive has it no more."""
        if self.chosen is None:
            return record_path(self.item.record, self.item.edition)
        return self.chosen.path

    @property
    def said(self) -> str:
        """What has to be said beside a citation of it today; empty where nothing has."""
        if self.standing is None or self.chosen is None:
            return ""
        if self.standing.withdrawn_at:
            return f"Withdrawn from this archive on {labels.day(self.standing.withdrawn_at)}."
        key = self.chosen.text.key if self.chosen.text else ""
        opens = self.standing.withheld.text(key)
        return f"Its wording is withheld until {labels.day(opens)}." if opens else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A citation in a list. ``place`` counts from 1. ``what`` says which text and passages;
    ``newer`` is the newest edition where that is another. ``up`` and ``down`` are the numbers of the
    items before and after it under its heading, None at the ends. Addresses are paths but for
    ``address``, which a citation prints. What the archive has no more has no ``citation``."""

    item: Item
    place: int
    citation: Citation | None
    title: str
    what: str
    href: str
    address: str
    newer: int | None
    up: int | None
    down: int | None

    @property
    def unapi_id(self) -> str:
        """What reference managers ask for it by."""
        return unapi.address(self.address, self.item.target)


Part = Section[Row]


def held(items: Sequence[Item]) -> list[Held]:
    """The items in their order. Two queries, however many they are."""
    pairs = list(dict.fromkeys((item.record, item.edition) for item in items))
    standings = stand_several(pairs, today=timezone.localdate())
    editions = Edition.objects.in_bulk([standing.edition_id for standing in standings])
    known = {(s.record_id, s.number): (s, editions[s.edition_id]) for s in standings}
    return [_held(item, known.get((item.record, item.edition))) for item in items]


def _held(item: Item, found: tuple[Standing, Edition] | None) -> Held:
    if found is None:
        return Held(item)
    standing, edition = found
    return Held(item, choose(edition, item.text, item.passage), standing)


def cited(found: Sequence[Held], slug: str) -> list[Line]:
    """The citations of those that are there, in that style, in order. Raises ``StyleFailed``."""
    there = [
        ToCite(each.chosen, each.item.target, each.said)
        for each in found
        if each.chosen is not None
    ]
    return lines(there, *parted(slug))


def parts(found: Sequence[Held], slug: str) -> tuple[Part, ...]:
    """The list in that style, under its headings; what is no more stands at the end. Raises
    ``StyleFailed``."""
    listed = cited(found, slug)
    there = [each for each in found if each.chosen is not None]
    made = [_part(section, there, listed) for section in sections(listed, *parted(slug))]
    gone = [each for each in found if each.chosen is None]
    rows = tuple(_gone(each, place) for place, each in enumerate(gone, len(there) + 1))
    return (*made, Section("", "", (Archive("", rows),))) if rows else tuple(made)


def in_order(found: Sequence[Held], slug: str) -> list[int]:
    """The numbers of the items in the alphabetical order of their citations, of those in the first
    style where that one fails."""
    there = [each.item.number for each in found if each.chosen is not None]
    try:
        listed = cited(found, slug)
    except StyleFailed:
        listed = cited(found, DEFAULT)
    keys = [_key(line, place) for place, line in enumerate(listed, 1)]
    return [number for _, number in sorted(zip(keys, there, strict=True))]


def entries(found: Sequence[Held]) -> list[Entry]:
    """What a file is told of each that is there: its note, and what has become of it."""
    return [_entry(each.chosen, each) for each in found if each.chosen is not None]


def _entry(chosen: Chosen, each: Held) -> Entry:
    """Of a withdrawn record no more than its page still says."""
    entry = entry_for(chosen, (each.item.note, each.said), target=each.item.target)
    withdrawn = each.standing is not None and each.standing.withdrawn
    return replace(entry, summary="", keywords=()) if withdrawn else entry


def _key(line: Line, place: int) -> str:
    """As librarians file: without case and what stands before the first letter or figure, nor its
    number in the list."""
    said = re.sub(rf"^\W*{place}\b", "", line.citation.text.casefold())
    return said[next((at for at, sign in enumerate(said) if sign.isalnum()), 0) :]


def _part(section: Section[int], there: Sequence[Held], listed: Sequence[Line]) -> Part:
    archives = []
    for archive in section.archives:
        numbers = [there[place].item.number for place in archive.rows]
        rows = tuple(
            _row(there[place], listed[place], place + 1, _beside(numbers, at))
            for at, place in enumerate(archive.rows)
        )
        archives.append(Archive(archive.name, rows))
    return Section(section.heading, section.language, tuple(archives))


def _beside(numbers: Sequence[int], at: int) -> tuple[int | None, int | None]:
    before = numbers[at - 1] if at else None
    return before, numbers[at + 1] if at + 1 < len(numbers) else None


def _row(each: Held, line: Line, place: int, beside: tuple[int | None, int | None]) -> Row:
    chosen, standing = each.chosen, each.standing
    assert chosen is not None
    assert standing is not None
    path = each.path
    newer = standing.newest if standing.newest != standing.number else None
    title = chosen.content.record.title
    what = what_is_cited(chosen, each.item)
    return Row(each.item, place, line.citation, title, what, path, absolute(path), newer, *beside)


def _gone(each: Held, place: int) -> Row:
    path = each.path
    what = f"Record {each.item.record} is not in this archive any more."
    return Row(each.item, place, None, "", what, path, absolute(path), None, None, None)


_TARGETS = {"document": "The archival document", "print": "The printed source"}


def what_is_cited(chosen: Chosen, item: Item) -> str:
    """``English text, paragraphs 2–3, edition 1``."""
    if item.target in _TARGETS:
        return _TARGETS[item.target]
    if chosen.text is None:
        return f"Description, edition {chosen.number}"
    said = f"{labels.short_label(chosen.content, chosen.text)} text"
    numbers = tuple(passage.number for passage in chosen.passages)
    where = phrases.runs(numbers)
    noun = "paragraph" if len(numbers) == 1 else "paragraphs"
    return ", ".join([said, *([f"{noun} {where}"] if where else []), f"edition {chosen.number}"])
