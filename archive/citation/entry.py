"""One text of an edition in the fields that file formats share, before any of them escapes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.citation import chicago, dating, phrases, sources
from archive.citation.choosing import Chosen, choose
from archive.citation.describing import describe
from archive.citation.naming import straight
from archive.citation.value import Cited, CitedName, Copy
from archive.citation.wording import capital, clean, closed, commas, finish, words
from archive.editions.document import Rights

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


@dataclass(frozen=True, slots=True)
class EntryDate:
    """A date as recorded, the first ``year`` it may mean (empty where none can be said), month
    and day of a single date, and the whole in words."""

    edtf: str
    year: str
    month: int | None
    day: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reference manager is told. Strings are one line each, empty where not recorded.

    ``is_letter``: it may travel as a letter, which has a recipient: reference managers turn the
    translator of a letter, and the recipient of anything else, into an author. ``copy`` holds
    the very words cited, None where none does; ``copies`` are others of the same text.
    ``summary`` alone may have several lines. ``notes`` hold what the formats have no field for,
    whole sentences.
    """

    key: str
    title: str
    is_letter: bool
    authors: tuple[CitedName, ...]
    recipients: tuple[CitedName, ...]
    translators: tuple[CitedName, ...]
    kind: str
    translated: bool
    when: EntryDate
    copy: Copy | None
    copies: tuple[str, ...]
    language: str
    site: str
    address: str
    edition: int
    summary: str
    keywords: tuple[str, ...]
    rights: str
    notes: tuple[str, ...]

    @property
    def addressees(self) -> str:
        """``To: Mao Zedong.``, for where a recipient has no field."""
        names = "; ".join(straight(name) for name in self.recipients)
        return closed(f"To: {names}") if names else ""

    @property
    def archive(self) -> str:
        return phrases.archive_name(self.copy) if self.copy else ""

    @property
    def town(self) -> str:
        return self.copy.town if self.copy else ""

    @property
    def shelfmark(self) -> str:
        return self.copy.shelfmark if self.copy else ""


def entry_of(
    edition: Citable,
    text: str | None = None,
    passage: str | None = None,
    remarks: tuple[str, ...] = (),
) -> Entry:
    """The text on screen, cited by its own source. ``remarks``, each of any length, are told after
    its own notes. Raises ``CitationRefused``."""
    return entry_for(choose(edition, text, passage), remarks)


def entry_for(chosen: Chosen, remarks: tuple[str, ...] = ()) -> Entry:
    """As ``entry_of``, of what was chosen already."""
    cited = describe(chosen, "text")
    return Entry(
        key=key_of(chosen),
        title=_title(chosen, cited),
        is_letter=_is_letter(cited),
        authors=(cited.hand.name,) if cited.hand else cited.creators,
        recipients=() if cited.hand else cited.recipients,
        translators=cited.rendering.translators,
        kind=cited.hand.kind if cited.hand else phrases.genre(cited),
        translated="translation" in cited.rendering.made,
        when=_when(cited.hand.date if cited.hand else cited.date),
        copy=_copy(cited),
        copies=_copies(chosen, _copy(cited)),
        language=chosen.text.language if chosen.text else "",
        site=cited.site.name if cited.site else "",
        address=cited.site.address if cited.site else "",
        edition=chosen.number,
        summary=_lines(chosen.content.record.summary),
        keywords=tuple(filter(None, map(clean, chosen.content.record.subjects))),
        rights=_rights(chosen),
        notes=(*_notes(chosen, cited), *filter(None, map(clean, remarks))),
    )


def key_of(chosen: Chosen) -> str:
    """``fp4k7x2b-v2-en``, with the passages' ids: the same thing always has the same key."""
    parts = [chosen.record_id, f"v{chosen.number}"]
    parts += [chosen.text.key] if chosen.text else []
    return "-".join(parts + [passage.id for passage in chosen.passages])


def _title(chosen: Chosen, cited: Cited) -> str:
    """As recorded: what a citation tidies stays here."""
    lead = "[Composed for demonstration] " if cited.composed else ""
    title = clean(chosen.content.record.title) or cited.title
    if cited.hand is None:
        return lead + title
    said = phrases.addition(cited.hand, dating.chicago(cited.hand.date))
    return f"{lead}{capital(said)} {title}"


def _lines(value: str) -> str:
    """Line by line as ``clean``, one empty line at most between two."""
    lines = "\n".join(map(clean, re.split(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]", value)))
    return re.sub("\n{3,}", "\n\n", lines).strip("\n")


def _copy(cited: Cited) -> Copy | None:
    """The archival copy that holds the words cited; never that of another text."""
    source = cited.source
    held = source is not None and source.relation in ("holds", "document")
    return source.place if held and source and isinstance(source.place, Copy) else None


def _copies(chosen: Chosen, copy: Copy | None) -> tuple[str, ...]:
    if copy is None:
        return ()
    others = sources.copies_of(chosen.content, chosen.text)
    return tuple(
        commas(other.abbreviation or other.archive, phrases.shelfmark(other))
        for other in others
        if other != copy
    )


def _when(edtf: str | None) -> EntryDate:
    when = dating.read(edtf)
    single = when.start if when and not when.is_interval else None
    return EntryDate(
        edtf=clean(edtf or ""),
        year=f"{when.earliest.year:04}" if when and when.earliest else "",
        month=single.month if single else None,
        day=single.day if single else None,
        words=dating.chicago(edtf),
    )


def _rights(chosen: Chosen) -> str:
    """The text's own rights, else the record's: the note as received, holder, statement."""
    own = chosen.text.rights if chosen.text else Rights()
    rights = own if any((own.note, own.statement, own.holder)) else chosen.content.record.rights
    return words(clean(rights.note), clean(rights.holder), clean(rights.statement or ""))


def _notes(chosen: Chosen, cited: Cited) -> tuple[str, ...]:
    """What no format has a field for: the book, above all."""
    translators = [straight(name) for name in cited.rendering.translators]
    signed = cited.rendering.made == "translation" and translators
    made = "" if signed else phrases.translation(cited, "translated by", translators)
    told = (
        "Composed for demonstration: not a source" if cited.composed else "",
        capital(phrases.paragraphs(cited, "paragraph", "paragraphs")),
        capital(made),
        ""
        if _copy(cited)
        else finish(chicago.note_of_source(chicago.of_the_18th(cited)), composed=False).text,
        _also_printed(chosen, cited),
        "" if chosen.text else "A description: no text is held here",
        f"Edition {chosen.number}, {dating.day_month_first(chosen.published_at.date())}",
    )
    return tuple(closed(note) for note in told if note)


def _also_printed(chosen: Chosen, cited: Cited) -> str:
    """The book that prints the very text, where an archival copy is its source."""
    if chosen.text is None or not _copy(cited):
        return ""
    book = sources.printing(chosen.content, chosen.text)
    return (
        f"Printed in {finish(chicago.book_line(chicago.without_place(book)), composed=False).text}"
        if book
        else ""
    )


def _is_letter(cited: Cited) -> bool:
    between = cited.creators and cited.recipients and not cited.hand
    return bool(between and not cited.rendering.translators)
