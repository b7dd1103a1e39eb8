"""What is cited in the fields that file formats share, before any of them escapes: a text of an
edition, the archival document, or the printed source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from archive.citation import chicago, dating, phrases, sources
from archive.citation.choosing import Chosen, choose
from archive.citation.describing import NOT_KNOWN, describe
from archive.citation.naming import straight
from archive.citation.value import Book, Cited, CitedName, Copy
from archive.citation.wording import capital, clean, closed, commas, finish, words
from archive.editions.document import Rights

if TYPE_CHECKING:
    from archive.citation.choosing import Citable


class Asked(TypedDict, total=False):
    """What a file is to cite: as ``cite`` takes it."""

    text: str | None
    passage: str | None
    target: str
    accessed: date | None


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
    the very words cited, None where none does; ``copies`` are others of the same text, or of the
    document. ``book`` is where the printed source is cited and its parts are known; ``when`` is the
    document's date all the same. ``site``, ``address`` and ``edition`` are empty where neither this
    archive nor its text is cited. ``summary`` alone may have several lines. ``notes`` hold what the
    formats have no field for, whole sentences.
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
    edition: str
    summary: str
    keywords: tuple[str, ...]
    rights: str
    notes: tuple[str, ...]
    book: Book | None = None
    accessed: date | None = None

    @property
    def addressees(self) -> str:
        """``To: Mao Zedong.``, for where a recipient has no field."""
        names = "; ".join(straight(name) for name in self.recipients)
        return closed(f"To: {names}") if names else ""

    @property
    def about(self) -> str:
        """What names it among other things: its address, else its key within the file."""
        return self.address or f"#{self.key}"

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
    *,
    target: str = "text",
    accessed: date | None = None,
) -> Entry:
    """The text on screen, cited by its own source; its archival document or its printed source.
    ``remarks``, each of any length, are told after its own notes. Raises ``CitationRefused``."""
    return entry_for(choose(edition, text, passage), remarks, target=target, accessed=accessed)


def entry_for(
    chosen: Chosen,
    remarks: tuple[str, ...] = (),
    *,
    target: str = "text",
    accessed: date | None = None,
) -> Entry:
    """As ``entry_of``, of what was chosen already."""
    cited = describe(chosen, target, accessed=accessed)
    copy, book = _copy(cited), _book(cited)
    return Entry(
        key=key_of(chosen, target),
        title=_title(chosen, cited),
        is_letter=_is_letter(cited) and book is None,
        authors=(cited.hand.name,) if cited.hand else cited.creators,
        recipients=() if cited.hand else cited.recipients,
        translators=cited.rendering.translators,
        kind=cited.hand.kind if cited.hand else phrases.genre(cited),
        translated="translation" in cited.rendering.made,
        when=_when(cited.hand.date if cited.hand else cited.date),
        copy=copy,
        copies=_copies(chosen, cited, copy),
        language=cited.rendering.tag,
        site=cited.site.name if cited.site else "",
        address=cited.site.address if cited.site else "",
        edition=str(chosen.number) if cited.site else "",
        summary=_lines(chosen.content.record.summary),
        keywords=tuple(filter(None, map(clean, chosen.content.record.subjects))),
        rights=_rights(chosen, cited),
        notes=(*_notes(chosen, cited), *filter(None, map(clean, remarks))),
        book=book,
        accessed=accessed if cited.site else None,
    )


def key_of(chosen: Chosen, target: str = "text") -> str:
    """``fp4k7x2b-v2-en``, with the passages' ids and another target than the text: the same thing
    always has the same key."""
    parts = [chosen.record_id, f"v{chosen.number}"]
    parts += [chosen.text.key] if chosen.text else []
    parts += [passage.id for passage in chosen.passages]
    return "-".join(parts + ([] if target == "text" else [target]))


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
    if source is None or source == NOT_KNOWN or source.relation == "translated from":
        return None
    return source.place if isinstance(source.place, Copy) else None


def _book(cited: Cited) -> Book | None:
    place = cited.source.place if cited.source and cited.target == "print" else None
    return place if isinstance(place, Book) and place.title else None


def _copies(chosen: Chosen, cited: Cited, copy: Copy | None) -> tuple[str, ...]:
    if copy is None:
        return ()
    of_the_text = cited.target == "text"
    others = sources.copies_of(chosen.content, chosen.text) if of_the_text else cited.other_copies
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


def _rights(chosen: Chosen, cited: Cited) -> str:
    """The text's own rights where it is cited, else the record's: note as received, holder,
    statement."""
    own = chosen.text.rights if chosen.text and cited.target == "text" else Rights()
    rights = own if any((own.note, own.statement, own.holder)) else chosen.content.record.rights
    return words(clean(rights.note), clean(rights.holder), clean(rights.statement or ""))


def _notes(chosen: Chosen, cited: Cited) -> tuple[str, ...]:
    """What no format has a field for: the book from which a text was translated, above all."""
    translators = [straight(name) for name in cited.rendering.translators]
    signed = cited.rendering.made == "translation" and translators
    made = "" if signed else phrases.translation(cited, "translated by", translators)
    told = (
        "Composed for demonstration: not a source" if cited.composed else "",
        capital(phrases.paragraphs(cited, "paragraph", "paragraphs")),
        capital(made),
        _place(cited),
        _dated(cited),
        *(_of_the_text(chosen, cited) if cited.target == "text" else ()),
    )
    return tuple(closed(note) for note in told if note)


def _place(cited: Cited) -> str:
    """Where it is, unless that has fields."""
    if cited.source == NOT_KNOWN:
        return "Archival location not recorded"
    if _copy(cited) or _book(cited):
        return ""
    return finish(chicago.note_of_source(chicago.of_the_18th(cited)), composed=False).text


def _dated(cited: Cited) -> str:
    """Of what is in a book, whose year is the entry's."""
    when = dating.chicago(cited.date)
    return f"Document of {when}" if _book(cited) and cited.date else ""


def _of_the_text(chosen: Chosen, cited: Cited) -> tuple[str, ...]:
    """What is so of this archive's text alone."""
    day = dating.day_month_first(chosen.published_at.date())
    return (
        _also_printed(chosen, cited),
        "" if chosen.text else "A description: no text is held here",
        f"Edition {chosen.number}, {day}",
    )


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
