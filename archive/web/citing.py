"""The citations that a record's page offers: the text on the left first, never two at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from archive.citation import cite
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
class CitedTarget:
    """What is cited, in words, and its citation in every style."""

    words: str
    styles: tuple[StyledCitation, ...]


def citations(reading: Reading, columns: Sequence[TextChoice]) -> tuple[CitedTarget, ...]:
    """The text on the left, then what may be cited instead of it. ``columns`` are those shown."""
    return tuple(_targets(reading, columns))


def _targets(reading: Reading, columns: Sequence[TextChoice]) -> Iterator[CitedTarget]:
    held = reading.content.record.held
    left = columns[0].key if columns else None
    yield _target(reading, _first_words(columns), "text", left)
    for column in columns[1:]:
        yield _target(reading, f"Cite the {column.label} text instead", "text", column.key)
    if columns and any(holding.type == "archive" for holding in held):
        yield _target(reading, "Cite the archival document instead", "document", left)
    if columns and any(holding.type == "publication" for holding in held):
        yield _target(reading, "Cite the printed source instead", "print", left)


def _first_words(columns: Sequence[TextChoice]) -> str:
    if not columns:
        return "The description of the document"
    side = " on the left" if len(columns) > 1 else ""
    return f"The {columns[0].label} text{side}"


def _target(reading: Reading, words: str, target: str, text: str | None) -> CitedTarget:
    styles = tuple(
        StyledCitation(label, _safe(cite(reading, style, form, target=target, text=text).html))
        for style, form, label in STYLES
    )
    return CitedTarget(words, styles)


def _safe(html: str) -> Markup:
    """``Citation.html`` is escaped where it is made; its only element is ``<i>``."""
    return Markup(html)  # noqa: S704 (escaped by the citation package)
