"""What a citation says, before any style has a say in it.

Every string is one line of plain words as recorded; dates are EDTF. Styles turn a ``Cited`` into
words; nothing in a style reads a record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from django.utils.safestring import SafeString

from archive.editions.document import HandKind

Target = Literal["text", "document", "print"]


@dataclass(frozen=True, slots=True)
class CitedName:
    """A person or body in Latin script where such a form is recorded.

    ``full`` is in the order in which it is said and holds no comma for a family-first name.
    ``family`` and ``given`` are empty where the record does not part the name: it is then never
    inverted. ``uncertain``: the part played is a supposition. ``spellings`` are the whole name
    in every script recorded, as pairs of a BCP 47 tag (or nothing) and a form.
    """

    full: str
    family: str = ""
    given: str = ""
    family_first: bool = False
    organisation: bool = False
    uncertain: bool = False
    spellings: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Book:
    """A printed source. ``citation`` is the whole as one string, where the parts are not known."""

    title: str
    translated_title: str = ""
    editors: tuple[CitedName, ...] = ()
    volume: str = ""
    volume_title: str = ""
    series: str = ""
    place: str = ""
    publisher: str = ""
    year: str = ""
    pages: str = ""
    citation: str = ""

    @property
    def whole_title(self) -> str:
        """With its translation in brackets and the title of the volume, where one field has all."""
        named = f"{self.title} [{self.translated_title}]" if self.translated_title else self.title
        return f"{named}, {self.volume_title}" if self.volume_title else named


@dataclass(frozen=True, slots=True)
class Copy:
    """An archival copy. ``shelfmark`` is empty where none is recorded; ``standing`` is what the
    copy is beside the one shown ("another copy", "formerly", "also"), empty for that one.
    ``own_name`` and ``own_abbreviation`` are in the archive's own language."""

    archive: str
    abbreviation: str = ""
    town: str = ""
    shelfmark: str = ""
    standing: str = ""
    own_name: str = ""
    own_abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class WebPage:
    """Another site that has the text."""

    title: str
    site: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the cited words come from.

    ``holds``: the very words stand there. ``translated from``: the words are a translation, and
    what was translated stands there. ``document``: the record says that the document is there
    and not which of its texts.
    """

    place: Book | Copy | WebPage
    relation: Literal["holds", "translated from", "document"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """How the cited text stands to the document.

    ``nature`` holds words such as "transcription" and "excerpt". ``made`` is "translation",
    "machine translation", "contemporary translation" or "summary", empty for the document's own
    words. ``language`` is the English name of the text's language, ``tag`` its BCP 47 tag.
    ``title`` is what the text calls itself, in its own language. ``foreign``: a translation
    into another language than the archive's, which a reader must be told.
    """

    language: str = ""
    tag: str = ""
    title: str = ""
    made: str = ""
    nature: tuple[str, ...] = ()
    foreign: bool = False
    translators: tuple[CitedName, ...] = ()


@dataclass(frozen=True, slots=True)
class Hand:
    """The passage cited is not the author's but another's addition, with its own date."""

    name: CitedName
    kind: HandKind
    date: str | None


@dataclass(frozen=True, slots=True)
class EditionNamed:
    """The edition, where the citation names it: beside the translator, or beside the site with
    its number alone."""

    number: int
    day: date
    beside: Literal["text", "site"]


@dataclass(frozen=True, slots=True)
class Site:
    """This archive and the address of what is cited there. ``description`` is True where it has
    only a description of the document."""

    name: str
    address: str
    edition: EditionNamed | None = None
    description: bool = False
    accessed: date | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing cited.

    ``date`` None: undated. ``genre`` and ``number`` are empty where not known; ``unread`` is True
    where the text cited stands in a book and not here, so that nobody has seen what it calls
    itself.
    ``paragraphs`` are the numbers in the margin of the passages cited. ``site`` is None for what
    is cited as a book or from its archive. ``other_copies`` are named beside ``source``.
    ``place`` is the citation's number in a list, for styles that number. ``variants`` are told in
    footnotes alone.
    """

    target: Target
    title: str
    creators: tuple[CitedName, ...] = ()
    recipients: tuple[CitedName, ...] = ()
    genre: str = ""
    number: str = ""
    unread: bool = False
    date: str | None = None
    hand: Hand | None = None
    paragraphs: tuple[int, ...] = ()
    rendering: Rendering = Rendering()
    source: Source | None = None
    other_copies: tuple[Copy, ...] = ()
    site: Site | None = None
    composed: bool = False
    place: int = 1
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """Another text of the edition, as it would be cited by its own source, that says something else
    in the very passages cited. ``readings`` are pairs, at least one, in the order of the text cited:
    its words and those of the other text."""

    of: Cited
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A finished citation: plain text, and HTML, escaped, whose only element is ``<i>``."""

    text: str
    html: SafeString
