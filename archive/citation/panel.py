"""The citation panel of a record page: what is being cited, in each style, and what else could be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from archive.citation import phrases, sources
from archive.citation.choosing import Chosen, choose
from archive.citation.describing import describe
from archive.citation.formats import FORMATS
from archive.citation.naming import straight
from archive.citation.styles import STYLES
from archive.citation.value import Book, Citation, Cited, Copy, Target
from archive.citation.wording import commas, finish, words

if TYPE_CHECKING:
    from archive.citation.choosing import Citable

Side = Literal["", "left", "right"]

#: In the order of the panel's tabs; the first is shown where the reader has not chosen.
TABS = (
    ("chicago-18", "note", "Chicago note"),
    ("chicago-18", "short-note", "Short note"),
    ("chicago-18", "bibliography", "Bibliography"),
    ("mla-9", "works-cited", "MLA"),
    ("mla-9", "in-text", "MLA in text"),
    ("apa-7", "reference", "APA"),
    ("apa-7", "in-text", "APA in text"),
)
#: The files that it links to; the others are had by their addresses.
FILES = ("ris", "bib", "csl.json")
_LABELS: dict[Target, str] = {
    "text": "cite the text instead",
    "document": "cite the archival document instead",
    "print": "cite the printed source instead",
}


@dataclass(frozen=True, slots=True)
class PanelCitation:
    """One tab. ``slug`` is its name in addresses: ``chicago-18-note``."""

    style: str
    form: str
    label: str
    citation: Citation

    @property
    def slug(self) -> str:
        return f"{self.style}-{self.form}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another target that this record has, and the words of the link to it."""

    target: Target
    label: str


@dataclass(frozen=True, slots=True)
class PanelFile:
    """A file of the same citation: ``extension`` as in ``/records/<id>.<extension>``."""

    extension: str
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """``citing`` says in words what is cited. ``text`` is its key, None where no text is held;
    ``passage`` the ids cited, if any, with commas between. ``files`` are empty unless a text is cited: files do not
    tell the archival document apart from its text."""

    citing: str
    target: Target
    text: str | None
    passage: str | None
    alternatives: tuple[Alternative, ...]
    citations: tuple[PanelCitation, ...]
    files: tuple[PanelFile, ...]


def panel(
    edition: Citable,
    *,
    target: str = "text",
    text: str | None = None,
    passage: str | None = None,
    side: Side = "",
    accessed: date | None = None,
) -> Panel:
    """Every citation names the edition by its number, and gives its address.

    ``side`` is where the text stands on the page. Raises ``CitationRefused``.
    """
    chosen = choose(edition, text, passage)
    cited = describe(chosen, target, edition="site", accessed=accessed)
    return Panel(
        citing=_citing(cited, side),
        target=cited.target,
        text=chosen.text.key if chosen.text else None,
        passage=",".join(passage.id for passage in chosen.passages) or None,
        alternatives=_alternatives(chosen, cited.target),
        citations=tuple(_tab(cited, *tab) for tab in TABS),
        files=_files() if cited.target == "text" else (),
    )


def _tab(cited: Cited, style: str, form: str, label: str) -> PanelCitation:
    return PanelCitation(
        style, form, label, finish(STYLES[style][form](cited), composed=cited.composed)
    )


def _files() -> tuple[PanelFile, ...]:
    files = tuple(PanelFile(key, FORMATS[key].label) for key in FILES)
    return (*files, PanelFile("citation.txt", "Every style"))


def _alternatives(chosen: Chosen, target: Target) -> tuple[Alternative, ...]:
    there: list[tuple[Target, bool]] = [
        ("text", True),
        ("document", sources.archival(chosen.content, chosen.text) is not None),
        ("print", sources.printed(chosen.content, chosen.text) is not None),
    ]
    return tuple(
        Alternative(other, _LABELS[other]) for other, held in there if held and other != target
    )


def _citing(cited: Cited, side: Side) -> str:
    """``The English text on the left, paragraph 2, from the printed source``."""
    if cited.target == "print":
        return "The printed source"
    if cited.target == "document":
        return commas("The archival document", _origin(cited))
    if not cited.rendering.language:
        return "The document as described; no text of it is held here"
    return commas(
        words("The", cited.rendering.language, "text", f"on the {side}" if side else ""),
        phrases.paragraphs(cited, "paragraph", "paragraphs"),
        f"in the hand of {straight(cited.hand.name)}" if cited.hand else "",
        _origin(cited),
    )


def _origin(cited: Cited) -> str:
    source = cited.source
    if source is None:
        return "its source not recorded" if cited.target == "text" else "its place not recorded"
    place = source.place
    if isinstance(place, Book):
        return "from the printed source"
    if not isinstance(place, Copy):
        return f"from {place.site or place.title or place.address}"
    archive = place.abbreviation or place.archive or place.shelfmark
    if cited.target == "document":
        return archive if archive == place.shelfmark else commas(archive, place.shelfmark)
    if source.relation == "translated from":
        return f"translated from the document in {archive}"
    return f"from the copy in {archive}" if source.relation == "holds" else f"document in {archive}"
