"""The citations that a record's page offers: the text on the left first, never two at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from archive.citation import cite_each
from archive.desk.page import TextChoice
from archive.editions.reading import Reading

#: Style, its base form, and what its button says.
STYLES = (
    ("chicago-18", "note", "Chicago note"),
    ("chicago-18", "bibliography", "Bibliography"),
    ("mla-9", "works-cited", "MLA"),
    ("apa-7", "reference", "APA"),
)


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """A finished citation under the name of its style."""

    label: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Instead:
    """Something else that may be cited: ``query`` is that of the page that cites it."""

    words: str
    query: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What is cited, in words, its citation in every style, and what may be cited instead."""

    words: str
    styles: tuple[StyledCitation, ...]
    instead: tuple[Instead, ...]


#: What ``?cite=`` may ask for beside the text on the left, and the type of holding it needs.
TARGETS = {"document": "archive", "print": "publication"}
_WORDS = {"text": "text on screen", "document": "archival document", "print": "printed source"}


def panel(reading: Reading, columns: Sequence[TextChoice], target: str = "text") -> Panel:
    """The citations of the text on the left, or of the document or book where asked for.

    ``columns`` are the texts shown, none where no text is held; ``target`` is one of
    ``targets(reading)``.
    """
    left = columns[0].key if columns else None
    words = _first_words(columns) if target == "text" else f"The {_WORDS[target]}"
    return Panel(words, _styles(reading, target, left), tuple(_instead(reading, columns, target)))


def targets(reading: Reading) -> tuple[str, ...]:
    """What of this record can be cited."""
    held = {holding.type for holding in reading.content.record.held}
    return ("text", *(target for target, needed in TARGETS.items() if needed in held))


def _instead(reading: Reading, columns: Sequence[TextChoice], target: str) -> Iterator[Instead]:
    if not columns:
        return
    order = [column.key for column in columns[:2]]
    here = f"?left={order[0]}&right={order[1]}" if len(order) == 2 else "?"
    for other in targets(reading):
        if other == target:
            continue
        asked = "" if other == "text" else f"&cite={other}"
        yield Instead(f"cite the {_WORDS[other]}", f"{here}{asked}".replace("?&", "?"))
    for column in columns[1:]:
        yield Instead(f"cite the {column.label} text", f"?left={column.key}&right={order[0]}")


def _first_words(columns: Sequence[TextChoice]) -> str:
    if not columns:
        return "The description of the document"
    side = " on the left" if len(columns) > 1 else ""
    return f"The {columns[0].label} text{side}"


def _styles(reading: Reading, target: str, text: str | None) -> tuple[StyledCitation, ...]:
    forms = [(style, form) for style, form, _ in STYLES]
    cited = cite_each(reading, forms, target=target, text=text)
    return tuple(
        StyledCitation(label, _safe(citation.html))
        for (_, _, label), citation in zip(STYLES, cited, strict=True)
    )


def _safe(html: str) -> Markup:
    """``Citation.html`` is escaped where it is made; its only element is ``<i>``."""
    return Markup(html)  # noqa: S704 (escaped by the citation package)
