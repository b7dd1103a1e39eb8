"""The citation panel of a record's page, with the addresses that cite something else instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from archive.citation.panel import Panel as Cited
from archive.citation.panel import panel as cited_panel
from archive.desk.page import TextChoice
from archive.editions.reading import Reading


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
class File:
    """The same citation as a file: ``ending`` as in ``/records/<id>.<ending>``, ``query`` which
    text it cites."""

    label: str
    ending: str
    query: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What is cited, in words; its citation in every style; what may be cited instead."""

    words: str
    styles: tuple[StyledCitation, ...]
    instead: tuple[Instead, ...]
    files: tuple[File, ...]


def panel(reading: Reading, columns: Sequence[TextChoice], target: str = "text") -> Panel:
    """The citations of the text on the left, or of the document or book where asked for.

    ``columns`` are the texts shown, none where no text is held. Raises ``CitationRefused`` for
    a target that this record does not have.
    """
    left = columns[0].key if columns else None
    cited = cited_panel(reading, target=target, text=left, side="left" if len(columns) > 1 else "")
    return Panel(
        words=cited.citing,
        styles=tuple(
            StyledCitation(tab.label, _safe(tab.citation.html)) for tab in cited.citations
        ),
        instead=tuple(_instead(cited, columns)),
        files=tuple(
            File(file.label, file.extension, f"?text={left}" if left else "")
            for file in cited.files
        ),
    )


def _instead(cited: Cited, columns: Sequence[TextChoice]) -> Iterator[Instead]:
    if not columns:
        return
    order = [column.key for column in columns[:2]]
    here = f"?left={order[0]}&right={order[1]}" if len(order) == 2 else "?"
    for other in cited.alternatives:
        asked = "" if other.target == "text" else f"&cite={other.target}"
        yield Instead(other.label, f"{here}{asked}".replace("?&", "?"))
    for column in columns[1:]:
        label = f"cite the {column.label} text instead"
        yield Instead(label, f"?left={column.key}&right={order[0]}")


def _safe(html: str) -> Markup:
    """``Citation.html`` is escaped where it is made; its only element is ``<i>``."""
    return Markup(html)  # noqa: S704 (escaped by the citation package)
