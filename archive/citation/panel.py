"""The citation panel of a record page: what is being cited, in each style, and what else could be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from archive.citation import csl, phrases, sources
from archive.citation.choosing import Chosen, CitationRefused, choose, spelled
from archive.citation.describing import describe
from archive.citation.formats import FORMATS
from archive.citation.naming import straight
from archive.citation.styles import FOOTNOTES, LABELS, SLUGS, STYLES
from archive.citation.value import Book, Citation, Cited, Copy, Target, Variant
from archive.citation.variants import in_english, variants_of
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

    @property
    def is_footnote(self) -> bool:
        """Whether a variant note belongs to it."""
        return self.form in FOOTNOTES


@dataclass(frozen=True, slots=True)
class PanelFile:
    """A file of the same citation: ``extension`` as in ``/records/<id>.<extension>``."""

    extension: str
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """``citing`` says in words what is cited. ``text`` is its key, None where no text is held;
    ``passages`` the ids cited, if any, ``passage`` the same as an address names them, ``paragraphs``
    their numbers in words; ``path`` is that of the text or passages, without the site.
    ``targets`` are those that this record has. ``citations`` are the tabs, and the style asked for
    where it is none of them; ``chosen`` is the slug of that shown first. ``variants`` say what other
    texts have in the passage cited, a sentence each; ``noted`` is True where footnotes say it too.
    ``failed`` says why a style of the CSL repository that was asked for is not among them, empty
    where it is. ``files`` cite the same."""

    citing: str
    target: Target
    text: str | None
    passage: str | None
    passages: tuple[str, ...]
    path: str
    paragraphs: str
    targets: tuple[Target, ...]
    citations: tuple[PanelCitation, ...]
    chosen: str
    variants: tuple[Citation, ...]
    noted: bool
    failed: str
    files: tuple[PanelFile, ...]

    @property
    def footnote(self) -> str:
        """The slug of a style to which a variant note belongs: that chosen, else the first."""
        footnotes = [tab.slug for tab in self.citations if tab.is_footnote]
        return self.chosen if self.chosen in footnotes else footnotes[0]


def panel(
    edition: Citable,
    *,
    target: str = "text",
    text: str | None = None,
    passage: str | None = None,
    side: Side = "",
    style: str | None = None,
    variants: bool = False,
    accessed: date | None = None,
) -> Panel:
    """Every citation names the edition by its number, and gives its address.

    ``side`` is where the text stands on the page, ``style`` the slug of the style and form to be
    shown first, None for the first tab; ``variants`` adds to footnotes what other texts have.
    Raises ``CitationRefused``.
    """
    tabs, of_csl = _tabs(style), csl.named(style or "")
    chosen = choose(edition, text, passage)
    cited = describe(chosen, target, edition="site", accessed=accessed)
    foreign, failed = _of_csl(of_csl, chosen, cited)
    found = _variants(edition, chosen) if target == "text" else ()
    said = replace(cited, variants=found) if variants else cited
    passages = replace(cited, paragraphs=tuple(passage.number for passage in chosen.passages))
    return Panel(
        citing=_citing(cited, side),
        target=cited.target,
        text=chosen.text.key if chosen.text else None,
        passage=spelled(chosen.passages) or None,
        passages=tuple(passage.id for passage in chosen.passages),
        path=chosen.path,
        paragraphs=phrases.paragraphs(passages, "paragraph", "paragraphs"),
        targets=_targets(chosen),
        citations=(*(_tab(said, *tab) for tab in tabs), *foreign),
        chosen=style if style and not failed else f"{tabs[0][0]}-{tabs[0][1]}",
        variants=tuple(finish(in_english(each), composed=False) for each in found),
        noted=variants and bool(found),
        failed=failed,
        files=_files(),
    )


def _tabs(style: str | None) -> tuple[tuple[str, str, str], ...]:
    """Those of every panel, and the style asked for."""
    if style is None or csl.is_known(style):
        return TABS
    if style not in SLUGS:
        raise CitationRefused("style", f"“{style}” is not built in. Write {', '.join(SLUGS)}.")
    asked = SLUGS[style]
    return TABS if asked in [tab[:2] for tab in TABS] else (*TABS, (*asked, LABELS[asked]))


def _of_csl(
    style: csl.Named | None, chosen: Chosen, cited: Cited
) -> tuple[tuple[PanelCitation, ...], str]:
    """The citation in a style of the CSL repository, if one was asked for, or why there is none."""
    if style is None:
        return (), ""
    try:
        [citation] = csl.cite_all(style, [(chosen, cited)])
    except csl.StyleFailed as failure:
        return (), f"{style.label}: {failure}"
    return (PanelCitation(style.style, style.form, style.label, citation),), ""


def _variants(edition: Citable, chosen: Chosen) -> tuple[Variant, ...]:
    # Imported late: this package is loaded before Django's models are.
    from archive.editions.reading import Reading

    return variants_of(edition, chosen) if isinstance(edition, Reading) else ()


def _tab(cited: Cited, style: str, form: str, label: str) -> PanelCitation:
    return PanelCitation(
        style, form, label, finish(STYLES[style][form](cited), composed=cited.composed)
    )


def _files() -> tuple[PanelFile, ...]:
    files = tuple(PanelFile(key, FORMATS[key].label) for key in FILES)
    return (*files, PanelFile("citation.txt", "Every style"))


def _targets(chosen: Chosen) -> tuple[Target, ...]:
    there: list[tuple[Target, bool]] = [
        ("text", True),
        ("document", sources.archival(chosen.content, chosen.text) is not None),
        ("print", sources.printed(chosen.content, chosen.text) is not None),
    ]
    return tuple(target for target, held in there if held)


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
